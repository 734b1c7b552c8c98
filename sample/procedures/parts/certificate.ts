/** Licences and certificates without a form of their own: title, legal bases, facts, conditions (template `general-certificate`). */
import { factsAt, listAt } from './result-data.ts';

type Fact = readonly [label: string, source: string];

type Certificate = {
  readonly notation: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly authority?: string;
  readonly bases: readonly string[];
  readonly decides?: string;
  /** Headed groups of facts. */
  readonly sections: readonly { readonly title?: string; readonly facts: readonly Fact[] }[];
  readonly conditionsTitle?: string;
  readonly conditions: readonly string[];
  /** Source of the words that say how long it holds. */
  readonly validity?: string;
  /** Sources of the lines of “Nơi nhận” before the file copy. */
  readonly recipients: readonly string[];
};

const words = (name: string, value: string | undefined) =>
  value === undefined ? {} : { [name]: `=${value}` };

/** The mapping of such a paper. Bases and conditions are words; facts, validity and recipients are sources. */
export const certificateData = (paper: Certificate): Readonly<Record<string, string>> => ({
  ...words('notation', paper.notation),
  ...words('title', paper.title),
  ...words('subtitle', paper.subtitle),
  ...words('authority', paper.authority),
  ...listAt('bases', ...paper.bases.map((base) => `=${base}`)),
  ...words('decides', paper.decides),
  ...Object.assign(
    {},
    ...paper.sections.map(({ title, facts }, index) => ({
      ...words(`sections.${index}.title`, title),
      ...factsAt(`sections.${index}.facts`, ...facts),
    })),
  ),
  ...words('conditionsTitle', paper.conditionsTitle),
  ...listAt('conditions', ...paper.conditions.map((condition) => `=${condition}`)),
  ...(paper.validity !== undefined && { validity: paper.validity }),
  ...listAt('recipients', ...paper.recipients, '=Lưu: VT'),
});
