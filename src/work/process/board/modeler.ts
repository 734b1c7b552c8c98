/** The drawing library as we use it: our attributes, our words, and only what stands in the subset. Runs in the browser. */
import Modeler, { type Element, type Services } from 'bpmn-js/lib/Modeler.js';
import type { Language } from '../../../ground/text/language.ts';
import { toantrinh } from '../attributes.ts';
import { offers, replacements, type Offer } from './offers.ts';
import { vietnamese } from './vietnamese.ts';

type Entries = Readonly<Record<string, object>>;

/** Later than the library's own entries (1000), which are then chosen from. */
const LAST = 100;
/** Tools and frames of the palette that stay beside what we offer. */
const tools = ['hand-tool', 'lasso-tool', 'space-tool', 'global-connect-tool', 'tool-separator'];
const FRAME = 'create.participant-expanded';
/** What the pad at an element keeps of the library. */
const pad = [
  'lane-insert-above',
  'lane-divide-two',
  'lane-divide-three',
  'lane-insert-below',
  'append.text-annotation',
  'replace',
  'connect',
  'delete',
];
/** What can be added right at an element; all of it is in the palette. */
const atHand = new Set(['user-task', 'exclusive', 'parallel', 'timer', 'end']);

const kept = (entries: Entries, names: readonly string[]): Entries =>
  Object.fromEntries(names.flatMap((name) => (entries[name] ? [[name, entries[name]]] : [])));

const menuOf = (entries: Entries, lang: Language): Entries =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([name, entry]) => {
      const label = replacements[name]?.[lang];
      return label === undefined ? [] : [[name, { ...entry, label }]];
    }),
  );

const titleOf = ({ label, tip }: Offer, lang: Language): string =>
  tip ? `${label[lang]} (${tip[lang]})` : label[lang];

/** The values of a new shape. */
const valuesOf = ({ type, event }: Offer): Readonly<Record<string, unknown>> => ({
  type,
  ...(event && { eventDefinitionType: event }),
  ...(type === 'bpmn:SubProcess' && { isExpanded: true }),
});

/** Whether something can follow an element. */
export const canBeFollowed = (element: Element | null): element is Element =>
  element !== null && element.businessObject.$instanceOf('bpmn:FlowNode') && element.type !== 'bpmn:EndEvent';

/**
 * Draws an offer after an element and joins them. Where the element leads on to one other, the new one comes in between; behind a gateway, and
 * where nothing can follow the new one, it begins a branch.
 */
export function append(modeler: Modeler, source: Element, offer: Offer): Element {
  const [onward, another] = (source.outgoing ?? []).filter(({ type }) => type === 'bpmn:SequenceFlow');
  const shape = modeler.get('elementFactory').createShape(valuesOf(offer));
  const added = modeler.get('autoPlace').append(source, shape);
  const isBetween = onward && !another && !source.businessObject.$instanceOf('bpmn:Gateway');
  if (isBetween && canBeFollowed(added)) {
    const { x, y, width, height } = added;
    modeler.get('modeling').reconnectStart(onward, added, { x: x + width / 2, y: y + height / 2 });
  }
  return added;
}

/** Whether an arrow leads from one element to another; behind a gateway that chooses there may be a second one. */
export const isJoined = (source: Element, target: Element, but?: Element): boolean =>
  source.type !== 'bpmn:ExclusiveGateway' &&
  (source.outgoing ?? []).some(
    (one) => one !== but && one.type === 'bpmn:SequenceFlow' && one.target?.id === target.id,
  );

type Joining = { readonly connection?: Element; readonly source?: Element; readonly target?: Element };

/** Before the rules of the library (1000): two arrows between the same two would run what follows twice. */
const FIRST = 2000;

/** Refuses a second arrow between two elements. `refused` is told of every one that somebody is about to draw. */
export function joinOnce(modeler: Modeler, refused: () => void): void {
  for (const command of ['connection.create', 'connection.reconnect'])
    modeler.get('eventBus').on(`commandStack.${command}.canExecute`, FIRST, (event) => {
      const { connection, source, target } = event['context'] as Joining;
      if (!source || !target || !isJoined(source, target, connection)) return undefined;
      refused();
      return false;
    });
}

