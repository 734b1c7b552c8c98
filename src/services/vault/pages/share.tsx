/** `/kho/:id/chia-se`: a link to one paper for one reader, one purpose, and a time. */
import { ask, askPage } from '../../../ground/web/ask.tsx';
import { getItem } from '../items.ts';
import type { VaultItem } from '../schema.ts';
import { share } from '../shares.ts';
import { words } from './words.ts';

const times = ['1', '7', '30', '90'] as const;

export const sharePage = askPage({
  path: '/kho/:id/chia-se',
  who: 'citizen',
  example: null,
  title: words.shareTitle,
  about: ({ title }: VaultItem) => ({ vi: title, en: title }),
  crumbs: (item: VaultItem) => [
    { text: words.title, href: '/kho' },
    { text: { vi: item.title, en: item.title }, href: `/kho/${item.id}` },
  ],
  lead: (_, { lang }) => <p class="govuk-body">{words.shareHint[lang]}</p>,
  questions: {
    reader: ask.text(words.reader, { hint: words.readerHint, max: 120 }),
    purpose: ask.text(words.purpose, { hint: words.purposeHint, max: 200 }),
    time: ask.oneOf(
      words.time,
      { '1': words.days('1'), '7': words.days('7'), '30': words.days('30'), '90': words.days('90') },
      times,
    ),
  },
  initial: () => ({ time: '7' }),
  button: words.createLink,
  gather: ({ look, params }) => getItem(look, params['id'] ?? ''),
  act: async (act, { reader, purpose, time }, { gathered, visit }) => {
    const token = await share(act, gathered.id, { reader, purpose, days: Number(time) });
    return { to: `/kho/${gathered.id}`, say: words.created(`${visit.origin}/kho/chia-se/${token}`) };
  },
});
