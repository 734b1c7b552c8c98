/** How the authority of a signer is written above the post (Decree 30/2020, art. 13; annex I, part I, II.7.b). */

/** TM. for a collective, Q. acting head, KT. deputy for the head, TL. by order, TUQ. by written authority. */
export type Authority =
  | { readonly form: 'own' }
  | { readonly form: 'TM.'; readonly collective: string }
  | { readonly form: 'TM. KT.'; readonly collective: string; readonly head: string }
  | { readonly form: 'KT.' | 'TL.' | 'TUQ.'; readonly head: string }
  /** A deputy of the post that was ordered to sign signs for its holder: "TL. BỘ TRƯỞNG / KT. CHÁNH VĂN PHÒNG". */
  | { readonly form: 'TL. KT.'; readonly head: string; readonly ordered: string }
  | { readonly form: 'Q.' };

export type PrintedSigner = {
  readonly authority: readonly string[];
  readonly post: string;
  readonly name: string;
};

const up = (words: string): string => words.toLocaleUpperCase('vi');

function linesOf(authority: Authority): readonly string[] {
  switch (authority.form) {
    case 'own':
    case 'Q.':
      return [];
    case 'TM.':
      return [`TM. ${up(authority.collective)}`];
    case 'TM. KT.':
      return [`TM. ${up(authority.collective)}`, `KT. ${up(authority.head)}`];
    case 'TL. KT.':
      return [`TL. ${up(authority.head)}`, `KT. ${up(authority.ordered)}`];
    default:
      return [`${authority.form} ${up(authority.head)}`];
  }
}

/** The lines above the signature as they are printed, from the authority in force. `post` is the signer's own post. */
export const printedSigner = (authority: Authority, post: string, name: string): PrintedSigner => ({
  authority: linesOf(authority),
  post: authority.form === 'Q.' ? `Q. ${up(post)}` : up(post),
  name,
});
