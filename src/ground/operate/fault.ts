/**
 * An error as fields of the log: enough to find the place, nothing of what people typed. Messages of databases and
 * parsers quote the value that they could not read, and that value may be a name or a number of a person (N1).
 */
import { Conflict, Invalid, NotAllowed, NotFound, Unavailable } from './errors.ts';
import { inSources } from './frames.ts';

/** What may be written of an error. */
export type Fault = {
  readonly kind: string;
  /** Code of PostgreSQL or of the network. */
  readonly code: string | undefined;
  /** Table and constraint of PostgreSQL. */
  readonly at: string | undefined;
  readonly problem: string | undefined;
  /** Where in the program: files and lines, without the message. */
  readonly stack: string | undefined;
};

const quoted = /"[^"]*"|'[^']*'|“[^”]*”|‘[^’]*’|`[^`]*`/gs;
/** Identity, telephone, account and bank numbers; ids of items are written in fields of their own. */
const numbers = /\d(?:[ .-]?\d){5,}/g;
const addresses = /[^\s@]+@[^\s@]+/g;

/** A message without quoted values, long numbers and e-mail addresses. */
export const withoutValues = (message: string): string =>
  message
    .normalize('NFC')
    .replace(quoted, '…')
    .replace(addresses, '…')
    .replace(numbers, '…')
    .split('\n')[0]!
    .slice(0, 300);

const ours = [Invalid, NotAllowed, NotFound, Conflict, Unavailable];

/** What may be written of anything thrown. Texts of our own errors are for the person and may name them: they are left out. */
export function faultOf(thrown: unknown): Fault {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { code, table, constraint } = error as Error & Record<'code' | 'table' | 'constraint', unknown>;
  const at = [table, constraint].filter((one) => typeof one === 'string').join(' ');
  return {
    kind: error.name,
    code: typeof code === 'string' ? code : undefined,
    at: at || undefined,
    problem: ours.some((kind) => error instanceof kind) ? undefined : withoutValues(error.message),
    stack: framesOf(error),
  };
}

const framesOf = ({ stack = '' }: Error): string | undefined =>
  inSources(
    stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim())
      .join('\n'),
  ) || undefined;
