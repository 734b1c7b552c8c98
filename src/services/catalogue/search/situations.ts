/**
 * Situations (tình huống): what people tell of without naming a service, «bà con lên chơi ngủ lại mấy bữa». Each is a few groups of
 * words that must all be told, in any order; what it means is written as in `synonyms/`.
 */
import { fits, linesIn, meaningsIn, wordsOf, type Saying, type Word } from './sayings.ts';

/** One way to say a group. */
type Alternative = readonly Word[];
type Group = readonly Alternative[];

/** Groups that must all be told, and words that speak against it. */
type Situation = { readonly told: readonly Group[]; readonly against: Group; readonly saying: Saying };

/** Groups that have a name (`@con: …`), and the lines that tell situations. */
function readLines(): { readonly named: ReadonlyMap<string, string>; readonly lines: readonly string[] } {
  const lines = linesIn('situations.txt');
  const named = new Map(
    lines
      .filter((line) => line.startsWith('@') && !line.includes('→'))
      .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
  return { named, lines: lines.filter((line) => line.includes('→')) };
}

const { named, lines } = readLines();

/** The alternatives of a group, the longest first; a name stands for all of its group. */
const groupOf = (text: string): Group =>
  text
    .split('/')
    .flatMap((one) => (named.get(one.trim()) ?? one).split('/'))
    .map(wordsOf)
    .filter((words) => words.length > 0)
    .toSorted((one, other) => other.length - one.length);

const situations: readonly Situation[] = lines.map((line) => {
  const [tells = '', means = ''] = line.split('→');
  const [told = '', against = ''] = tells.split(' - ');
  return {
    told: told.split(' + ').map(groupOf),
    against: groupOf(against),
    saying: { telling: [], means: meaningsIn(means), light: false, general: false },
  };
});

/** The words that tell one of a group and were not used yet. `typed`: all words, folded. */
function tellersOf<One extends Word>(
  group: Group,
  words: readonly One[],
  typed: ReadonlySet<string>,
  used: ReadonlySet<One>,
): readonly One[] {
  for (const alternative of group) {
    if (!typed.has(alternative[0]!.folded)) continue;
    const at = words.findIndex((_, i) =>
      alternative.every((wanted, j) => {
        const word = words[i + j];
        return word !== undefined && !used.has(word) && fits(word, wanted);
      }),
    );
    if (at >= 0) return words.slice(at, at + alternative.length);
  }
  return [];
}

/** So many other words may stand between two groups: further apart they belong to another part of a story. */
const MOST_BETWEEN = 8;

/** The situations that a query tells of, with the words that tell them. */
export function situationsIn<One extends Word>(
  words: readonly One[],
): readonly { readonly saying: Saying; readonly words: readonly One[] }[] {
  const typed = new Set(words.map(({ folded }) => folded));
  return situations.flatMap(({ told, against, saying }) => {
    const used = new Set<One>();
    for (const group of told) {
      const tellers = tellersOf(group, words, typed, used);
      if (tellers.length === 0) return [];
      for (const word of tellers) used.add(word);
    }
    if (tellersOf(against, words, typed, new Set()).length > 0) return [];
    const at = words.flatMap((word, i) => (used.has(word) ? [i] : []));
    if (at.at(-1)! - at[0]! + 1 > at.length + MOST_BETWEEN * (told.length - 1)) return [];
    return [{ saying, words: words.filter((word) => used.has(word)) }];
  });
}
