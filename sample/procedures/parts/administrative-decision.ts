/** Decisions and notices that name their type (template `named-document`): bases, articles, recipients. */
import { listAt } from './result-data.ts';

type Decided = {
  readonly notation: string;
  readonly type: string;
  readonly abstract: string;
  readonly authority?: string;
  readonly bases: readonly string[];
  readonly decides?: string;
  /** Sources of the text of each article, or of each paragraph where nothing is decided. */
  readonly articles: readonly string[];
  readonly recipients: readonly string[];
};

const words = (name: string, value: string | undefined) =>
  value === undefined ? {} : { [name]: `=${value}` };

/** The mapping of such a paper. */
export const decisionData = (paper: Decided): Readonly<Record<string, string>> => ({
  ...words('notation', paper.notation),
  ...words('type', paper.type),
  abstract: paper.abstract,
  ...words('authority', paper.authority),
  ...listAt('bases', ...paper.bases.map((base) => `=${base}`)),
  ...words('decides', paper.decides),
  ...Object.fromEntries(
    paper.articles.flatMap((text, index) =>
      paper.decides === undefined
        ? [
            [`body.${index}.kind`, '=paragraph'],
            [`body.${index}.text`, text],
          ]
        : [
            [`body.${index}.kind`, '=article'],
            [`body.${index}.number`, `=Điều ${index + 1}`],
            [`body.${index}.text`, text],
          ],
    ),
  ),
  ...listAt('recipients', ...paper.recipients, '=Lưu: VT'),
});
