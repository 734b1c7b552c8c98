/** The language of the page, known to every component inside it (Decree 42/2022, art. 7.2; requirement B13). */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../text/language.ts';
import type { Content } from './content.ts';

const Spoken = createContext<Language>('vi');

/** Sets the language of the words that components bring themselves. `renderPage` does it for a whole page. */
export const Speak = ({ lang, children }: { readonly lang: Language; readonly children?: Content }) => (
  <Spoken.Provider value={lang}>{children}</Spoken.Provider>
);

/** The language a component speaks: its own `lang` if it was given one, else that of the page. */
export function useLanguage(own?: Language): Language {
  const page = useContext(Spoken);
  return own ?? page;
}

/** A component whose own words can be said in another language than the page's. */
export type Speaking = { readonly lang?: Language | undefined };
