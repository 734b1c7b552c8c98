/** What the files of the sample province hold. Things name each other by slug; slugs do not change. */
import type {
  AgencyKind,
  AgencyLevel,
  HoldingKind,
  Rank,
  Role,
  Unit as AgencyUnit,
} from '../../src/world/agencies/index.ts';
import type { GrantedForm, MandateKind } from '../../src/world/mandates/index.ts';
import type { OrganisationKind } from '../../src/world/people/index.ts';

export type SampleAgency = {
  readonly slug: string;
  readonly identifier: string;
  readonly name: string;
  readonly name_en: string;
  readonly short: string;
  readonly kind: AgencyKind;
  readonly level: AgencyLevel;
  readonly regime: 'head' | 'collective';
  readonly parent?: string;
  readonly place: string;
  readonly established: string;
  readonly abolished?: string;
  readonly basis: string;
  readonly head: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly renamed?: readonly {
    readonly on: string;
    readonly before: string;
    readonly before_en: string;
    readonly basis: string;
  }[];
  readonly successors?: readonly {
    readonly agency: string;
    readonly field?: string;
    readonly place?: string;
  }[];
};

export type SampleUnit = {
  readonly slug: string;
  readonly agency: string;
  readonly name: string;
  readonly name_en: string;
  readonly kind: AgencyUnit['kind'];
};

export type SamplePost = {
  readonly slug: string;
  readonly agency: string;
  readonly unit?: string;
  readonly title: string;
  readonly title_en: string;
  readonly rank: Rank;
  readonly roles: readonly Role[];
  readonly fields?: readonly string[];
};

/** `slug` is also the sign-in name of the sample account. */
export type SampleOfficer = {
  readonly slug: string;
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly email: string;
  readonly phone: string;
  readonly staff_number: string;
  readonly holds: readonly {
    readonly post: string;
    readonly kind: HoldingKind;
    readonly from: string;
    readonly to?: string;
    readonly basis?: string;
  }[];
};

/** `assurance` is the level of the person's electronic identity; without it there is no sample account (children). */
export type SamplePerson = {
  readonly slug: string;
  readonly number?: string;
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly born: string;
  readonly ethnicity: string | null;
  readonly nationality: string;
  readonly commune: string;
  readonly address: string;
  readonly died?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly assurance?: 1 | 2;
  readonly papers?: readonly { readonly kind: string; readonly number: string }[];
};

export type SampleRelationship = {
  readonly kind: 'parent' | 'spouse';
  readonly person: string;
  readonly relative: string;
  readonly from?: string;
  readonly to?: string;
};

export type SampleOrganisation = {
  readonly slug: string;
  readonly number: string;
  readonly name: string;
  readonly name_en: string;
  readonly kind: OrganisationKind;
  readonly commune: string;
  readonly address: string;
  readonly established: string;
  readonly dissolved?: string;
  readonly phone: string;
  readonly email: string;
  readonly representative: string;
};

/** Facts that wait to be registered: a hospital's certificate of birth, a couple who want to marry, a death. */
export type SampleBirth = {
  readonly slug: string;
  readonly mother: string;
  readonly father: string | null;
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly born: string;
  readonly place: string;
  readonly number: string;
};
export type SampleEngagement = { readonly slug: string; readonly one: string; readonly other: string };
export type SampleDeath = {
  readonly slug: string;
  readonly person: string;
  readonly died: string;
  readonly place: string;
  readonly number: string;
};

type Named<Kind extends string> = { readonly kind: Kind; readonly slug: string };

export type SampleMandate = {
  readonly slug: string;
  readonly kind: MandateKind;
  readonly form?: GrantedForm;
  readonly agent: Named<'person' | 'officer' | 'post'>;
  readonly principal: Named<'person' | 'organisation' | 'post' | 'agency'>;
  readonly grantedBy?: Named<'person' | 'officer'>;
  readonly agency?: string;
  readonly roles?: readonly Role[];
  readonly acts?: readonly string[];
  readonly procedures?: readonly string[];
  readonly fields?: readonly string[];
  readonly documents?: readonly string[];
  readonly resultsTo?: 'agent' | 'principal';
  readonly under?: string;
  readonly redelegable?: boolean;
  readonly from: string;
  readonly to?: string;
  readonly basis: string;
  readonly revoked?: {
    readonly from: string;
    readonly by: Named<'officer' | 'person'>;
    readonly reason: string;
  };
};

/** Everything in the folder. */
export type SampleProvince = {
  readonly agencies: readonly SampleAgency[];
  readonly units: readonly SampleUnit[];
  readonly posts: readonly SamplePost[];
  readonly officers: readonly SampleOfficer[];
  readonly people: readonly SamplePerson[];
  readonly relationships: readonly SampleRelationship[];
  readonly births: readonly SampleBirth[];
  readonly engagements: readonly SampleEngagement[];
  readonly deaths: readonly SampleDeath[];
  readonly organisations: readonly SampleOrganisation[];
  readonly mandates: readonly SampleMandate[];
};
