/** A definition as it goes to the drawing board in a browser, and what comes back from there. C2. */
import type { ModdleElement } from 'bpmn-moddle';
import { openDocument, restoreIds } from '../document.ts';
import { bpmn, child, children, words } from '../moddle.ts';
import { officeOf, noteOf } from '../note.ts';
import type { Definition } from '../schema.ts';
import { exportDrawn } from '../write.ts';

const lanesBelow = (sets: readonly ModdleElement[]): readonly ModdleElement[] =>
  sets
    .flatMap((set) => children(set, 'lanes'))
    .flatMap((lane) => {
      const inner = child(lane, 'childLaneSet');
      return inner ? [lane, ...lanesBelow([inner])] : [lane];
    });

/**
 * The board takes a step out of every lane that it does not see when the step is moved. Where a lane is not drawn, the role that it gives
 * is therefore written at the step itself. Returns whether anything was written.
 */
function keepRoles(root: ModdleElement): boolean {
  const drawn = new Set(
    children(root, 'diagrams')
      .flatMap((diagram) => children(child(diagram, 'plane') ?? diagram, 'planeElement'))
      .map((shape) => child(shape, 'bpmnElement')),
  );
  let wrote = false;
  for (const process of children(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process'))
    // The innermost lane counts.
    for (const lane of lanesBelow(children(process, 'laneSets'))
      .toReversed()
      .filter((one) => !drawn.has(one))) {
      const name = words(lane, 'name');
      for (const step of name ? children(lane, 'flowNodeRef') : []) {
        if (!step.$instanceOf('bpmn:Task') || officeOf(step, noteOf(step), null).role !== null) continue;
        step.set('toantrinh:role', name);
        wrote = true;
      }
    }
  return wrote;
}

/**
 * The definition as XML for the board: with a shape for everything, and with ids that the board's reader takes. Throws `Invalid` when its
 * stored source cannot be read.
 */
export async function toBoard(definition: Definition): Promise<string> {
  const written = await exportDrawn(definition);
  const document = openDocument(written);
  if ('unreadable' in document) return written; // `exportDrawn` reads it itself and throws.
  const moddle = bpmn();
  const { rootElement } = await moddle.fromXML(document.xml);
  if (!keepRoles(rootElement)) return document.xml;
  return (await moddle.toXML(rootElement, { format: true })).xml;
}

/** The file that the board sends back, with the ids that it came with. */
export const fromBoard = (xml: string): string => restoreIds(xml);
