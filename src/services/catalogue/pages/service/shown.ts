/** What the page of a service shows, gathered once. */
import type { Text } from '../../../../ground/text/language.ts';
import type { ServiceLevel } from '../../rules/level.ts';
import type { Procedure } from '../../schema.ts';
import type { Times } from '../../times.ts';
import type { Deadline } from './deadline.tsx';

export type Shown = {
  readonly procedure: Procedure;
  readonly times: Times | null;
  readonly deadline: Deadline | null;
  readonly level: ServiceLevel;
};

/** «Thủ tục», with which so many names begin, tells a reader nothing. */
const opening = /^[\s.]*Thủ tục( hành chính)?[\s:]+/i;
/** With a capital first letter. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** The name in the language of the visitor; Vietnamese where there is no other. */
export function nameOf({ name, nameEn }: Pick<Procedure, 'name' | 'nameEn'>): Text {
  const plain = capital(name.replace(opening, '')) || name;
  return { vi: plain, en: nameEn ?? plain };
}
