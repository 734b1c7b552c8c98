/** The drawing board of a page: the sheet, the panel of the chosen element, and what was found wrong. The script of `island.ts` brings it to life. */
import { Button } from '../../../ground/ui/components/button.tsx';
import { Input } from '../../../ground/ui/components/input.tsx';
import { Select } from '../../../ground/ui/components/select.tsx';
import { Textarea } from '../../../ground/ui/components/textarea.tsx';
import type { Language } from '../../../ground/text/language.ts';
import { readerId } from '../document.ts';
import type { Finding } from '../schema.ts';
import { servicesThere, type ServiceName } from '../unknown-services.ts';
import { fieldNames, fields, otherwise, type FieldName } from './fields.ts';
import { offers } from './offers.ts';
import { words } from './words.ts';

/** Under which the board knows an element; what is about the whole file has none. */
const idOnBoard = (element: string): string => (element === '' ? '' : readerId(element));

/** Anchor of what was found about an element, for links of an error summary. */
export const findingAnchor = (element: string): string => `finding-${idOnBoard(element)}`;

type BoardProps = {
  readonly lang: Language;
  /** What was found: each sentence names its element, which is marked in the drawing. */
  readonly findings: readonly Pick<Finding, 'element' | 'severity' | 'message'>[];
  /** What service tasks may name as their act. */
  readonly services: readonly ServiceName[];
};

type PanelProps = Pick<BoardProps, 'lang' | 'services'>;

/** A field of the panel: no name, because it is not sent. */
const PanelField = ({ name, lang, services }: PanelProps & { readonly name: FieldName }) => {
  const { label, hint, lines } = fields[name];
  const more = name === 'act' ? servicesThere(services)[lang] : null;
  const Field = lines ? Textarea : Input;
  return (
    <Field
      id={`board-${name}`}
      label={{ text: label[lang], class: 'govuk-label--s' }}
      hint={[hint?.[lang], more].filter(Boolean).join(' ') || undefined}
      group={{ attributes: { [`data-board-group-${name}`]: '', hidden: true } }}
      attributes={{ [`data-board-field-${name}`]: '', maxlength: 2000 }}
    />
  );
};

const Act = ({
  mark,
  text,
  kind = 'secondary',
}: {
  mark: string;
  text: string;
  kind?: 'secondary' | 'warning';
}) => (
  <Button
    type="button"
    kind={kind}
    class="govuk-!-margin-bottom-2"
    attributes={{ [`data-board-${mark}`]: '' }}
  >
    {text}
  </Button>
);

const Panel = ({ lang, services }: PanelProps) => (
  <section class="tt-board__panel" aria-labelledby="board-heading">
    <Select
      id="board-list"
      label={{ text: words.list[lang], class: 'govuk-label--s' }}
      items={[]}
      attributes={{ 'data-board-list': '' }}
    />
    <h2 class="govuk-heading-s" id="board-heading" tabIndex={-1} data-board-heading>
      {words.process[lang]}
    </h2>
    {fieldNames.map((name) => (
      <PanelField name={name} lang={lang} services={services} />
    ))}
    <div class="govuk-checkboxes govuk-checkboxes--small govuk-form-group" data-board-branch hidden>
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" type="checkbox" id="board-otherwise" data-board-otherwise />
        <label class="govuk-label govuk-checkboxes__label" for="board-otherwise">
          {otherwise[lang]}
        </label>
      </div>
    </div>
    <div data-board-after hidden>
      <Select
        id="board-followers"
        label={{ text: words.followers[lang], class: 'govuk-label--s' }}
        items={offers
          .filter(({ follows }) => follows)
          .map(({ id, label }) => ({ value: id, text: label[lang] }))}
        attributes={{ 'data-board-followers': '' }}
      />
      <Act mark="append" text={words.append[lang]} />
      <Select
        id="board-targets"
        label={{ text: words.targets[lang], class: 'govuk-label--s' }}
        items={[]}
        attributes={{ 'data-board-targets': '' }}
      />
      <Act mark="connect" text={words.connect[lang]} />
    </div>
    <div class="govuk-button-group" role="group" aria-label={words.edit[lang]}>
      <Act mark="undo" text={words.undo[lang]} />
      <Act mark="redo" text={words.redo[lang]} />
      <Act mark="remove" text={words.remove[lang]} kind="warning" />
    </div>
  </section>
);

/** What must be mended and what only deserves a look, each under its own heading; the drawing marks them apart, too. */
const Findings = ({ findings, lang }: Pick<BoardProps, 'findings' | 'lang'>) =>
  (['error', 'warning'] as const).map((severity) => {
    const own = findings.filter((one) => one.severity === severity);
    return own.length > 0 && <Found severity={severity} own={own} all={findings} lang={lang} />;
  });

type FoundProps = {
  readonly severity: Finding['severity'];
  readonly own: BoardProps['findings'];
  readonly all: BoardProps['findings'];
  readonly lang: Language;
};

const Found = ({ severity, own, all, lang }: FoundProps) => (
  <>
    <h2 class="govuk-heading-m">{words[severity][lang]}</h2>
    <ul class={`govuk-list govuk-list--bullet tt-board__${severity}`}>
      {own.map((one) => (
        <li
          id={
            one === all.find(({ element }) => element === one.element)
              ? findingAnchor(one.element)
              : undefined
          }
          data-board-finding={idOnBoard(one.element)}
          data-board-severity={severity}
          tabIndex={-1}
        >
          {one.message[lang]}{' '}
          <button type="button" class="govuk-link tt-board__show" hidden>
            {words.show[lang]}
            <span class="govuk-visually-hidden">: {one.message[lang]}</span>
          </button>
        </li>
      ))}
    </ul>
  </>
);

/** The board and its list of findings. The form that sends the drawing holds the `DrawnField`. */
export const Board = ({ lang, findings, services }: BoardProps) => (
  <>
    <noscript>
      <p class="govuk-inset-text">{words.none[lang]}</p>
    </noscript>
    <p class="govuk-inset-text" data-board-failed hidden>
      {words.failed[lang]}
    </p>
    <p class="govuk-inset-text" role="alert" data-board-unsaved hidden>
      {words.unsaved[lang]}
    </p>
    <div data-board-shown hidden>
      <p class="govuk-hint">{words.sheetHelp[lang]}</p>
      <Act mark="palette" text={words.palette[lang]} />
    </div>
    <div role="status">
      <p class="govuk-inset-text" data-board-joined hidden>
        {words.joined[lang]}
      </p>
      <p class="govuk-inset-text" data-board-unjoined hidden>
        {words.unjoined[lang]}
      </p>
    </div>
    <div class="tt-board" data-board-shown hidden>
      <section
        class="tt-board__sheet"
        aria-label={words.sheet[lang]}
        data-board-sheet={words.process[lang]}
      />
      <Panel lang={lang} services={services} />
    </div>
    {findings.length > 0 && <Findings findings={findings} lang={lang} />}
  </>
);

/** The drawing as a field of a form: `xml`, as `toBoard` gives it. */
export const DrawnField = ({ xml }: { readonly xml: string }) => (
  <textarea name="xml" hidden data-board-drawing value={xml} />
);
