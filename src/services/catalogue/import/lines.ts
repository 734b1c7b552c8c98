/** Lines of a stream that may be of any length and end in any way: byte order mark, CRLF, no last line break. */

/** One line with its number; `null` stands for a line that is too long to be a procedure. */
export type Line = { readonly number: number; readonly text: string | null };

/** Characters; the longest procedure of the nation has about 200,000. */
const LONGEST_LINE = 8_000_000;

/** Cuts a stream of text into lines. A line that is too long is not kept in memory. Blank lines are left out, but counted. */
export async function* linesOf(
  chunks: AsyncIterable<string> | Iterable<string>,
  longest = LONGEST_LINE,
): AsyncGenerator<Line> {
  let [rest, number, skipping] = ['', 0, false];
  const line = (text: string): Line | null => {
    number += 1;
    const bare = (number === 1 ? text.replace(/^\ufeff/, '') : text).trim();
    const tooLong = skipping || bare.length > longest;
    skipping = false;
    if (tooLong) return { number, text: null };
    return bare === '' ? null : { number, text: bare };
  };
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const found = line(part);
      if (found) yield found;
    }
    if (rest.length > longest) [rest, skipping] = ['', true];
  }
  if (rest !== '' || skipping) {
    const found = line(rest);
    if (found) yield found;
  }
}
