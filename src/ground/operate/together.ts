/** Settings that only make sense together: an address without its password connects nothing. */

/** The environment of a process. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Variables that belong together: all of them, or null when none is set. Throws an Error with one sentence that says what is missing. */
export function together<Name extends string>(
  env: Env,
  names: readonly Name[],
): Readonly<Record<Name, string>> | null {
  const missing = names.filter((name) => !env[name]?.trim());
  if (missing.length === names.length) return null;
  if (missing.length > 0)
    throw new Error(`${names.join(', ')} belong together; missing: ${missing.join(', ')}.`);
  return Object.fromEntries(names.map((name) => [name, env[name]!.trim()])) as Record<Name, string>;
}

/** The address as it was written. Throws an Error with one sentence when it is none of the web. */
export function webAddress(name: string, text: string): string {
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text;
  throw new Error(`${name} must be an address that begins with https:// or http://.`);
}