/** Leaves in palette, pad and menu what the subset has. */
function offerSubset(lang: Language) {
  const init = (
    palette: Services['palette'],
    contextPad: Services['contextPad'],
    popupMenu: Services['popupMenu'],
    create: Services['create'],
    elementFactory: Services['elementFactory'],
    autoPlace: Services['autoPlace'],
  ): void => {
    const shapeOf = (offer: Offer): object => elementFactory.createShape(valuesOf(offer));
    const entryOf = (offer: Offer, action: object): [string, object] => [
      `create.${offer.id}`,
      { group: offer.group, className: offer.icon, title: titleOf(offer, lang), action },
    ];
    palette.registerProvider(LAST, {
      getPaletteEntries: () => (entries) => {
        const own = offers.map((offer) => {
          const start = (event: Event): void => create.start(event, shapeOf(offer));
          return entryOf(offer, { dragstart: start, click: start });
        });
        return { ...kept(entries, tools), ...Object.fromEntries(own), ...kept(entries, [FRAME]) };
      },
    });
    contextPad.registerProvider(LAST, {
      getContextPadEntries: (element) => (entries) => {
        const own = (canBeFollowed(element) ? offers.filter(({ id }) => atHand.has(id)) : []).map((offer) =>
          entryOf(offer, {
            click: () => autoPlace.append(element, shapeOf(offer)),
            dragstart: (event: Event) => create.start(event, shapeOf(offer), { source: element }),
          }),
        );
        return { ...Object.fromEntries(own), ...kept(entries, pad) };
      },
    });
    popupMenu.registerProvider('bpmn-replace', LAST, {
      getPopupMenuEntries: () => (entries) => menuOf(entries, lang),
      getPopupMenuHeaderEntries: () => () => ({}),
    });
  };
  const needs = ['palette', 'contextPad', 'popupMenu', 'create', 'elementFactory', 'autoPlace'];
  return { __init__: ['offerSubset'], offerSubset: ['factory', Object.assign(init, { $inject: needs })] };
}

/** Pixels of the palette on the left, which must not cover the drawing, and the smallest scale at which words can be read. */
const PALETTE = 130;
const MARGIN = 20;
const SMALLEST = 0.6;

/** Shows the whole drawing beside the palette, or its beginning where it is too large for that. */
export function fit(modeler: Modeler): void {
  const canvas = modeler.get('canvas');
  const { inner, outer } = canvas.viewbox();
  const left = modeler.get('palette').isOpen() ? PALETTE : MARGIN;
  const room = { width: outer.width - left - MARGIN, height: outer.height - 2 * MARGIN };
  const whole = Math.min(1, room.width / inner.width, room.height / inner.height);
  const scale = Math.max(SMALLEST, whole);
  const [width, height] = [outer.width / scale, outer.height / scale];
  const above = Math.max(MARGIN / scale, (height - inner.height) / 2);
  canvas.viewbox({ x: inner.x - left / scale, y: inner.y - above, width, height });
}

/** The words of the library; `{name}` in them stands for a value. */
const translate =
  (lang: Language) =>
  (words: string, values: Readonly<Record<string, string>> = {}): string =>
    (lang === 'vi' ? (vietnamese[words] ?? words) : words).replace(
      /\{(\w+)\}/g,
      (whole, name: string) => values[name] ?? whole,
    );

/** Makes the board. */
export const newModeler = (container: HTMLElement, lang: Language): Modeler =>
  new Modeler({
    container,
    moddleExtensions: { toantrinh },
    additionalModules: [
      { translate: ['value', translate(lang)] },
      offerSubset(lang),
      // Their pictures bring style attributes, which the content policy of the site refuses.
      {
        alignElementsContextPadProvider: ['value', null],
        alignElementsMenuProvider: ['value', null],
        distributeElementsMenuProvider: ['value', null],
      },
    ],
  });
