/**
 * One exploration for all tests that look at every page: each joins while its file is loaded, and the first that needs the
 * exploration starts it with all who have joined. Going everywhere takes minutes.
 */
import { explore, type Explored, type Met } from './explore.ts';
import type { House } from './house.ts';

/** Looks at a page that was met, as it is at that moment. */
type Look = (page: Met) => Promise<void>;

/** Whoever looks at every page: prepares for it, lets the others `go` on, and hears when all is over. */
type Onlooker = (house: House, go: (look: Look) => Promise<void>) => Promise<void>;

type Guest = { readonly onlooker: Onlooker; explored?: Promise<Explored> };
const waiting = new Set<Guest>();

/** Joins the exploration. What it returns explores, or gives what was explored already. */
export function joinExploration(onlooker: Onlooker): (house: House) => Promise<Explored> {
  const guest: Guest = { onlooker };
  waiting.add(guest);
  return (house) => {
    if (guest.explored) return guest.explored;
    const together = [...waiting];
    waiting.clear();
    const explored = exploreWith(
      house,
      together.map((one) => one.onlooker),
    );
    explored.catch(() => {}); // each of them hears of it when it asks
    for (const one of together) one.explored = explored;
    return explored;
  };
}

async function exploreWith(house: House, onlookers: readonly Onlooker[]): Promise<Explored> {
  let explored: Explored | undefined;
  const enter = async (looks: readonly Look[]): Promise<void> => {
    const onlooker = onlookers[looks.length];
    if (onlooker) return onlooker(house, (look) => enter([...looks, look]));
    explored = await explore(house, async (page) => {
      for (const look of looks) await look(page);
    });
  };
  await enter([]);
  if (!explored) throw new Error('An onlooker did not let the others go on.');
  return explored;
}
