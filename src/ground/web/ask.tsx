/** A page that asks a few questions and does one act: the form of most administration. */
import type { ComponentChildren, VNode } from 'preact';
import type { Act } from '../db/act.ts';
import { Invalid } from '../operate/errors.ts';
import type { Language, Text } from '../text/language.ts';
import { Button, Checkboxes, DatePicker, Input, Radios, Select, Textarea } from '../ui/index.ts';
import { errorOf, Faults, Form } from './form.tsx';
import { day, flag, input, oneOf, optional, several, text, type Field } from './input.ts';
import { page, type Fault, type Onward, type Page, type View, type Who } from './page.ts';
import type { Visit } from './visit.ts';

/** One choice, in words. */
export type Option = { readonly value: string; readonly text: Text; readonly hint?: Text };

type Shown<Gathered> = {
  readonly name: string;
  readonly values: readonly string[];
  readonly error: string | undefined;
  readonly lang: Language;
  readonly gathered: Gathered;
};

/** One question: how the answer is read, and how the question looks. */
export type Question<Gathered = unknown, Answer = unknown> = {
  readonly field: Field<Answer>;
  readonly show: (at: Shown<Gathered>) => VNode;
  /** What may be chosen, where that depends on the data: an answer outside of it is refused. */
  readonly choices?: (gathered: Gathered) => readonly Option[];
};

/** By name; undefined: not asked here. */
type Questions<Gathered> = Readonly<Record<string, Question<Gathered> | undefined>>;
type Answers<Asked> = {
  [Name in keyof Asked]: Asked[Name] extends Question<never, infer T> | undefined ? T : never;
};

type Asking<Gathered, Asked> = {
  readonly path: string;
  readonly who: Who;
  readonly example: string | null;
  readonly title: Text;
  /** What the act is about: a name above the title. */
  readonly about?: (gathered: Gathered) => Text;
  readonly crumbs?: (gathered: Gathered, visit: Visit) => NonNullable<View['crumbs']>;
  /** What one should know before answering. */
  readonly lead?: (gathered: Gathered, visit: Visit) => ComponentChildren;
  readonly questions: Asked & Questions<NoInfer<Gathered>>;
  /** Answers as they are now, to be changed. */
  readonly initial?: (gathered: Gathered) => { readonly [Name in keyof Asked]?: string | readonly string[] };
  readonly button: Text;
  /** The act takes something away. */
  readonly grave?: boolean;
  readonly gather: (visit: Visit) => Promise<Gathered>;
  readonly act: (
    act: Act,
    answers: Answers<Asked>,
    at: { readonly gathered: Gathered; readonly visit: Visit },
  ) => Promise<Onward>;
};

const isAsked = <Q,>(entry: [string, Q | undefined]): entry is [string, Q] => entry[1] !== undefined;

const listOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

/** Makes the page. Answers that were typed stay when something is wrong. Write `gather: ({ look }: Visit) => …` first: the rest is typed by what it gives. */
export const askPage = <Gathered, Asked extends Questions<never>>(asking: Asking<Gathered, Asked>): Page => {
  const questions = Object.entries<Question<Gathered> | undefined>(asking.questions).filter(isAsked);
  const fields = Object.fromEntries(questions.map(([name, { field }]) => [name, field]));
  return page({
    path: asking.path,
    who: asking.who,
    example: asking.example,
    input: input(fields),
    gather: asking.gather,
    view: (gathered, visit, fault) => {
      const { lang } = visit;
      const initial: Readonly<Record<string, unknown>> = asking.initial?.(gathered) ?? {};
      const valuesOf = (
        name: string,
        { typed }: Fault | { readonly typed: null } = fault ?? { typed: null },
      ) => listOf(typed ? typed[name] : initial[name]);
      return {
        title: asking.title,
        crumbs: asking.crumbs?.(gathered, visit),
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              {asking.about && <span class="govuk-caption-l">{asking.about(gathered)[lang]}</span>}
              <h1 class="govuk-heading-l">{asking.title[lang]}</h1>
              {asking.lead?.(gathered, visit)}
              <Form visit={visit} action={visit.path + searchOf(visit)}>
                {questions.map(([name, { show }]) =>
                  show({ name, values: valuesOf(name), error: errorOf(fault, name, visit), lang, gathered }),
                )}
                <Button kind={asking.grave ? 'warning' : 'primary'} preventDoubleClick>
                  {asking.button[lang]}
                </Button>
              </Form>
            </div>
          </div>
        ),
      };
    },
    act: async (act, answers, { gathered, visit }) => {
      for (const [name, { choices }] of questions) {
        const offered = choices?.(gathered).map(({ value }) => value);
        if (offered && !listOf(answers[name]).every((one) => offered.includes(one)))
          throw new Invalid([
            {
              field: name,
              message: { vi: 'Hãy chọn lại trong danh sách.', en: 'Choose from the list again.' },
            },
          ]);
      }
      return asking.act(act, answers as Answers<Asked>, { gathered, visit });
    },
  });
};

