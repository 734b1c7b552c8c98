/**
 * The script of the drawing board: brings the drawing of the form to life, keeps the panel beside it in step, and puts the drawing back into
 * the form when that is sent. Without script the page says what to do instead.
 */
import type Modeler from 'bpmn-js/lib/Modeler.js';
import type { Element } from 'bpmn-js/lib/Modeler.js';
import type { Language } from '../../../ground/text/language.ts';
import { inside, nameOfKind } from '../subset.ts';
import './board.css';
import { fieldNames } from './fields.ts';
import { append, canBeFollowed, fit, isJoined, joinOnce, newModeler } from './modeler.ts';
import { offers } from './offers.ts';
import { fieldsOf, isBranch, isOtherwise, readField, writeField, writeOtherwise } from './panel.ts';

/** Marks in the drawing, by what was found. */
const markers = { error: 'tt-wrong', warning: 'tt-doubtful' } as const;
/** Pixels of a sheet on which the palette would cover half of the drawing. */
const NARROW = 560;
const lang: Language = document.documentElement.lang === 'en' ? 'en' : 'vi';

/** The one thing of the page with this mark; the page that links this script has all of them. */
const one = <Kind extends HTMLElement>(mark: string): Kind => {
  const found = document.querySelector<Kind>(`[data-board-${mark}]`);
  if (!found) throw new Error(`The page has no “${mark}”.`);
  return found;
};

