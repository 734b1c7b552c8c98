/** Pools and lanes of a written file: the agency and the roles. */
import type { ModdleElement } from 'bpmn-moddle';
import { idOf } from './elements.ts';
import { child, children, words } from './moddle.ts';
import type { Definition, Node } from './schema.ts';
import { addTo, type Sheet } from './write-node.ts';

/** The innermost lanes, and those around them. */
export const lanesBelow = (sets: readonly ModdleElement[]): readonly ModdleElement[] => {
  const lanes = sets.flatMap((set) => children(set, 'lanes'));
  const inner = lanes.map((lane) => child(lane, 'childLaneSet')).filter((set) => set !== null);
  return inner.length > 0 ? [...lanes, ...lanesBelow(inner)] : lanes;
};

const laneNamed = ({ moddle, process }: Sheet, name: string): ModdleElement => {
  const lanes = lanesBelow(children(process, 'laneSets'));
  const found = lanes.find((lane) => words(lane, 'name') === name);
  if (found) return found;
  const id = String(process.get('id'));
  const [set] = children(process, 'laneSets');
  const parent = set ?? addTo(process, 'laneSets', moddle.create('bpmn:LaneSet', { id: `${id}_lanes` }));
  return addTo(parent, 'lanes', moddle.create('bpmn:Lane', { id: `${id}_lane_${lanes.length + 1}`, name }));
};

/** Takes elements that are gone out of all lanes, and puts each moved node into its lane. */
export const writeLanes = (sheet: Sheet, gone: ReadonlySet<string>, moved: readonly Node[]): void => {
  const leaving = new Set([...gone, ...moved.map(({ id }) => id)]);
  if (leaving.size === 0) return;
  for (const lane of lanesBelow(children(sheet.process, 'laneSets'))) {
    const staying = children(lane, 'flowNodeRef').filter((element) => !leaving.has(idOf(element)));
    lane.set('flowNodeRef', staying);
  }
  for (const { id, lane } of moved) {
    const element = sheet.elements.get(id);
    if (!element || lane === null) continue;
    const home = laneNamed(sheet, lane);
    home.set('flowNodeRef', [...children(home, 'flowNodeRef'), element]);
  }
};

/** The pool of the process, if the file draws one. */
export const findPool = ({ root, process }: Sheet): ModdleElement | undefined =>
  children(root, 'rootElements')
    .filter((element) => element.$instanceOf('bpmn:Collaboration'))
    .flatMap((collaboration) => children(collaboration, 'participants'))
    .find((participant) => child(participant, 'processRef') === process);

/** Names the pool after the agency; draws one where there is none. */
export const writePool = (sheet: Sheet, { agency }: Definition): void => {
  const pool = findPool(sheet);
  if (pool) {
    if (words(pool, 'name') !== agency) pool.set('name', agency ?? undefined);
    return;
  }
  if (agency === null) return;
  const { moddle, root, process } = sheet;
  const id = String(process.get('id'));
  const participant = moddle.create('bpmn:Participant', {
    id: `${id}_pool`,
    name: agency,
    processRef: process,
  });
  const collaboration = moddle.create('bpmn:Collaboration', { id: `${id}_collaboration` });
  addTo(collaboration, 'participants', participant);
  addTo(root, 'rootElements', collaboration);
};