const searchOf = ({ query }: Visit): string => {
  const search = new URLSearchParams(query).toString();
  return search ? `?${search}` : '';
};

type Look = { readonly hint?: Text };
/** `nothing`: what is said where the data offer no choice. */
type ChoiceLook = Look & { readonly nothing?: Text };
type TextLook = Look & {
  readonly max?: number;
  readonly width?: 5 | 10 | 20 | 30;
  readonly autocomplete?: string;
  /** Ready answers that the browser offers while one types. */
  readonly offers?: string;
};

/** The label inside a sentence: "Hãy nhập tên cơ quan." */
const within = ({ vi, en }: Text): Text => ({ vi: lower(vi), en: lower(en) });
const lower = (words: string): string =>
  words.slice(0, 2) === words.slice(0, 2).toUpperCase()
    ? words
    : words.charAt(0).toLowerCase() + words.slice(1);

const optionalMark = { vi: ' (nếu có)', en: ' (optional)' } as const;

const line =
  (label: Text, { hint, width, autocomplete, offers }: TextLook, mark?: Text): Question['show'] =>
  ({ name, values, error, lang }) => (
    <Input
      id={name}
      name={name}
      label={label[lang] + (mark?.[lang] ?? '')}
      hint={hint?.[lang]}
      value={values[0]}
      error={error}
      width={width}
      autocomplete={autocomplete}
      attributes={offers ? { list: offers } : undefined}
    />
  );

const items = (options: readonly Option[], lang: Language) =>
  options.map(({ value, text: words, hint }) => ({ value, text: words[lang], hint: hint?.[lang] }));

