/** From what a browser says of itself to words by which a person knows the device again. */
import { same, type Text } from '../../ground/text/language.ts';

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/coc_coc/i, 'Cốc Cốc'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const named = (names: typeof browsers, agent: string): string | undefined =>
  names.find(([pattern]) => pattern.test(agent))?.[1];

/** "Chrome, Windows"; the beginning of what was said when nothing is known of it. */
export function deviceOf(agent: string): Text {
  const known = [named(browsers, agent), named(systems, agent)].filter(Boolean).join(', ');
  if (known) return same(known);
  return agent ? same(agent.slice(0, 60)) : { vi: 'Không rõ thiết bị', en: 'Unknown device' };
}
