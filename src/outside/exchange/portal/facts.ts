/** What the national portal is told of a dossier, as plain facts: the room that has the dossiers supplies them. */

/** LoaiDoiTuong: 1 citizen, 2 enterprise, 3 agency, 4 other organisation. */
export type ApplicantKind = 1 | 2 | 3 | 4;

/** One step of the record as the portal shows it. */
export type PortalStep = {
  readonly seq: number;
  readonly at: Date;
  readonly by: string;
  readonly post: string;
  readonly unit: string;
  readonly words: string;
  /** National status after it, 1 to 10. */
  readonly status: number;
  readonly due: Date | null;
};

export type PortalDossier = {
  readonly code: string;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly domain: { readonly code: string; readonly name: string };
  /** KenhThucHien. */
  readonly channel: 1 | 2 | 3;
  readonly applicant: { readonly name: string; readonly number: string | null; readonly kind: ApplicantKind };
  readonly contact: {
    readonly phone: string | null;
    readonly email: string | null;
    readonly address: string | null;
  };
  readonly title: string;
  readonly submittedAt: Date;
  readonly acceptedAt: Date | null;
  readonly dueAt: Date | null;
  readonly refusedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly returnedAt: Date | null;
  readonly status: number;
  readonly returnWay: 'online' | 'counter' | 'post';
  readonly agency: { readonly identifier: string; readonly name: string };
  readonly note: string;
  /** Whether it was filed at the portal: then its code is the portal's. */
  readonly filedThere: boolean;
  readonly identified: boolean;
  /** Whether something is still to be paid. */
  readonly owing: boolean;
  readonly payableOnline: boolean;
  readonly components: readonly {
    readonly id: string;
    readonly component: string;
    readonly name: string;
    readonly reused: boolean;
    readonly fromVault: boolean;
  }[];
  readonly fees: readonly {
    readonly code: string;
    readonly name: string;
    readonly kind: 'fee' | 'charge';
    readonly amount: number;
    readonly when: 'intake' | 'supplement' | 'return';
  }[];
  readonly supplements: readonly {
    readonly n: number;
    readonly what: readonly string[];
    readonly askedAt: Date;
    readonly answeredAt: Date | null;
  }[];
  readonly results: readonly { readonly id: string; readonly name: string; readonly code: string }[];
  readonly steps: readonly PortalStep[];
};
