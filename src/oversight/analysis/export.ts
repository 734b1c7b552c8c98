/** Event logs for other tools: XES (IEEE 1849-2016) and OCEL 2.0 (JSON). Cases and agencies only: no name, no code, no officer. Pure. */
import type { Case, CaseEvent } from '../../services/dossiers/index.ts';

const escaped = (text: string): string =>
  text.replace(
    /[<>&"]/g,
    (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[sign] ?? sign,
  );

const tag = (kind: 'string' | 'date', key: string, value: string): string =>
  `<${kind} key="${key}" value="${escaped(value)}"/>`;

/** What an event is called: the step of the process where there is one, else the act. */
const activityOf = ({ node, act }: CaseEvent, names: ReadonlyMap<string, string>): string =>
  (node !== null && names.get(node)) || act;

const xesEvent = (event: CaseEvent, names: ReadonlyMap<string, string>): string =>
  [
    '    <event>',
    tag('string', 'concept:name', activityOf(event, names)),
    tag('string', 'lifecycle:transition', 'complete'),
    tag('date', 'time:timestamp', event.at.toISOString()),
    ...(event.group === null ? [] : [tag('string', 'org:group', event.group)]),
    '</event>',
  ].join('');

/** The log as XES. `names`: nodes of the process by id. */
export const toXes = (
  procedure: string,
  cases: readonly Case[],
  names: ReadonlyMap<string, string>,
): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <global scope="trace"><string key="concept:name" value=""/></global>
  <global scope="event"><string key="concept:name" value=""/><string key="lifecycle:transition" value="complete"/><date key="time:timestamp" value="1970-01-01T00:00:00.000Z"/></global>
  <classifier name="Activity" keys="concept:name"/>
  ${tag('string', 'concept:name', procedure)}
${cases
  .map(
    ({ events }, n) => `  <trace>
    ${tag('string', 'concept:name', String(n + 1))}
${events.map((event) => xesEvent(event, names)).join('\n')}
  </trace>`,
  )
  .join('\n')}
</log>
`;

const EVENT_ATTRIBUTES = [{ name: 'group', type: 'string' }];

/** The log as OCEL 2.0: dossiers and the agencies that act on them are the objects. */
export function toOcel(cases: readonly Case[], names: ReadonlyMap<string, string>) {
  const agencies = [...new Set(cases.flatMap(({ events }) => events.flatMap(({ agency }) => agency ?? [])))];
  const agencyId = new Map(agencies.map((agency, n) => [agency, `agency-${n + 1}`]));
  const events = cases.flatMap((one, n) =>
    one.events.map((event, i) => ({
      id: `event-${n + 1}-${i + 1}`,
      type: activityOf(event, names),
      time: event.at.toISOString(),
      attributes: event.group === null ? [] : [{ name: 'group', value: event.group }],
      relationships: [
        { objectId: `dossier-${n + 1}`, qualifier: 'dossier' },
        ...(event.agency === null
          ? []
          : [{ objectId: agencyId.get(event.agency) ?? '', qualifier: 'agency' }]),
      ],
    })),
  );
  return {
    objectTypes: [
      { name: 'dossier', attributes: [] },
      { name: 'agency', attributes: [] },
    ],
    eventTypes: [...new Set(events.map(({ type }) => type))].map((name) => ({
      name,
      attributes: EVENT_ATTRIBUTES,
    })),
    objects: [
      ...cases.map((_, n) => ({
        id: `dossier-${n + 1}`,
        type: 'dossier',
        attributes: [],
        relationships: [],
      })),
      ...agencies.map((agency) => ({
        id: agencyId.get(agency) ?? '',
        type: 'agency',
        attributes: [],
        relationships: [],
      })),
    ],
    events,
  };
}