/** The kinds of questions. */
export const ask = {
  /** One line. */
  text: (label: Text, look: TextLook = {}): Question<unknown, string> => ({
    field: text({ label: within(label), max: look.max }),
    show: line(label, look),
  }),
  /** One line that may stay empty. */
  maybe: (label: Text, look: TextLook = {}): Question<unknown, string | null> => ({
    field: optional(text({ label: within(label), max: look.max })),
    show: line(label, look, optionalMark),
  }),
  /** Several lines: reasons, descriptions. */
  long: (
    label: Text,
    look: Look & { readonly max?: number; readonly rows?: number } = {},
  ): Question<unknown, string> => ({
    field: text({ label: within(label), max: look.max ?? 2000, lines: true }),
    show: ({ name, values, error, lang }) => (
      <Textarea
        id={name}
        name={name}
        label={label[lang]}
        hint={look.hint?.[lang]}
        value={values[0]}
        error={error}
        rows={look.rows ?? 4}
      />
    ),
  }),
  /** A day. */
  day: (label: Text, look: Look = {}): Question<unknown, string> => ({
    field: day(within(label)),
    show: dayLine(label, look),
  }),
  /** A day that may stay empty. */
  maybeDay: (label: Text, look: Look = {}): Question<unknown, string | null> => ({
    field: optional(day(within(label))),
    show: dayLine(label, look, optionalMark),
  }),
  /** One of a few words that never change. */
  oneOf: <const Words extends readonly [string, ...string[]]>(
    label: Text,
    names: { readonly [Word in Words[number]]: Text },
    words: Words,
  ): Question<unknown, Words[number]> => ({
    field: oneOf(words, within(label)),
    show: ({ name, values, error, lang }) => (
      <Radios
        name={name}
        legend={label[lang]}
        error={error}
        value={values[0]}
        items={words.map((word) => ({ value: word, text: names[word as Words[number]][lang] }))}
      />
    ),
  }),
  /** One of what the data offer: radios for a few, a list for more. */
  choice: <Gathered,>(
    label: Text,
    choices: (gathered: Gathered) => readonly Option[],
    look: ChoiceLook = {},
  ): Question<Gathered, string> => ({
    field: text({ label: within(label) }),
    choices,
    show: choiceOf(label, choices, look, null),
  }),
  /** As `choice`, but none is an answer. */
  maybeChoice: <Gathered,>(
    label: Text,
    choices: (gathered: Gathered) => readonly Option[],
    none: Text,
    look: Look = {},
  ): Question<Gathered, string | null> => ({
    field: optional(text({ label: within(label) })),
    choices,
    show: choiceOf(label, choices, look, none),
  }),
  /** Any number of what the data offer. */
  several: <Gathered,>(
    label: Text,
    choices: (gathered: Gathered) => readonly Option[],
    look: Look = {},
  ): Question<Gathered, readonly string[]> => ({
    field: several(within(label)),
    choices,
    show: ({ name, values, error, lang, gathered }) => (
      <Checkboxes
        name={name}
        legend={label[lang]}
        hint={look.hint?.[lang]}
        error={error}
        values={values}
        items={items(choices(gathered), lang)}
        small
      />
    ),
  }),
  /** Carried along unseen: the version that was shown. */
  hidden: (): Question<unknown, string> => ({
    field: text({ label: { vi: 'phiên bản', en: 'the version' }, max: 60 }),
    show: ({ name, values }) => <input type="hidden" name={name} value={values[0]} />,
  }),
  /** A tick. */
  flag: (label: Text): Question<unknown, boolean> => ({
    field: flag(),
    show: ({ name, values, lang }) => (
      <Checkboxes name={name} values={values} items={[{ value: 'on', text: label[lang] }]} />
    ),
  }),
} as const;

function dayLine(label: Text, { hint }: Look, mark?: Text): Question['show'] {
  return ({ name, values, error, lang }) => (
    <DatePicker
      id={name}
      name={name}
      label={label[lang] + (mark?.[lang] ?? '')}
      hint={hint?.[lang]}
      value={/^\d{4}-/.test(values[0] ?? '') ? values[0]!.split('-').toReversed().join('/') : values[0]}
      error={error}
    />
  );
}

const FEW = 6;

const nothing: Text = {
  vi: 'Chưa có gì để chọn. Hãy tìm ở trên trước.',
  en: 'There is nothing to choose yet. Search above first.',
};

const NothingToChoose = ({ id, label, hint }: { id: string; label: string; hint: string }) => (
  <div class="govuk-form-group" id={id}>
    <p class="govuk-label">{label}</p>
    <p class="govuk-hint">{hint}</p>
  </div>
);

function choiceOf<Gathered>(
  label: Text,
  choices: (gathered: Gathered) => readonly Option[],
  look: ChoiceLook,
  none: Text | null,
): Question<Gathered>['show'] {
  return ({ name, values, error, lang, gathered }) => {
    const options = choices(gathered);
    const all = none ? [{ value: '', text: none }, ...options] : options;
    const field = { name, error, hint: look.hint?.[lang] };
    if (all.length > 0 && all.length <= FEW)
      return <Radios {...field} legend={label[lang]} value={values[0]} items={items(all, lang)} />;
    if (all.length === 0)
      return <NothingToChoose id={name} label={label[lang]} hint={(look.nothing ?? nothing)[lang]} />;
    const choose = { value: '', text: { vi: 'Hãy chọn', en: 'Choose' } };
    return (
      <Select
        {...field}
        id={name}
        label={label[lang]}
        value={values[0]}
        items={items(none ? all : [choose, ...all], lang).map(({ value, text: words }) => ({
          value,
          text: words,
        }))}
      />
    );
  };
}
