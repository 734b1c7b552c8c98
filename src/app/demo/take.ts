/** Takes a walk: does its steps over HTTP, one after the other, and looks after each how the dossier stands. */
import { dossierPath, stateName, type State } from '../../services/dossiers/index.ts';
import {
  attribute,
  elements,
  newBrowser,
  textOf,
  type Browser,
  type Filling,
  type Screen,
  type Seen,
} from './browser.ts';
import { arrive, type Present } from './people.ts';
import { typed } from './typed.ts';
import type { Role, Step, Walk } from './walk.ts';

/** What became of a step. */
export type Taken = {
  readonly role: Role;
  readonly person: string;
  readonly act: string;
  /** Null while there is no dossier. */
  readonly state: State | null;
  /** As the page says it: “09:00 ngày 23/11/2026”. */
  readonly due: string | null;
};

/** A walk that reached its end. */
export type Arrived = { readonly code: string; readonly result: Buffer };

/** Who hears of a walk: of each step when it is done, and (in tests) of each page that is opened on the way. */
export type Listening = {
  readonly step?: (taken: Taken) => void;
  readonly page?: (role: Role, ...seen: Parameters<Seen>) => Promise<void>;
  /** Another kind of browser than the one without scripts. */
  readonly browser?: (origin: string, seen: Seen) => Browser | Promise<Browser>;
};

/** How far a walk has come: the code of the dossier, and its citizen's browser. */
type Gone = { readonly code: string; readonly citizen: Present };

/** Does the steps of a walk, without looking for a result. Throws an Error with one sentence where a step did not hold. */
export async function go(origin: string, walk: Walk, hear: Listening = {}): Promise<Gone> {
  const present = new Map<Role, Present>();
  const come = async (role: Role): Promise<Present> => {
    const seen: Seen = async (...page) => hear.page?.(role, ...page);
    const there = present.get(role) ?? (await arrive(await browserOf(origin, seen), walk, role));
    present.set(role, there);
    return there;
  };
  const browserOf = hear.browser ?? newBrowser;
  let code: string | null = null;
  for (const step of walk.steps) {
    const person = await come(step.who);
    person.screen = await doStep(person.browser, await startOf(person, step, code), step);
    code ??= step.leaves ? codeIn(person.screen) : null;
    const { state, due } = code === null ? { state: null, due: null } : standing(person.screen);
    if (step.leaves && state !== step.leaves) throw astray(person, step, state);
    hear.step?.({ role: step.who, person: person.name, act: step.does, state, due });
  }
  if (code === null) throw new Error(`“${walk.name}” submits nothing.`);
  return { code, citizen: await come('citizen') };
}

/** Walks from sign-in to the result in the vault. Throws an Error with one sentence where a step did not hold. */
export async function take(origin: string, walk: Walk, hear: Listening = {}): Promise<Arrived> {
  const { code, citizen } = await go(origin, walk, hear);
  const result = await fromVault(citizen.browser, walk.result, code);
  hear.step?.({
    role: 'citizen',
    person: citizen.name,
    act: 'finds the result in the vault',
    state: 'returned',
    due: null,
  });
  return { code, result };
}

/** Where a step begins: its own page, the dossier found as this person finds it, or where one is. */
async function startOf({ browser, screen }: Present, step: Step, code: string | null): Promise<Screen> {
  if (step.open) return browser.open(step.open);
  if (code === null) return screen;
  // Who waits for somebody outside may find that it has gone on already, and is no longer among their work.
  if (step.until) return browser.open(dossierPath(code));
  const list = step.who === 'citizen' ? '/cua-toi' : `/viec?q=${encodeURIComponent(code)}`;
  return browser.follow(await browser.open(list), code);
}

/** Does one step on the page where it begins. */
export async function doStep(browser: Browser, from: Screen, step: Step): Promise<Screen> {
  const press = async (on: Screen, words: string): Promise<Screen> => {
    let screen = await browser.press(on, words, step.fill);
    const again = [step.againWhile ?? []].flat();
    for (const until = Date.now() + OUTSIDE_PATIENCE; again.some((said) => isSaid(screen, said));) {
      if (Date.now() > until) break;
      await moment();
      // Some problems are told on a page of their own: one goes back.
      screen = await browser.press(hasButton(screen, words) ? screen : on, words, step.fill);
    }
    return screen;
  };
  let screen = step.until ? await patientlyUntil(browser, from, step.until) : from;
  if (step.follow) screen = await browser.follow(screen, step.follow);
  if (step.press) screen = await press(screen, buttonOn(screen, step.press));
  if (step.change) screen = await browser.follow(screen, step.change);
  if (step.answers) screen = await answer(browser, screen, typed(step.answers));
  if (step.lastly) screen = await press(screen, step.lastly);
  return screen;
}

