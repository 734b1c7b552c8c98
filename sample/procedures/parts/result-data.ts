/** How answers become the data of a printed result, where many lines are alike (see `src/services/dossiers/result.ts`). */

type Mapping = Readonly<Record<string, string>>;

/** A list of values: `conditions.0`, `conditions.1` … */
export const listAt = (path: string, ...sources: readonly string[]): Mapping =>
  Object.fromEntries(sources.map((source, index) => [`${path}.${index}`, source]));

/** A list of labelled facts: label, and where the value comes from. */
export const factsAt = (
  path: string,
  ...rows: readonly (readonly [label: string, source: string])[]
): Mapping =>
  Object.fromEntries(
    rows.flatMap(([label, source], index) => [
      [`${path}.${index}.label`, `=${label}`],
      [`${path}.${index}.value`, source],
    ]),
  );

/** The papers of civil status print a person by these names (`civilPerson`, `spouse`). `as` is the field of the person in the form. */
export const personAt = (path: string, as: string): Mapping => ({
  [`${path}.name`]: `answers.${as}.name`,
  [`${path}.birthDate`]: `answers.${as}.birth`,
  [`${path}.ethnicity`]: `answers.${as}.ethnicity`,
  [`${path}.nationality`]: `answers.${as}.nationality`,
  [`${path}.residence`]: `shown.${as}.residence`,
  [`${path}.document`]: `=Số định danh cá nhân  + answers.${as}.personalNumber`,
});

/** The same for the person who applies. */
export const applicantAt = (path: string): Mapping => ({
  [`${path}.name`]: 'answers.applicantName',
  [`${path}.birthDate`]: 'answers.applicantBorn',
  [`${path}.sex`]: 'shown.applicantSex',
  [`${path}.ethnicity`]: 'answers.applicantEthnicity',
  [`${path}.nationality`]: 'answers.applicantNationality',
  [`${path}.residence`]: 'shown.applicantResidence',
  [`${path}.document`]: '=Số định danh cá nhân  + answers.applicantNumber',
});
