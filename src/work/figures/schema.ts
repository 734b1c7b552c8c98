/** Figures (số liệu) kept with the fact, and what a room says about the items it lets be counted. */
import type { Look } from '../../ground/db/act.ts';
import type { Text } from '../../ground/text/language.ts';

/** Stands for all agencies of the tenant. */
export const EVERY_AGENCY = '00000000-0000-0000-0000-000000000000';
/** Stands for all subjects. */
export const EVERY_SUBJECT = '';

/** Whose figure it is: the measure, the agency that answers for it, the subject, and the item that decides its part. */
export type Counted = {
  readonly measure: string;
  readonly agency: string;
  readonly subject: string;
  readonly item: string;
};

/** A cell of a table of figures: behind it stand items. */
export type Cell = {
  readonly agency: string;
  readonly kind: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
};

/** One item behind a figure. */
export type Item = {
  readonly code: string;
  readonly title: string;
  readonly at: Date;
  readonly path: string;
};

/**
 * What a room contributes so that its items are counted (contribution `measures`). The three texts are SQL selects
 * over the room's own tables with the tenant as `$1`: what the figures must be equal to at any moment.
 */
export type Measure = {
  readonly name: string;
  readonly title: Text;
  /** Kinds of facts in the order of columns, with their names. */
  readonly kinds: Readonly<Record<string, Text>>;
  /** States in which an open item may stand. */
  readonly states: Readonly<Record<string, Text>>;
  /** Columns `agency, subject, kind, day`: one row a fact. */
  readonly facts: string;
  /** Columns `agency, state`: one row an open item. */
  readonly standing: string;
  /** Columns `agency, subject, year, minutes`: one row a finished item. */
  readonly spans: string;
  /** The items behind a cell, newest first, at most 200, only those that the reader may see. */
  readonly drill: (look: Look, cell: Cell) => Promise<readonly Item[]>;
  /** What a subject is called. */
  readonly subjects: (look: Look, subjects: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** Figures by kind or state. */
export type Numbers = Readonly<Record<string, number>>;

type Of = { tenant: number; measure: string; agency: string };
type Part = Of & { subject: string; part: number };

export type FigureTables = {
  'figures.daily': Part & { day: string; kind: string; n: number };
  'figures.monthly': Part & { month: string; numbers: Numbers };
  'figures.standing': Of & { numbers: Numbers };
  'figures.spans': Part & { year: number; bucket: number; n: number };
};
