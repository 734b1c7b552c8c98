/** A page, a section and a rule as they are typed in the builder, and what they make. Pure. */
import { Invalid } from '../../../../ground/operate/errors.ts';
import type { Text } from '../../../../ground/text/language.ts';
import { input, text } from '../../../../ground/web/input.ts';
import type { Definition, Field, Page, Rule, Section } from '../../../../work/forms/index.ts';
import { conditionFrom, conditionInputs, shownCondition } from './condition-input.ts';
import { words } from './words.ts';

const short = (label: Text, max = 300) => text({ label, max, min: 0 });

type ValueOf<I> = I extends { read: (...args: never[]) => infer R } ? Extract<R, { value: unknown }> : never;
type Texts = Readonly<Record<string, string>>;

/** Without what is not there: a definition says nothing where nothing is meant. */
const without = <T extends object>(whole: T): T =>
  Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as T;

const both = (vi: string, en: string): Text | undefined => (vi === '' ? undefined : { vi, en: en || vi });

export const pageInput = input({
  title: text({ label: words.pageTitle, max: 200 }),
  titleEn: short(words.pageTitleEn, 200),
  intro: text({ label: words.pageIntro, max: 2000, min: 0, lines: true }),
  introEn: text({ label: words.pageIntroEn, max: 2000, min: 0, lines: true }),
  repeatId: text({
    label: words.repeatId,
    max: 60,
    min: 0,
    pattern: /^([a-z][A-Za-z0-9]*)?$/,
    hint: words.idHint,
  }),
  repeatTitle: short(words.repeatTitle, 100),
  repeatTitleEn: short(words.repeatTitleEn, 100),
  repeatMin: short(words.repeatMin, 5),
  repeatMax: short(words.repeatMax, 5),
  ...conditionInputs,
});

function countIn(field: 'repeatMin' | 'repeatMax', typed: string): number | undefined {
  if (typed === '') return undefined;
  if (!/^\d{1,3}$/.test(typed) || Number(typed) > 100)
    throw new Invalid([{ field, message: words.wholeNumber }]);
  return Number(typed);
}

/** The page that was typed, with the questions of the one before. Throws Invalid. */
export function pageFrom(
  typed: ValueOf<typeof pageInput>['value'],
  before: Page,
  earlier: readonly Field[],
): Page {
  const repeat = typed.repeatId !== '' && {
    id: typed.repeatId,
    title: both(typed.repeatTitle || typed.title, typed.repeatTitleEn)!,
    min: countIn('repeatMin', typed.repeatMin),
    max: countIn('repeatMax', typed.repeatMax),
  };
  return without({
    ...before,
    title: both(typed.title, typed.titleEn)!,
    intro: both(typed.intro, typed.introEn),
    showIf: conditionFrom(typed, before.showIf, earlier),
    repeat: repeat ? without(repeat) : undefined,
  }) as Page;
}

export const shownPage = ({ title, intro, repeat, showIf }: Page): Texts => ({
  title: title.vi,
  titleEn: title.en,
  intro: intro?.vi ?? '',
  introEn: intro?.en ?? '',
  repeatId: repeat?.id ?? '',
  repeatTitle: repeat?.title.vi ?? '',
  repeatTitleEn: repeat?.title.en ?? '',
  repeatMin: repeat?.min === undefined ? '' : String(repeat.min),
  repeatMax: repeat?.max === undefined ? '' : String(repeat.max),
  ...shownCondition(showIf),
});

export const sectionInput = input({
  title: text({ label: words.sectionTitle, max: 200 }),
  titleEn: short(words.sectionTitleEn, 200),
  ...conditionInputs,
});

/** The section that was typed, with the pages of the one before. Throws Invalid. */
export const sectionFrom = (
  typed: ValueOf<typeof sectionInput>['value'],
  before: Section,
  earlier: readonly Field[],
): Section =>
  without({
    ...before,
    title: both(typed.title, typed.titleEn)!,
    showIf: conditionFrom(typed, before.showIf, earlier),
  }) as Section;

export const shownSection = ({ title, showIf }: Section): Texts => ({
  title: title.vi,
  titleEn: title.en,
  ...shownCondition(showIf),
});

export const ruleInput = input({
  id: text({
    label: words.ruleId,
    max: 80,
    pattern: /^[a-z0-9][a-z0-9-]*$/,
    hint: words.ruleIdHint,
  }),
  field: text({ label: words.ruleField, max: 80 }),
  message: text({ label: words.ruleMessage, max: 300 }),
  messageEn: short(words.ruleMessageEn),
  ...conditionInputs,
});

/** The rule that was typed. Throws Invalid. */
export function ruleFrom(
  typed: ValueOf<typeof ruleInput>['value'],
  before: Rule | null,
  all: readonly Field[],
): Rule {
  const when = conditionFrom(typed, before?.when, all);
  if (when === undefined) throw new Invalid([{ field: 'when0.field', message: words.needsCondition }]);
  return { id: typed.id, when, field: typed.field, message: both(typed.message, typed.messageEn)! };
}

/** A rule as texts; a new one gets an id of its own. */
export const shownRule = (rule: Rule | null, { rules = [] }: Definition): Texts =>
  rule === null
    ? { id: `rule${rules.length + 1}` }
    : {
        id: rule.id,
        field: rule.field,
        message: rule.message.vi,
        messageEn: rule.message.en,
        ...shownCondition(rule.when),
      };
