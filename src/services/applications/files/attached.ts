/** The files in the answers of a draft, each with the component of the procedure that it is for. */
import type { Answers, FileReference } from '../../../work/forms/index.ts';
import type { Procedure } from '../../catalogue/index.ts';

/** One file of the answers with its component; `path` is that of its question. */
export type Attached = {
  readonly component: string;
  readonly name: string;
  readonly path: string;
  readonly file: FileReference;
};

const filesIn = (value: unknown): readonly FileReference[] =>
  Array.isArray(value) ? (value as readonly FileReference[]) : [];

/** All files in the answers, in the order of the form; also those of repeated items. */
export function attachedIn(
  { form, groups }: Pick<Procedure, 'form' | 'groups'>,
  answers: Answers,
): Attached[] {
  const names = new Map(groups.flatMap(({ components }) => components.map((one) => [one.key, one.name])));
  return (form?.sections ?? [])
    .flatMap(({ pages }) => pages)
    .flatMap(({ fields, repeat }) => {
      const items = repeat ? answers[repeat.id] : undefined;
      const holders: (readonly [string, Answers])[] = repeat
        ? (Array.isArray(items) ? (items as Answers[]) : []).map((item, i) => [`${repeat.id}.${i}.`, item])
        : [['', answers]];
      return holders.flatMap(([prefix, own]) =>
        fields.flatMap((field) =>
          field.type !== 'files'
            ? []
            : filesIn(own[field.id]).map((file) => ({
                component: field.component,
                name: names.get(field.component) ?? field.label.vi,
                path: prefix + field.id,
                file,
              })),
        ),
      );
    });
}