const kindOf = ({ type }: Element): string => {
  const kind = inside[type];
  return kind ? nameOfKind[kind][lang] : '';
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What stands for an element in lists: its name and what it is, and of an arrow where it leads. */
function titleOf(element: Element): string {
  const name = readField(element, 'name', lang);
  if (element.target)
    return `${name || (element.source ? titleOf(element.source) : '')} → ${titleOf(element.target)}`.trim();
  const kind = kindOf(element);
  return name && kind ? `${name} (${kind})` : name || capital(kind) || element.id;
}

const ARROW = 'bpmn:SequenceFlow';

/** Steps, events and gateways, then the arrows: whoever has no mouse must be able to take a wrong one out. */
const listed = (modeler: Modeler): readonly Element[] => {
  const all = modeler
    .get('elementRegistry')
    .filter((element) => !element.labelTarget && (element.type in inside || element.type === ARROW));
  return [...all.filter(({ type }) => type !== ARROW), ...all.filter(({ type }) => type === ARROW)];
};

const option = (value: string, text: string): HTMLOptionElement =>
  Object.assign(document.createElement('option'), { value, textContent: text });

/** Keeps the panel in step with what is chosen. */
function newPanel(modeler: Modeler): { show(): void } {
  const heading = one('heading');
  const list = one<HTMLSelectElement>('list');
  const followers = one<HTMLSelectElement>('followers');
  const targets = one<HTMLSelectElement>('targets');
  const after = one('after');
  const branch = one('branch');
  const tick = one<HTMLInputElement>('otherwise');
  const inputs = fieldNames.map((name) => ({
    name,
    group: one(`group-${name}`),
    input: one<HTMLInputElement>(`field-${name}`),
  }));
  const rootName = one('sheet').dataset['boardSheet'] ?? '';

  const chosen = (): Element | null => {
    const [first, second] = modeler.get('selection').get();
    return first && !second ? (first.labelTarget ?? first) : null;
  };
  /** Without a choice the panel is about the process itself. */
  const shown = (): Element => chosen() ?? modeler.get('canvas').getRootElement();

  const show = (): void => {
    const element = shown();
    const own = new Set(fieldsOf(element));
    heading.textContent = chosen() ? titleOf(element) : rootName;
    for (const { name, group, input } of inputs) {
      group.hidden = !own.has(name);
      // What somebody is typing is not taken away.
      if (own.has(name) && (document.activeElement !== input || input.dataset['of'] !== element.id))
        input.value = readField(element, name, lang);
      input.dataset['of'] = element.id;
    }
    branch.hidden = !isBranch(element);
    tick.checked = isOtherwise(element);
    after.hidden = !canBeFollowed(chosen());
    const all = listed(modeler);
    list.replaceChildren(option('', rootName), ...all.map((each) => option(each.id, titleOf(each))));
    list.value = chosen()?.id ?? '';
    const reachable = all.filter(
      (each) => each.type in inside && each !== element && each.type !== 'bpmn:StartEvent',
    );
    targets.replaceChildren(...reachable.map((each) => option(each.id, titleOf(each))));
    one<HTMLButtonElement>('remove').disabled = chosen() === null;
    one<HTMLButtonElement>('undo').disabled = !modeler.get('commandStack').canUndo();
    one<HTMLButtonElement>('redo').disabled = !modeler.get('commandStack').canRedo();
  };

  for (const { name, input } of inputs)
    input.addEventListener('change', () => {
      const element = modeler.get('elementRegistry').get(input.dataset['of'] ?? '');
      if (element) writeField(modeler, element, name, input.value);
    });
  tick.addEventListener('change', () => writeOtherwise(modeler, shown(), tick.checked));
  list.addEventListener('change', () => select(modeler, list.value));
  one('append').addEventListener('click', () => {
    const offer = offers.find(({ id }) => id === followers.value);
    const source = chosen();
    if (!offer || !canBeFollowed(source)) return;
    modeler.get('selection').select(append(modeler, source, offer));
    one<HTMLInputElement>('field-name').focus();
  });
  one('connect').addEventListener('click', () => {
    const [source, target] = [chosen(), modeler.get('elementRegistry').get(targets.value)];
    if (!source || !target) return;
    if (modeler.get('rules').allowed('connection.create', { source, target }))
      modeler.get('modeling').connect(source, target);
    else one('unjoined').hidden = isJoined(source, target);
  });
  one('remove').addEventListener('click', () => {
    const element = chosen();
    if (element) modeler.get('modeling').removeElements([element]);
  });
  one('undo').addEventListener('click', () => modeler.get('commandStack').undo());
  one('redo').addEventListener('click', () => modeler.get('commandStack').redo());
  modeler.get('eventBus').on(['selection.changed', 'commandStack.changed'], show);
  return { show };
}

/** Chooses an element and brings it into sight; without one nothing is chosen. */
function select(modeler: Modeler, id: string): void {
  const element = modeler.get('elementRegistry').get(id) ?? null;
  modeler.get('selection').select(element);
  if (element) modeler.get('canvas').scrollToElement(element, 100);
}

/** Marks what was found wrong, and leads from each sentence to its element. */
function markFindings(modeler: Modeler): void {
  for (const finding of document.querySelectorAll<HTMLElement>('[data-board-finding]')) {
    const id = finding.dataset['boardFinding'] ?? '';
    if (!modeler.get('elementRegistry').get(id)) continue;
    const isError = finding.dataset['boardSeverity'] === 'error';
    modeler.get('canvas').addMarker(id, isError ? markers.error : markers.warning);
    const button = finding.querySelector('button');
    if (button) button.hidden = false;
    button?.addEventListener('click', () => {
      select(modeler, id);
      one('sheet').scrollIntoView({ block: 'nearest' });
      one('heading').focus();
    });
  }
}

/** Says why two elements are not joined, until something else is done. */
function tellJoining(modeler: Modeler): void {
  joinOnce(modeler, () => (one('joined').hidden = false));
  modeler.get('eventBus').on(['selection.changed', 'commandStack.changed', 'connect.start'], () => {
    one('joined').hidden = true;
    one('unjoined').hidden = true;
  });
}

/** The palette can be put away; on a phone it begins so. */
function foldPalette(modeler: Modeler, sheet: HTMLElement): void {
  const palette = modeler.get('palette');
  const button = one('palette');
  const tell = (): void => button.setAttribute('aria-expanded', String(palette.isOpen()));
  if (sheet.clientWidth < NARROW) palette.close();
  button.addEventListener('click', () => palette.toggle());
  modeler.get('eventBus').on('palette.changed', tell);
  tell();
}

/** Puts the drawing into the form when that is sent; a drawing that nobody touched goes back as it came. */
function sendWith(modeler: Modeler, drawing: HTMLTextAreaElement): void {
  let sent = false;
  const isChanged = (): boolean => modeler.get('commandStack').canUndo();
  const write = async (): Promise<void> => {
    const { xml } = await modeler.saveXML({ format: true }).catch(() => ({ xml: undefined }));
    one('unsaved').hidden = xml !== undefined;
    if (xml === undefined) return one('unsaved').scrollIntoView();
    drawing.value = xml;
    sent = true;
    drawing.form?.submit();
  };
  drawing.form?.addEventListener('submit', (event) => {
    if (sent || !isChanged()) {
      sent = true;
      return;
    }
    event.preventDefault();
    void write();
  });
  globalThis.addEventListener('beforeunload', (event) => {
    if (!sent && isChanged()) event.preventDefault();
  });
}

async function begin(): Promise<void> {
  const drawing = one<HTMLTextAreaElement>('drawing');
  const sheet = one('sheet');
  for (const shown of document.querySelectorAll<HTMLElement>('[data-board-shown]')) shown.hidden = false;
  const modeler = newModeler(sheet, lang);
  try {
    await modeler.importXML(drawing.value);
  } catch {
    // The file cannot be drawn; what it said is still in the form, and the page says what to do instead.
    for (const shown of document.querySelectorAll<HTMLElement>('[data-board-shown]')) shown.hidden = true;
    one('failed').hidden = false;
    return;
  }
  const paper = sheet.querySelector('svg[tabindex]');
  paper?.setAttribute('role', 'application');
  paper?.setAttribute('aria-label', sheet.getAttribute('aria-label') ?? '');
  foldPalette(modeler, sheet);
  fit(modeler);
  newPanel(modeler).show();
  tellJoining(modeler);
  markFindings(modeler);
  sendWith(modeler, drawing);
  sheet.dataset['boardReady'] = '';
}

void begin();
