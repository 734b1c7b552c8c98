/** What PostgreSQL or the network says when a server of one's own cannot be used, in one sentence. Addresses hold passwords: none is repeated. */

type Known = { readonly sign: RegExp; readonly say: (variable: string) => string };

const known: readonly Known[] = [
  {
    sign: /ECONNREFUSED|ENOENT|EHOSTUNREACH|ENETUNREACH|ECONNRESET/,
    say: (variable) => `No PostgreSQL answers at the address in ${variable}.`,
  },
  {
    sign: /ETIMEDOUT|connection timeout|timeout exceeded when trying to connect/i,
    say: (variable) => `No PostgreSQL answers at the address in ${variable} within five seconds.`,
  },
  { sign: /ENOTFOUND|EAI_AGAIN/, say: (variable) => `The host in ${variable} cannot be found.` },
  {
    sign: /^28P01|SASL/,
    say: (variable) => `PostgreSQL refused the user or password in ${variable}.`,
  },
  { sign: /^28000/, say: (variable) => `PostgreSQL refused the user in ${variable}.` },
  { sign: /^3D000/, say: (variable) => `The database in ${variable} does not exist.` },
  {
    sign: /^42501/,
    say: (variable) => `The user in ${variable} may not do what is needed: grant it, or name the owner.`,
  },
  { sign: /^53300/, say: (variable) => `The server in ${variable} has no connection left for us.` },
  {
    sign: /^53100|No space left on device/,
    say: (variable) => `The disk of the server in ${variable} is full.`,
  },
  {
    sign: /^57P03|starting up|shutting down/,
    say: (variable) => `The server in ${variable} is starting or stopping. Try again in a moment.`,
  },
  {
    sign: /SSL|self-signed|certificate|TLS/,
    say: (variable) => `The connection to the server in ${variable} cannot be secured as asked (sslmode).`,
  },
];

/** The sentence, or null for what is not one of the usual failures. `variable` is where the address was given. */
export function connectFailure(error: unknown, variable: string): string | null {
  const { code = '', message = '', cause } = error as { code?: string; message?: string; cause?: unknown };
  const found = known.find(({ sign }) => sign.test(`${code} ${message}`));
  if (found) return found.say(variable);
  return cause === undefined ? null : connectFailure(cause, variable);
}
