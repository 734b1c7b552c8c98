/** How the options of govuk-frontend's fixtures of fields become our props. */
import { Button } from '../components/button.tsx';
import { CharacterCount } from '../components/character-count.tsx';
import { Checkboxes, type CheckboxChoice } from '../components/checkboxes.tsx';
import type { Divider } from '../components/choice.tsx';
import { ErrorMessage } from '../components/error-message.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Fieldset, type LegendPart } from '../components/fieldset.tsx';
import { FileUpload } from '../components/file-upload.tsx';
import { Hint } from '../components/hint.tsx';
import { Input, type InputProps } from '../components/input.tsx';
import { Label } from '../components/label.tsx';
import { PasswordInput } from '../components/password-input.tsx';
import { Radios } from '../components/radios.tsx';
import type { ScriptSentence } from '../components/script-words.ts';
import { Select, type SelectItem } from '../components/select.tsx';
import { Textarea } from '../components/textarea.tsx';
import type { Maybe } from '../content.ts';
import { field, fieldSet, type AroundOptions, type FieldsetOptions } from './around.ts';
import { dateInput } from './map-dates.tsx';
import { content, look, nodes, part, type Words } from './nodes.ts';

type ChoiceOptions = Words & {
  value: string;
  id?: string;
  name?: string;
  divider?: string;
  hint?: Words;
  label?: Words;
  checked?: boolean;
  disabled?: boolean;
  behaviour?: string;
  conditional?: { html?: string | boolean };
};

const choice = (item: Maybe<ChoiceOptions>): Maybe<CheckboxChoice | Divider> => {
  if (!item) return item;
  if (item.divider) return { divider: item.divider };
  const reveals = item.conditional?.html;
  return {
    value: item.value,
    text: content(item),
    id: item.id,
    name: item.name,
    hint: part(item.hint),
    label: look(item.label),
    checked: item.checked,
    disabled: item.disabled,
    exclusive: item.behaviour === 'exclusive',
    reveals: typeof reveals === 'string' && reveals ? nodes(reveals) : undefined,
    attributes: item.attributes,
  };
};

type ChoicesOptions = AroundOptions & {
  name: string;
  fieldset?: FieldsetOptions;
  idPrefix?: string;
  items: Maybe<ChoiceOptions>[];
  value?: string;
  values?: string[];
};

type InputOptions = Omit<InputProps, 'prefix' | 'suffix' | 'wrapper' | 'class'> &
  AroundOptions & { prefix?: Words; suffix?: Words; inputWrapper?: Words };

const input = (o: InputOptions) => (
  <Input
    {...o}
    {...field(o)}
    {...look(o)}
    prefix={part(o.prefix)}
    suffix={part(o.suffix)}
    wrapper={look(o.inputWrapper)}
  />
);

type TextareaOptions = AroundOptions & {
  value?: string;
  rows?: number;
  spellcheck?: boolean;
  autocomplete?: string;
};

/** Script sentences of the options under the names that our components give them. */
const sentences = <Key extends string>(
  o: object,
  names: Readonly<Record<string, Key>>,
): { [K in Key]?: ScriptSentence } =>
  Object.fromEntries(
    Object.entries(names).map(([option, key]) => [key, (o as Record<string, ScriptSentence>)[option]]),
  ) as { [K in Key]?: ScriptSentence };

const counterNames = {
  charactersUnderLimitText: 'characters-under-limit',
  charactersAtLimitText: 'characters-at-limit',
  charactersOverLimitText: 'characters-over-limit',
  wordsUnderLimitText: 'words-under-limit',
  wordsAtLimitText: 'words-at-limit',
  wordsOverLimitText: 'words-over-limit',
} as const;

type CounterOptions = TextareaOptions & {
  maxlength?: number;
  maxwords?: number;
  threshold?: number;
  countType?: string;
  textareaDescriptionText?: string;
  countMessage?: Words;
};

const characterCount = (o: CounterOptions) => (
  <CharacterCount
    {...field(o)}
    {...look(o)}
    value={o.value}
    rows={o.rows}
    spellcheck={o.spellcheck}
    maxLength={o.maxlength}
    maxWords={o.maxwords}
    threshold={o.threshold}
    countType={o.countType}
    limitText={o.textareaDescriptionText}
    messageClass={o.countMessage?.classes}
    words={sentences(o, counterNames)}
  />
);

const passwordNames = {
  showPasswordText: 'show-password',
  hidePasswordText: 'hide-password',
  showPasswordAriaLabelText: 'show-password-aria-label',
  hidePasswordAriaLabelText: 'hide-password-aria-label',
  passwordShownAnnouncementText: 'password-shown-announcement',
  passwordHiddenAnnouncementText: 'password-hidden-announcement',
} as const;

