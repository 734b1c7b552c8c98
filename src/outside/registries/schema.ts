/**
 * What registries know, in our words. Every value may be missing: a registry is not always complete, and what it does not
 * say is asked of the person.
 */
import type { Patience } from '../../ground/wire/index.ts';

/** The registries we ask. `tax` only gives numbers. */
export type RegistryId =
  'population' | 'civil-status' | 'business' | 'insurance' | 'household' | 'land' | 'tax';

/** Why something is asked now: goes into the ledger of calls. */
export type Why = {
  /** Code of the procedure, or the act. */
  readonly purpose: string;
  readonly basis: string;
  readonly item: string | null;
  /** Draft that it is asked for, while there is no item yet. */
  readonly draft?: string | null;
  readonly patience: Patience;
};

/** An address as registries write it: commune code (perhaps of before July 2025) and words. */
export type RegistryAddress = {
  readonly commune: string | null;
  readonly detail: string | null;
  readonly country: string | null;
};

/** Somebody named in another person's entry. */
export type Kin = {
  readonly name: string;
  readonly number: string | null;
  /** Code of the list `nationality`. */
  readonly nationality: string | null;
};

/** A person (công dân) in the population database. */
export type Citizen = {
  readonly number: string;
  readonly oldNumber: string | null;
  readonly name: string | null;
  readonly sex: 'male' | 'female' | null;
  /** Code of the list `ethnicity`. */
  readonly ethnicity: string | null;
  readonly marital: Marital | null;
  /** `YYYY-MM-DD` or `YYYY`. */
  readonly born: string | null;
  readonly nationality: string | null;
  readonly birthPlace: RegistryAddress | null;
  readonly hometown: RegistryAddress | null;
  readonly residence: RegistryAddress | null;
  readonly dwelling: RegistryAddress | null;
  readonly father: Kin | null;
  readonly mother: Kin | null;
  readonly spouse: Kin | null;
  readonly representative: Kin | null;
  readonly householder: (Kin & { readonly relation: string | null }) | null;
};

export type Marital = 'single' | 'married' | 'divorced' | 'widowed';

/** Somebody in a civil-status entry. */
export type Party = {
  readonly name: string | null;
  readonly born: string | null;
  readonly number: string | null;
  readonly ethnicity: string | null;
  readonly nationality: string | null;
  /** Residence: code of the commune, and words. */
  readonly commune: string | null;
  readonly residence: string | null;
};

/** Where an entry stands in the register: số, quyển số, ngày đăng ký, nơi đăng ký. */
export type Entry = {
  readonly number: string;
  readonly book: string | null;
  readonly on: string | null;
  readonly place: string | null;
};

export type MarriageEntry = Entry & {
  readonly husband: Party;
  readonly wife: Party;
  /** Null while it lasts. */
  readonly end: {
    readonly on: string;
    readonly by: 'divorce' | 'death';
    readonly paper: string | null;
  } | null;
};

export type BirthEntry = Entry & {
  readonly sex: 'male' | 'female' | null;
  readonly child: Party;
  readonly birthPlace: string | null;
  readonly father: Party | null;
  readonly mother: Party | null;
};

/** Giấy chứng sinh: the hospital's word that a child was born, sent to the insurance system (Decree 63/2024). */
export type BirthNotification = {
  readonly number: string;
  readonly childName: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly born: string | null;
  readonly place: string | null;
  readonly issuedOn: string | null;
  readonly registered: boolean;
  readonly mother: Party | null;
  readonly father: Party | null;
};

/** What civil status knows of one person. */
export type CivilStatus = {
  readonly marriages: readonly MarriageEntry[];
  readonly births: readonly BirthEntry[];
};

/** An enterprise in the business register. */
export type Enterprise = {
  readonly number: string;
  readonly name: string | null;
  readonly foreignName: string | null;
  readonly shortName: string | null;
  readonly kind: string | null;
  readonly registeredOn: string | null;
  readonly changedOn: string | null;
  readonly changes: number | null;
  readonly status: string | null;
  readonly representative: Kin | null;
  readonly address: RegistryAddress | null;
  readonly phone: string | null;
  readonly workers: number | null;
  /** Where tax notices go. */
  readonly taxAddress: 'premises' | 'residence' | null;
  /** In đồng. */
  readonly capital: number | null;
  readonly trades: readonly { readonly code: string; readonly name: string; readonly main: boolean }[];
};

/** What social insurance knows of a person. */
export type Insured = {
  readonly number: string;
  readonly insuranceCode: string | null;
  readonly card: string | null;
  readonly validUntil: string | null;
  readonly clinic: string | null;
  /** Draws a monthly pension or benefit. */
  readonly pension: boolean | null;
};

/** A parcel in the land register. */
export type Parcel = {
  readonly sheet: number;
  readonly parcel: number;
  readonly area: number | null;
  readonly use: string | null;
  readonly certificate: string | null;
  /** Whether it lies where the architecture is managed (quy chế quản lý kiến trúc). */
  readonly managed: boolean | null;
  readonly address: RegistryAddress | null;
  readonly owners: readonly Kin[];
};

/** What the register of residence and social security know of a person's family. */
export type Household = {
  readonly number: string;
  readonly children: readonly {
    readonly name: string;
    readonly born: string | null;
    readonly number: string | null;
    readonly disability: 'extreme' | 'severe' | 'light' | null;
  }[];
  /** On the list of poor households. */
  readonly poor: boolean | null;
  readonly formerResidences: readonly {
    readonly from: string | null;
    readonly to: string | null;
    readonly place: string;
  }[];
};