/** Opens the page again until it says these words; gives up with what it says instead. */
async function patientlyUntil(browser: Browser, from: Screen, words: string): Promise<Screen> {
  let screen = from;
  for (const until = Date.now() + OUTSIDE_PATIENCE; !isSaid(screen, words);) {
    if (Date.now() > until)
      throw new Error(`${from.url.pathname} never said “${words}”: ${screen.text.slice(0, 300)}`);
    await moment();
    screen = await browser.open(from.url.pathname);
  }
  return screen;
}

const isSaid = ({ text }: Screen, words: string): boolean => text.includes(words);

const hasButton = ({ document }: Screen, words: string): boolean =>
  elements(document, 'button').some((one) => textOf(one).startsWith(words));

const PATIENCE = 20_000;
/** Another authority may answer at the second or third time of asking. */
const OUTSIDE_PATIENCE = 120_000;

const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 250));

const buttonOn = (screen: Screen, words: string | readonly string[]): string => {
  const there = elements(screen.document, 'button').map(textOf);
  const wanted = [words].flat();
  return wanted.find((one) => there.some((text) => text.startsWith(one))) ?? wanted[0] ?? '';
};

const MOST_PAGES = 60;

/** Answers page after page. A page that comes back is given again what it newly asks for, such as which of two namesakes. */
async function answer(browser: Browser, first: Screen, inputs: Filling): Promise<Screen> {
  let screen = first;
  let given = '';
  for (let n = 0; n < MOST_PAGES; n++) {
    if (screen.url.pathname.endsWith('/kiem-tra')) return screen;
    const filling = fitting(screen, inputs);
    const giving = `${screen.url.pathname} ${Object.keys(filling).join()}`;
    if (giving === given)
      throw new Error(`${screen.url.pathname} does not take the answers: ${faultsOn(screen)}`);
    given = giving;
    screen = await browser.press(screen, 'Tiếp tục', filling);
  }
  throw new Error(`The form has no end: ${screen.url.pathname}`);
}

/** The inputs that this page has; a box is ticked with its own value. */
export function fitting({ document }: Screen, inputs: Filling): Filling {
  const filling: Record<string, Filling[string]> = {};
  for (const one of ['input', 'select', 'textarea'].flatMap((tag) => elements(document, tag))) {
    const name = attribute(one, 'name') ?? '';
    const given = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (given === undefined) continue;
    const ticked = attribute(one, 'type') === 'checkbox' && given === 'yes';
    filling[name] = ticked ? (attribute(one, 'value') ?? 'on') : given;
  }
  return filling;
}

/** What the page says is wrong, or its first words. */
function faultsOn({ document, text, status }: Screen): string {
  const summary = elements(document, 'div').find((one) =>
    attribute(one, 'class')?.split(' ').includes('govuk-error-summary'),
  );
  return summary ? textOf(summary) : `(${status}) ${text.slice(0, 300)}`;
}

const codeIn = (screen: Screen): string => {
  const [, part, code] = screen.url.pathname.split('/');
  if (part !== 'ho-so' || !code)
    throw new Error(`There is no dossier after submission. ${screen.url.pathname} says: ${faultsOn(screen)}`);
  return decodeURIComponent(code);
};

/** State and date as the page of the dossier shows them. */
function standing({ document }: Screen): Pick<Taken, 'state' | 'due'> {
  const facts = new Map(
    elements(document, 'dl')
      .flatMap((list) => elements(list, 'div'))
      .map((fact) => [elements(fact, 'dt').map(textOf).join(), elements(fact, 'dd').map(textOf)[0] ?? '']),
  );
  const shown = facts.get('Tình trạng');
  const [state] = Object.entries(stateName).find(([, name]) => name.vi === shown) ?? [null];
  return {
    state: state as State | null,
    due: facts.get('Hẹn trả') ?? facts.get('Trả lời tiếp nhận trước') ?? null,
  };
}

const astray = ({ name, screen }: Present, step: Step, state: State | null): Error =>
  new Error(
    `${name} ${step.does}: the dossier should be ${step.leaves}, but is ${state ?? 'nowhere'}. ${screen.url.pathname} says: ${faultsOn(screen)}`,
  );

/** The result comes into the vault by a job: it is looked for again until it is there. */
async function fromVault(browser: Browser, title: string, code: string): Promise<Buffer> {
  const issued = await browser.download(`/ho-so/${encodeURIComponent(code)}/ket-qua`);
  for (const until = Date.now() + PATIENCE; Date.now() < until;) {
    const { document } = await browser.open('/kho');
    for (const link of elements(document, 'a').filter((one) => textOf(one).startsWith(title))) {
      const { status, bytes } = await browser.download(attribute(link, 'href') ?? '');
      if (status === 200 && bytes.equals(issued.bytes)) return bytes;
    }
    await moment();
  }
  throw new Error(`The result of ${code} did not come into the vault within ${PATIENCE / 1000} seconds.`);
}
