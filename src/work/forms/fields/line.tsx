/** Types whose answer is one written line: a box for text. Each of them adds how the line is tidied, its rules, and how wide the box is. */
import type { ComponentProps } from 'preact';
import { Input } from '../../../ground/ui/index.ts';
import type { FieldBase, Leaf } from './field.ts';
import { around, caption, fillIn, tidyText, typed } from './wording.ts';

type Looks = Pick<
  ComponentProps<typeof Input>,
  'width' | 'type' | 'inputmode' | 'autocomplete' | 'autocapitalize' | 'spellcheck'
>;

type Line<F extends FieldBase> = Omit<
  Leaf<F>,
  'kind' | 'gather' | 'missing' | 'tidy' | 'input' | 'display'
> & {
  /** The canonical form of what was typed. */
  readonly tidy: (text: string) => string;
  readonly looks: (field: F) => Looks;
  /** How the canonical form is shown; as it is, unless told. */
  readonly display?: (value: string) => string;
};

/** Makes the type. */
export const line = <F extends FieldBase>({
  tidy,
  looks,
  display = (value) => value,
  ...own
}: Line<F>): Leaf<F> => ({
  ...own,
  kind: 'leaf',
  gather: 'one',
  tidy: (_, value) => tidyText(value, tidy),
  missing: fillIn,
  input: (props) => (
    <Input
      {...around(props)}
      {...looks(props.field)}
      id={props.id}
      name={props.name}
      label={caption(props)}
      value={typed(props.value)}
    />
  ),
  display: (_, value: string) => display(value),
});
