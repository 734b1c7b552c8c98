/** Libraries that are loaded when they are first needed: a serving process holds in memory only what it has used. */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** A library, loaded at the first call. For code that cannot wait; whoever can says `await import(…)`. */
export const later = <Library>(name: string): (() => Library) => {
  let loaded: Library | undefined;
  return () => (loaded ??= load(name) as Library);
};
