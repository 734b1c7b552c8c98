/** The invented people behind the simulators: passed in as data, in the shape of the sample province. */

export type SimulatedPerson = {
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
};

export type SimulatedProvince = {
  /** Code of the province (two signs) that addresses carry. */
  readonly province: string;
  readonly people: readonly SimulatedPerson[];
  readonly relationships: readonly {
    readonly kind: 'parent' | 'spouse';
    readonly person: string;
    readonly relative: string;
    readonly from?: string;
    readonly to?: string;
  }[];
  readonly births: readonly {
    readonly mother: string;
    readonly father?: string | null;
    readonly name: string;
    readonly sex: 'male' | 'female';
    readonly born: string;
    readonly place: string;
    readonly number: string;
  }[];
  readonly organisations: readonly {
    readonly number: string;
    readonly name: string;
    readonly name_en: string;
    readonly kind: string;
    readonly commune: string;
    readonly address: string;
    readonly established: string;
    readonly dissolved?: string;
    readonly phone: string;
    readonly representative: string;
  }[];
};

/** The province with what simulators look up. */
export type Registers = SimulatedProvince & {
  readonly bySlug: ReadonlyMap<string, SimulatedPerson>;
  readonly byNumber: ReadonlyMap<string, SimulatedPerson>;
  /** Parents, and the spouse of a marriage that lasts. */
  readonly parentOf: (slug: string, sex: 'male' | 'female') => SimulatedPerson | undefined;
  readonly spouseOf: (slug: string) => SimulatedPerson | undefined;
};

/** Indexes the province. */
export function openRegisters(province: SimulatedProvince): Registers {
  const bySlug = new Map(province.people.map((one) => [one.slug, one]));
  const byNumber = new Map(
    province.people.flatMap((one) => (one.number ? [[one.number, one] as const] : [])),
  );
  return {
    ...province,
    bySlug,
    byNumber,
    parentOf: (slug, sex) =>
      province.relationships
        .filter((one) => one.kind === 'parent' && one.relative === slug)
        .map((one) => bySlug.get(one.person))
        .find((one) => one?.sex === sex),
    spouseOf: (slug) => {
      const marriage = province.relationships.find(
        (one) => one.kind === 'spouse' && !one.to && (one.person === slug || one.relative === slug),
      );
      return marriage && bySlug.get(marriage.person === slug ? marriage.relative : marriage.person);
    },
  };
}

/** 1 nam, 2 nữ. */
export const sexCode = (sex: 'male' | 'female'): string => (sex === 'male' ? '1' : '2');

/** `YYYYMMDD`, or the year alone where no more is known. */
export const compactDay = (day: string): string => day.replaceAll('-', '');
