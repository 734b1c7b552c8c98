/** Who asked registries about a person: shown to them in *My data* (N1; Law 91/2025/QH15). */
import type { Holding } from '../../../ground/record/holdings.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { listCallsAbout, type Wire } from '../../../ground/wire/index.ts';
import { findPerson } from '../../../world/people/index.ts';
import { withNames } from './table.tsx';
import { outcomeWords, systemName, words } from './words.ts';

/** The latest say who asks and why; more would hide what else is held, and weigh on a phone. */
const MOST_SHOWN = 20;

/** The calls about a person, the latest first. */
export const callHoldings = (wire: Wire): readonly Holding[] => [
  {
    room: 'registries',
    name: words.holding,
    purpose: words.holdingPurpose,
    basis: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15',
    erase: null,
    list: async (look, subject) => {
      const number = (await findPerson(look, subject))?.number;
      const calls = number ? await listCallsAbout(look, wire.subjectOf(number), MOST_SHOWN) : [];
      return (await withNames(look, calls)).map(({ at, destination, purpose, basis, who, outcome }) => {
        const system = systemName(destination);
        return {
          what: { vi: `${system.vi}, ${formatTime(at)}`, en: `${system.en}, ${formatTime(at, 'en')}` },
          value: {
            vi: `${purpose}; ${basis}; ${who.vi}; ${outcomeWords[outcome].vi}`,
            en: `${purpose}; ${basis}; ${who.en}; ${outcomeWords[outcome].en}`,
          },
        };
      });
    },
  },
];
