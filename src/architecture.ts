/**
 * The one ordered list of rooms, from the ground up. A room may import any room that stands before it,
 * never one after it; upward it speaks by events. The import check, the order of migrations and the map
 * in the README derive from this list.
 */
export type Room = { readonly path: string; readonly holds: string };

export const rooms: readonly Room[] = [
  {
    path: 'ground/text',
    holds: 'Vietnamese text: folding, tone position, sorting, numbers and money in words, languages',
  },
  { path: 'ground/operate', holds: 'configuration, log, metrics, kinds of error' },
  {
    path: 'ground/db',
    holds: 'connections, transactions, acts and their writes, migrations, the embedded server',
  },
  {
    path: 'ground/record',
    holds: 'items and their append-only steps in a hash chain, looks, daily seals, invariants',
  },
  { path: 'ground/jobs', holds: 'events turned into jobs, workers, retries, dead letters, timetable' },
  { path: 'ground/files', holds: 'content-addressed files: stream, hash, sniff, scan' },
  { path: 'ground/wire', holds: 'outbound calls with purpose, legal basis, retry and a ledger' },
  { path: 'ground/ui', holds: 'furniture: typed components, layout, charts, maps; no database' },
  { path: 'ground/web', holds: 'HTTP: pages, API, cookie, CSRF, limits, errors' },
  { path: 'world/law', holds: 'legal texts and code lists in force on a date' },
  { path: 'world/places', holds: 'provinces, communes, old to new' },
  { path: 'world/people', holds: 'persons, enterprises, contacts, consents, refusals' },
  { path: 'world/agencies', holds: 'agencies, units, posts and their holders, successors, identifiers' },
  { path: 'world/mandates', holds: 'who may act or sign for whom, for what, until when, granted by whom' },
  { path: 'world/access', holds: 'accounts, sign-in, sessions, security log' },
  { path: 'work/clock', holds: 'calendars, ledgers, due dates that explain themselves' },
  { path: 'work/numbers', holds: 'books, templates, atomic numbers' },
  { path: 'work/figures', holds: 'roll-ups kept with the fact; drill to the items' },
  { path: 'work/desk', holds: 'work items with holder and due date: the one inbox' },
  { path: 'work/forms', holds: 'questions: define, validate, render, print' },
  { path: 'work/process', holds: 'BPMN definitions and their tokens; says what is next, never acts' },
  { path: 'paper/typeset', holds: 'data to official PDF (Decree 30/2020)' },
  { path: 'paper/signing', holds: 'sign, verify, timestamp, seal' },
  { path: 'paper/scanning', holds: 'picture to checked PDF/A with text' },
  { path: 'paper/papers', holds: 'draft, number, typeset, sign, seal, issue, revoke; public check' },
  { path: 'outside/messages', holds: 'what we tell people, their replies, delivery ledger' },
  { path: 'outside/registries', holds: 'databases we ask' },
  { path: 'outside/payments', holds: 'charges, receipts, reconciliation' },
  { path: 'outside/exchange', holds: 'post room: envelopes and carriers' },
  { path: 'services/catalogue', holds: 'procedures and services; service pages' },
  { path: 'services/vault', holds: "a person's own papers, and shares" },
  { path: 'services/dossiers', holds: 'from submission to result' },
  { path: 'services/applications', holds: 'draft, prefill, files, submit, answer a supplement' },
  { path: 'services/requests', holds: 'ratings after the result, given and read' },
  { path: 'services/privacy', holds: 'my data: what is held, who looked, correct, erase' },
  { path: 'oversight/analysis', holds: 'where time goes in processes; replay of a changed process' },
  { path: 'front/portal', holds: 'frame, home, my page, search; no acts of its own' },
  { path: 'app', holds: 'web, worker, command line, wiring' },
];
