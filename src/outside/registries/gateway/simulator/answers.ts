/** What a simulated registry is asked and answers. */
import type { Faults } from './faults.ts';
import type { Registers } from './province.ts';

export type Question = {
  /** Address of the registry itself, as its users write it. */
  readonly address: string;
  readonly method: string;
  /** Path below the address, without the first slash. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

export type Reply = {
  readonly status: number;
  readonly type: 'text/xml' | 'application/json';
  readonly body: string;
};

/** One registry. */
export type Simulation = (question: Question, registers: Registers, faults: Faults) => Reply;

export const json = (status: number, body: unknown): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});

/** Whether the access token is the one of the sample installation. */
export const hasToken = ({ headers }: Question, token: string): boolean =>
  headers['authorization'] === `Bearer ${token}`;

/** Leaves out every second field: a registry whose entry is incomplete. The fields of `keep` stay. */
export const incomplete = (
  row: Readonly<Record<string, unknown>>,
  keep: readonly string[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(row).filter(([name], i) => keep.includes(name) || i % 2 === 0));