const dropNames = {
  chooseFilesButtonText: 'choose-files-button',
  noFileChosenText: 'no-file-chosen',
  multipleFilesChosenText: 'multiple-files-chosen',
  dropInstructionText: 'drop-instruction',
  enteredDropZoneText: 'entered-drop-zone',
  leftDropZoneText: 'left-drop-zone',
} as const;

type UploadOptions = AroundOptions & {
  multiple?: boolean;
  disabled?: boolean;
  javascript?: boolean;
  wrapperClasses?: string;
  wrapperAttributes?: Record<string, string>;
};

const fileUpload = (o: UploadOptions) => (
  <FileUpload
    {...field(o)}
    {...look(o)}
    multiple={o.multiple}
    disabled={o.disabled}
    dropZone={
      o.javascript && {
        class: o.wrapperClasses,
        attributes: o.wrapperAttributes,
        words: sentences(o, dropNames),
      }
    }
  />
);

type SelectOptions = AroundOptions & { items?: Maybe<SelectItem>[]; value?: string; disabled?: boolean };

/** A value of `false` is a string for us, as it is in HTML. */
const selectItem = (item: Maybe<SelectItem>): Maybe<SelectItem> =>
  item && { ...item, value: item.value === undefined ? undefined : String(item.value) };

const select = (o: SelectOptions) => (
  <Select
    {...field(o)}
    {...look(o)}
    items={(o.items ?? []).map(selectItem)}
    value={o.value}
    disabled={o.disabled}
  />
);

type SummaryOptions = Words & {
  titleText?: string;
  titleHtml?: string;
  descriptionText?: string;
  descriptionHtml?: string;
  errorList?: (Words & { href?: string })[];
  disableAutoFocus?: boolean;
};

type ButtonOptions = Words & {
  href?: string;
  isStartButton?: boolean;
  type?: 'submit' | 'button' | 'reset';
  name?: string;
  value?: string;
  disabled?: boolean;
  preventDoubleClick?: boolean;
  id?: string;
};

/** From the name of a component to what renders its options. */
export const fields = {
  button: (o: ButtonOptions) => (
    <Button {...o} {...look(o)} start={o.isStartButton}>
      {content(o)}
    </Button>
  ),
  'character-count': characterCount,
  checkboxes: (o: ChoicesOptions) => (
    <Checkboxes
      {...fieldSet(o)}
      {...look(o)}
      name={o.name}
      idPrefix={o.idPrefix}
      values={o.values}
      items={o.items.map(choice)}
    />
  ),
  'date-input': dateInput,
  'error-message': (o: Words & { id?: string; visuallyHiddenText?: string }) => (
    <ErrorMessage {...look(o)} id={o.id} spokenPrefix={o.visuallyHiddenText}>
      {content(o)}
    </ErrorMessage>
  ),
  'error-summary': (o: SummaryOptions) => (
    <ErrorSummary
      {...look(o)}
      title={content({ text: o.titleText ?? '', html: o.titleHtml ?? '' })}
      errors={o.errorList?.map((error) => ({
        text: content(error),
        href: error.href,
        attributes: error.attributes,
      }))}
      disableAutoFocus={o.disableAutoFocus}
    >
      {content({ text: o.descriptionText ?? '', html: o.descriptionHtml ?? '' })}
    </ErrorSummary>
  ),
  fieldset: (o: FieldsetOptions & { role?: string }) => (
    <Fieldset {...look(o)} legend={part(o.legend) as LegendPart} describedBy={o.describedBy} role={o.role}>
      {content(o)}
    </Fieldset>
  ),
  'file-upload': fileUpload,
  hint: (o: Words & { id?: string }) => (
    <Hint {...look(o)} id={o.id}>
      {content(o)}
    </Hint>
  ),
  input,
  label: (o: Words & { for?: string; isPageHeading?: boolean }) => (
    <Label {...look(o)} for={o.for} isPageHeading={o.isPageHeading}>
      {content(o)}
    </Label>
  ),
  'password-input': (o: InputOptions & { button?: Words }) => (
    <PasswordInput
      {...field(o)}
      {...look(o)}
      value={o.value}
      autocomplete={o.autocomplete}
      disabled={o.disabled}
      words={sentences(o, passwordNames)}
      buttonClass={o.button?.classes}
    />
  ),
  radios: (o: ChoicesOptions) => (
    <Radios
      {...fieldSet(o)}
      {...look(o)}
      name={o.name}
      idPrefix={o.idPrefix}
      value={o.value}
      items={o.items.map(choice)}
    />
  ),
  select,
  textarea: (o: TextareaOptions) => (
    <Textarea
      {...field(o)}
      {...look(o)}
      value={o.value}
      rows={o.rows}
      spellcheck={o.spellcheck}
      autocomplete={o.autocomplete}
    />
  ),
};
