/**
 * A form against the component list of its procedure (thành phần hồ sơ): a file may only be asked for when the law lists it, and the form
 * may not forget one. Law 63/2010 as amended and Decree 63/2010, art. 8: no component beyond those published.
 */
import type { Text } from '../../ground/text/language.ts';
import type { Definition, Field } from './schema.ts';
import type { FilesField } from './fields/files.tsx';

/** One component of the published procedure. */
export type ProcedureComponent = {
  readonly id: string;
  readonly name: Text;
  /** What may stand in for it (an item of the vault, an answer of a registry): then no file needs to be asked for. */
  readonly substitutable?: boolean;
};

export type ComponentFault = {
  readonly kind: 'not listed' | 'asked twice' | 'not asked';
  readonly component: string;
  /** The field, where there is one. */
  readonly field?: string;
  readonly text: Text;
};

const isFiles = (field: Field): field is FilesField => field.type === 'files';

/** What is wrong between a form and the component list; empty when the form may be published. */
export const checkComponents = (
  definition: Definition,
  components: readonly ProcedureComponent[],
): readonly ComponentFault[] => {
  const listed = new Map(components.map((component) => [component.id, component]));
  const asked = definition.sections.flatMap(({ pages }) =>
    pages.flatMap(({ fields }) => fields.filter(isFiles)),
  );
  const seen = new Set<string>();
  const faults = asked.flatMap(({ id, label, component }): readonly ComponentFault[] => {
    const twice = seen.has(component);
    seen.add(component);
    if (!listed.has(component))
      return [
        {
          kind: 'not listed',
          component,
          field: id,
          text: {
            vi: `“${label.vi}” không có trong thành phần hồ sơ của thủ tục: không được yêu cầu.`,
            en: `“${label.en}” is not among the components of the procedure: it may not be asked for.`,
          },
        },
      ];
    return twice
      ? [
          {
            kind: 'asked twice',
            component,
            field: id,
            text: {
              vi: `“${label.vi}” được hỏi hai lần trong biểu mẫu.`,
              en: `“${label.en}” is asked for twice in the form.`,
            },
          },
        ]
      : [];
  });
  const forgotten = components
    .filter(({ id, substitutable }) => !seen.has(id) && !substitutable)
    .map(({ id, name }): ComponentFault => ({
      kind: 'not asked',
      component: id,
      text: {
        vi: `Biểu mẫu chưa có chỗ gửi “${name.vi}”.`,
        en: `The form has no place to send “${name.en}”.`,
      },
    }));
  return [...faults, ...forgotten];
};
