/**
 * Words that the browser script of a component says. The script speaks English by itself, so English pages carry
 * only what the page says differently; Vietnamese pages carry all of it as `data-i18n.…` attributes.
 */
import type { Language } from '../../text/language.ts';
import type { Attributes } from '../content.ts';

/** A sentence, or its plural forms (`one`, `other`). */
export type ScriptSentence = string | Readonly<Record<string, string>>;

/** Words by key. */
export type ScriptWords<Key extends string> = { readonly [K in Key]?: ScriptSentence | undefined };

/** The attributes that tell a component's script what to say. */
export function scriptWords<Key extends string>(
  lang: Language,
  vietnamese: ScriptWords<Key>,
  own: ScriptWords<Key> = {},
): Attributes {
  const words: Record<string, ScriptSentence | undefined> = lang === 'vi' ? { ...vietnamese, ...own } : own;
  const attributes: Record<string, string> = {};
  for (const [key, sentence] of Object.entries(words)) {
    if (typeof sentence === 'string') attributes[`data-i18n.${key}`] = sentence;
    else
      for (const [form, words] of Object.entries(sentence ?? {}))
        attributes[`data-i18n.${key}.${form}`] = words;
  }
  return attributes;
}
