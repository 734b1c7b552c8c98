/** Looks at papers of the vault, for their owner; each look of an officer with the way to object to it (Law 91/2025/QH15, art. 4). */
import { DataTable } from '../../../ground/ui/index.ts';
import type { listLooks } from '../../../ground/record/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { words } from './words.ts';

type Props = {
  readonly caption: Text;
  readonly looks: Awaited<ReturnType<typeof listLooks>>;
  readonly lang: Language;
};

/** Where an objection to a look is sent from: the page about one's data, which knows the look by its id. */
const objectPath = (look: string): string => `/du-lieu-cua-toi/yeu-cau?lan-xem=${look}`;

export const LooksTable = ({ caption, looks, lang }: Props) => (
  <DataTable
    caption={caption[lang]}
    rows={looks}
    columns={[
      { key: 'who', title: words.who[lang], names: true, cell: (one) => one.name },
      { key: 'when', title: words.when[lang], cell: (one) => formatTime(one.at, lang) },
      { key: 'why', title: words.why[lang], cell: (one) => one.purpose },
      {
        key: 'object',
        title: words.object[lang],
        cell: ({ id, at, by_kind: kind }) =>
          kind === 'officer' && (
            <a class="govuk-link" href={objectPath(id)}>
              {words.object[lang]}
              <span class="govuk-visually-hidden"> {formatTime(at, lang)}</span>
            </a>
          ),
      },
    ]}
    empty={<p class="govuk-body">{words.noLooks[lang]}</p>}
  />
);
