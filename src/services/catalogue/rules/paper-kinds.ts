/**
 * Kinds of papers (loại giấy tờ): the code of a result says which paper of somebody's vault a component is. The national catalogue says it by
 * the component's own code, the province by its editors; nothing is guessed from words. Pure.
 */
import type { FieldError } from '../../../ground/operate/errors.ts';
import type { ComponentGroup, LocalContent, NationalContent, PaperKind } from '../schema.ts';

/** Code of a result (mã kết quả) in the two forms in use: `KQ.G15.000031`, `000.00.00.G11-KQ1711`. */
const code = /^(KQ\.[A-Z]\d{2}\.\d{5,7}|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-KQ\d{4,6})$/;

/** Whether a text is the code of a result. */
export const isResultCode = (text: string): boolean => code.test(text);

/** The groups with the kinds that the province says. One whose component has another name now is left out: the nation has changed what stands there. */
export const withKinds = (
  groups: readonly ComponentGroup[],
  kinds: readonly PaperKind[] = [],
): readonly ComponentGroup[] =>
  kinds.length === 0
    ? groups
    : groups.map((group) => ({
        ...group,
        components: group.components.map((component) => {
          const said = kinds.find((one) => one.component === component.key && one.name === component.name);
          return said ? { ...component, paper: said.paper } : component;
        }),
      }));

/** What is wrong with the kinds that the province says. */
export const kindProblems = (
  { groups }: Pick<NationalContent, 'groups'>,
  { papers = [] }: Pick<LocalContent, 'papers'>,
): readonly FieldError[] => {
  const keys = new Set(groups.flatMap(({ components }) => components.map(({ key }) => key)));
  return papers.flatMap(({ component, name, paper }): FieldError[] => {
    const field = 'papers';
    if (!keys.has(component))
      return [
        {
          field,
          message: {
            vi: `Thủ tục không có thành phần «${component}»${name ? ` (${name})` : ''}.`,
            en: `The procedure has no document «${component}»${name ? ` (${name})` : ''}.`,
          },
        },
      ];
    if (paper !== null && !isResultCode(paper))
      return [
        {
          field,
          message: {
            vi: `«${paper}» không phải mã loại giấy tờ. Ví dụ KQ.G15.000031.`,
            en: `«${paper}» is no code of a kind of paper. For example KQ.G15.000031.`,
          },
        },
      ];
    return [];
  });
};
