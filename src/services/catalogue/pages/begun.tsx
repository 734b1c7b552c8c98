/**
 * Two editors at once: each page of an editor carries the mark of what it began from. If somebody has saved something
 * else meanwhile, nothing is stored: the page comes back with all that was entered, and the person looks at the other
 * version, keeps a copy, or saves over it on purpose (Circular 21/2023 art. 5: functions on processes and forms).
 */
import { createHash } from 'node:crypto';
import type { ComponentChildren } from 'preact';
import { Checkboxes } from '../../../ground/ui/index.ts';
import { Invalid, type FieldError } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import { errorOf, typedIn } from '../../../ground/web/form.tsx';
import { input, text, type Input } from '../../../ground/web/input.ts';
import type { Fault } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { MOVED_FIELD, movedSentence } from '../drafts.ts';

const words = {
  heading: { vi: 'Người khác vừa lưu bản mới', en: 'Somebody else has saved a newer version' },
  look: { vi: 'Xem bản đang lưu (mở thẻ mới)', en: 'See what is stored now (opens a new tab)' },
  over: {
    vi: 'Lưu đè: bản của tôi thay cho bản người kia vừa lưu',
    en: 'Save over it: mine replaces what the other person has saved',
  },
  label: { vi: 'bản đã mở', en: 'the version that was opened' },
} as const satisfies Record<string, Text>;

const MARK = 22;
const marks = input({
  [MOVED_FIELD]: text({ label: words.label, max: MARK, min: 0 }),
  over: text({ label: words.label, max: MARK, min: 0 }),
});

/** What a form says of the version that it began from. */
export type Begun = {
  /** Mark of what was stored when the page was opened. */
  readonly begun: string;
  /** Mark of what the person wants to save over; empty: of nothing. */
  readonly over: string;
};

/** The input of a page, with the marks of the version that it began from. */
export const withBegun = <T,>(own: Input<T>): Input<T & Begun> => ({
  schema: { allOf: [own.schema, marks.schema] },
  read: (raw) => {
    const [typed, begun] = [own.read(raw), marks.read(raw)];
    if ('errors' in typed) return typed;
    return 'errors' in begun ? begun : { value: { ...typed.value, ...(begun.value as Begun) } };
  },
});

const markOf = (stored: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(stored ?? null))
    .digest('base64url')
    .slice(0, MARK);

/** Throws Invalid when what is stored is neither what the page began from nor what the person wants to save over. */
export function refuseMoved(
  { begun, over }: Begun,
  stored: unknown,
  differences: () => readonly FieldError[] = () => [],
): void {
  const now = markOf(stored);
  if (begun !== now && over !== now)
    throw new Invalid([{ field: MOVED_FIELD, message: movedSentence }, ...differences()]);
}

type BegunProps = {
  readonly visit: Visit;
  readonly fault: Fault | null;
  /** What is stored now of that which this form changes. */
  readonly stored: unknown;
  /** False for a second form of the page, which was not the one sent. */
  readonly sent?: boolean;
  /** What else the person can do: download what they made. */
  readonly children?: ComponentChildren;
};

/** Whether a form was refused because somebody else had saved meanwhile. */
export const isMoved = (fault: Fault | null): boolean =>
  fault?.errors.some(({ field }) => field === MOVED_FIELD) ?? false;

/** The marks in a form; after a refusal also what the person can do now. */
export const BegunFields = ({ visit, fault, stored, sent = true, children }: BegunProps) => (
  <>
    <input type="hidden" name={MOVED_FIELD} value={typedIn(fault, MOVED_FIELD) ?? markOf(stored)} />
    {sent && isMoved(fault) && (
      <section id={MOVED_FIELD} tabIndex={-1} class="govuk-inset-text">
        <h2 class="govuk-heading-m">{words.heading[visit.lang]}</h2>
        <p class="govuk-body">{errorOf(fault, MOVED_FIELD, visit)}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={addressOf(visit)} target="_blank" rel="noopener">
            {words.look[visit.lang]}
          </a>
        </p>
        {children}
        <Checkboxes name="over" small items={[{ value: markOf(stored), text: words.over[visit.lang] }]} />
      </section>
    )}
  </>
);

/** The page itself, opened anew. */
const addressOf = ({ path, query }: Visit): string => {
  const asked = new URLSearchParams(query).toString();
  return asked ? `${path}?${asked}` : path;
};
