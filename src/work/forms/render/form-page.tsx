/**
 * One page of a form as HTML that posts without JavaScript: heading, errors, one idea, continue. The small script may hide questions whose
 * `data-show-if` does not hold; without it their condition stands there in words.
 */
import type { VNode } from 'preact';
import {
  BackLink,
  Button,
  ButtonGroup,
  ErrorSummary,
  Fieldset,
  Speak,
  type Content,
} from '../../../ground/ui/index.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { addItem, removeItem, save } from '../acts.ts';
import type { FileLinks } from '../fields/file-list.tsx';
import type { Entry, ShownPage } from '../fill.ts';
import { mostItems } from '../json-schema.ts';
import { countName } from '../parse.ts';
import type { ProvenanceByPath } from '../provenance.ts';
import type { FormError } from '../schema.ts';
import { errorText } from './error-text.ts';
import { FieldInput, idOf } from './field-input.tsx';

export type FormPageProps = {
  /** The page as `validate` returned it. */
  readonly page: ShownPage;
  readonly language: Language;
  /** Where the page posts to. */
  readonly action: string;
  /** Errors to show; none on the first visit. */
  readonly errors?: readonly FormError[];
  readonly provenance?: ProvenanceByPath;
  readonly backHref?: string | undefined;
  /** Hidden inputs of the edge (the CSRF token). */
  readonly children?: Content;
  readonly wrongHref?: (path: string) => string | undefined;
  /** Whether the person may put the form aside and come back. */
  readonly canSave?: boolean;
  /** Puts the cursor into the first question, for who fills in one form after the other by keys; errors are told first. */
  readonly focusFirst?: boolean;
  /** Where the files of the draft can be looked at. */
  readonly links?: FileLinks;
};

const words = {
  continue: { vi: 'Tiếp tục', en: 'Continue' },
  save: { vi: 'Lưu và làm tiếp sau', en: 'Save and come back later' },
  add: { vi: 'Thêm', en: 'Add another' },
  remove: { vi: 'Bỏ', en: 'Remove' },
} as const satisfies Readonly<Record<string, Text>>;

const allNodes = (entries: readonly Entry[]): readonly Entry[] =>
  entries.flatMap((entry) => [entry, ...allNodes(entry.parts)]);

/** Where an error leads: the first input of its field. A field of several boxes begins with the first of them. */
const hrefOf = (entries: readonly Entry[], path: string): string => {
  const entry = entries.find((one) => one.path === path);
  const type = entry?.node.type;
  const box = type?.kind === 'leaf' && typeof type.gather !== 'string' ? type.gather[0] : undefined;
  return `#${idOf(path)}${box ? `-${box}` : ''}`;
};

type BodyProps = FormPageProps & { readonly alone: boolean };

const Question = ({ entry, props }: { readonly entry: Entry; readonly props: BodyProps }) => (
  <FieldInput
    entry={entry}
    language={props.language}
    errors={props.errors ?? []}
    provenance={props.provenance ?? {}}
    isPageHeading={props.alone}
    wrongHref={props.wrongHref}
    links={props.links}
  />
);

const Items = (props: BodyProps) => {
  const { page, language } = props;
  const { repeat } = page.form.page;
  if (!repeat) return null;
  const { id, title, min = 1, max = mostItems } = repeat;
  return (
    <>
      <input type="hidden" name={countName(id)} value={page.items.length} />
      {page.items.map((item, index) => (
        <Fieldset legend={{ text: `${title[language]} ${index + 1}`, size: 'm' }}>
          {item.map((entry) => (
            <Question entry={entry} props={props} />
          ))}
          {page.items.length > min && (
            <Button kind="secondary" {...removeItem(id, index)}>
              {words.remove[language]}{' '}
              <span class="govuk-visually-hidden">{`${title[language]} ${index + 1}`}</span>
            </Button>
          )}
        </Fieldset>
      ))}
      {page.items.length < max && (
        <Button kind="secondary" {...addItem(id)}>
          {words.add[language]} {title[language].toLowerCase()}
        </Button>
      )}
    </>
  );
};

/** The body of one page; the edge puts the frame around it. */
export const FormPage = (props: FormPageProps): VNode => {
  const { page, language, action, errors = [], children, backHref, canSave, focusFirst } = props;
  const { page: screen, section } = page.form;
  const entries = allNodes([...page.entries, ...page.items.flat()]);
  const alone = !screen.repeat && page.entries.length === 1 && !page.entries[0]?.node.compute;
  const body: BodyProps = { ...props, alone };
  const hasFiles = entries.some(({ node }) => node.field.type === 'files');
  return (
    <Speak lang={language}>
      {backHref && <BackLink href={backHref} />}
      {errors.length > 0 && (
        <ErrorSummary
          errors={errors.map((error) => ({
            text: errorText(error, language),
            href: hrefOf(entries, error.field),
          }))}
        />
      )}
      <form
        method="post"
        action={action}
        noValidate
        enctype={hasFiles ? 'multipart/form-data' : undefined}
        data-focus-first={focusFirst && errors.length === 0 ? true : undefined}
      >
        {children}
        {/* The key Enter presses the first button of a form: without this one it would take a file or an item away. */}
        {(hasFiles || screen.repeat) && (
          <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true" />
        )}
        <span class="govuk-caption-l">{section.title[language]}</span>
        {!alone && (
          <h1 class="govuk-heading-l" id={screen.repeat && idOf(screen.repeat.id)}>
            {screen.title[language]}
          </h1>
        )}
        {screen.intro && <p class="govuk-body">{screen.intro[language]}</p>}
        {page.entries.map((entry) => (
          <Question entry={entry} props={body} />
        ))}
        <Items {...body} />
        <ButtonGroup>
          <Button preventDoubleClick>{words.continue[language]}</Button>
          {canSave && (
            <Button kind="secondary" {...save}>
              {words.save[language]}
            </Button>
          )}
        </ButtonGroup>
      </form>
    </Speak>
  );
};
