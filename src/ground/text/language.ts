/** The languages of the interface. Vietnamese is the original; English is its translation (Decree 42/2022, art. 7.2). */
export type Language = 'vi' | 'en';

/** A text in every language of the interface: a missing translation does not compile. */
export type Text = Readonly<Record<Language, string>>;

/** A name as it stands within a sentence: “The land database” is “the land database” there. */
export const within = ({ vi, en }: Text): Text => ({ vi, en: en.replace(/^The /, 'the ') });

/** Makes a text whose words are the same in every language (names, codes, numbers). */
export const same = (words: string): Text => ({ vi: words, en: words });
