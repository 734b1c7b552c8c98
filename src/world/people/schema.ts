/** Persons and organisations under the unified identifiers of the state (K1), contacts, family, consents, refusals (P2). */

/** Giấy tờ tùy thân other than the 12-digit number: a foreigner's passport, an old identity card. */
export type IdentityPaper = {
  /** Code of the list `identity-document`. */
  readonly kind: string;
  readonly number: string;
  readonly issued: string | null;
  readonly expires: string | null;
  readonly issuer: string | null;
};

/** What is known of a person (cá nhân). */
export type Person = {
  readonly id: string;
  /** Số định danh cá nhân, 12 digits; null for a newborn child and foreigners without one. */
  readonly number: string | null;
  readonly name: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is known. */
  readonly born: string | null;
  /** Code of the list `gender`. */
  readonly sex: string;
  /** Code of the list `ethnicity`; null for foreigners. */
  readonly ethnicity: string | null;
  /** Code of the list `nationality`. */
  readonly nationality: string;
  /** Code of the commune of permanent residence (nơi thường trú). */
  readonly commune: string | null;
  readonly address: string | null;
  readonly died: string | null;
  /** Where the data come from. */
  readonly source: string;
  /** Counts corrections: say it when correcting, so that two corrections do not overwrite each other. */
  readonly version: number;
};

/** What may be said of a person who is entered. */
export type NewPerson = Omit<Person, 'id' | 'version'>;

/** Loại tổ chức. */
export type OrganisationKind =
  'enterprise' | 'branch' | 'cooperative' | 'household-business' | 'association' | 'public-unit' | 'other';

/** An organisation (tổ chức, doanh nghiệp, hợp tác xã, hộ kinh doanh). */
export type Organisation = {
  readonly id: string;
  /** Mã số doanh nghiệp, mã số thuế: its electronic identifier, too (Decision 20/2020, art. 5). */
  readonly number: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: OrganisationKind;
  readonly commune: string | null;
  readonly address: string | null;
  readonly established: string | null;
  readonly dissolved: string | null;
  readonly source: string;
  readonly version: number;
};

/** What may be said of an organisation that is entered. */
export type NewOrganisation = Omit<Organisation, 'id' | 'version'>;

/** `person` is the parent, spouse or guardian of `relative`. Marriages hold both ways and are kept once. */
export type Relationship = {
  readonly person: string;
  readonly relative: string;
  readonly kind: 'parent' | 'spouse' | 'guardian';
  /** As known: a day, a month, a year, or null. */
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string;
};

/** One relative of a person, seen from that person. */
export type Relative = {
  readonly person: Person;
  readonly is: 'parent' | 'child' | 'spouse' | 'guardian' | 'ward';
  readonly from: string | null;
  readonly to: string | null;
};

/** A way to reach somebody (thông tin liên hệ). */
export type Contact = {
  readonly owner: string;
  readonly ownerKind: 'person' | 'organisation';
  readonly kind: 'phone' | 'email' | 'post';
  readonly value: string;
  readonly preferred: boolean;
  readonly verifiedAt: Date | null;
};

/** Consent to one purpose of using personal data (sự đồng ý; Law 91/2025/QH15). */
export type Consent = {
  readonly id: string;
  readonly purpose: string;
  readonly basis: string;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
};

/** A restriction of the use of a person's data that lasts (hạn chế xử lý). */
export type Restriction = {
  readonly id: string;
  /** Which data the person named. */
  readonly about: string;
  /** Code of the request that was granted. */
  readonly basis: string;
  readonly beganAt: Date;
};

/** A refusal of proactive services: of one, or of all when `service` is null (Decree 224/2026, art. 17; P2). */
export type Refusal = {
  readonly id: string;
  readonly service: string | null;
  readonly refusedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly reason: string | null;
};
