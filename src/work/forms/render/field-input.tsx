/** One question on a page: its input, or for a person or an organisation the inputs of its parts, with errors and provenance. */
import type { VNode } from 'preact';
import { Fieldset, InsetText } from '../../../ground/ui/index.ts';
import type { FieldError } from '../../../ground/operate/errors.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import type { FieldBase, InputProps, Leaf } from '../fields/field.ts';
import type { FileLinks } from '../fields/file-list.tsx';
import type { Entry } from '../fill.ts';
import { stillFrom, type ProvenanceByPath } from '../provenance.ts';
import { Depends } from './depends.tsx';
import { Origin } from './origin.tsx';

export type FieldInputProps = {
  readonly entry: Entry;
  readonly language: Language;
  readonly errors: readonly FieldError[];
  readonly provenance: ProvenanceByPath;
  readonly isPageHeading: boolean;
  /** Where “this is wrong” leads for a prefilled value; without it the words stand alone. */
  readonly wrongHref?: ((path: string) => string | undefined) | undefined;
  readonly links?: FileLinks | undefined;
};

const optional: Text = { vi: ' (không bắt buộc)', en: ' (optional)' };

/** The id of an input: its name with hyphens, because a point would be a class in a selector. */
export const idOf = (path: string): string => path.replaceAll('.', '-');

const messageAt = (errors: readonly FieldError[], path: string, language: Language): string | undefined =>
  errors.find(({ field }) => field === path)?.message[language];

const labelOf = ({ label, optional: isOptional }: FieldBase, language: Language): string =>
  label[language] + (isOptional ? optional[language] : '');

const LeafInput = ({
  type,
  props,
}: {
  readonly type: Leaf<FieldBase>;
  readonly props: FieldInputProps;
}): VNode => {
  const { entry, language, errors, provenance, wrongHref } = props;
  const { node, path, value } = entry;
  const origin = provenance[path];
  const input: InputProps<FieldBase> = {
    field: node.field,
    name: path,
    id: idOf(path),
    value,
    language,
    label: labelOf(node.field, language),
    isPageHeading: props.isPageHeading,
    links: props.links,
    error: (at = '') => messageAt(errors, at ? `${path}.${at}` : path, language),
    origin: origin && stillFrom(origin, value) && (
      <Origin
        label={node.field.label[language]}
        origin={origin}
        language={language}
        wrongHref={wrongHref?.(path)}
      />
    ),
  };
  return type.input(input);
};

const Parts = ({ props }: { readonly props: FieldInputProps }): VNode => {
  const { entry, language, errors, isPageHeading } = props;
  const { node, path } = entry;
  const wrong = messageAt(errors, path, language);
  return (
    <div class={wrong ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'} id={idOf(path)}>
      <Fieldset
        legend={{ text: labelOf(node.field, language), size: isPageHeading ? 'l' : 'm', isPageHeading }}
        describedBy={wrong && `${idOf(path)}-error`}
      >
        {node.field.hint && <div class="govuk-hint">{node.field.hint[language]}</div>}
        {wrong && (
          <p class="govuk-error-message" id={`${idOf(path)}-error`}>
            {wrong}
          </p>
        )}
        {entry.parts.map((part) => (
          <FieldInput {...props} entry={part} isPageHeading={false} />
        ))}
      </Fieldset>
    </div>
  );
};

const Computed = ({ entry, language }: FieldInputProps): VNode => {
  const { node, value } = entry;
  const { type } = node;
  const shown =
    value === undefined || type.kind !== 'leaf' ? '…' : type.display(node.field, value as never, language);
  return (
    <InsetText>
      {node.field.label[language]}: <strong>{shown}</strong>
    </InsetText>
  );
};

const Inner = (props: FieldInputProps): VNode => {
  const { type, compute } = props.entry.node;
  if (compute) return <Computed {...props} />;
  return type.kind === 'leaf' ? <LeafInput type={type} props={props} /> : <Parts props={props} />;
};

/** Draws one question, with the condition under which it is asked where that hangs on the same page. */
export const FieldInput = (props: FieldInputProps): VNode => (
  <Depends entry={props.entry} language={props.language}>
    <Inner {...props} />
  </Depends>
);
