/** What becomes of the annexes of a paper that is replaced, for those who draft, sign and seal the new one. */
import { DataTable } from '../../../ground/ui/index.ts';
import type { Language } from '../../../ground/text/language.ts';
import type { Annex } from '../schema.ts';
import { annexName } from './names.ts';
import { annexFilePath } from './paths.ts';
import { words } from './words.ts';

/** Annexes are the same where they are the same file under the same title. */
const same = (one: Annex, other: Annex): boolean => one.source === other.source && one.title === other.title;

type Props = {
  /** Of the paper that is replaced, and of the new one. */
  readonly former: readonly Annex[];
  readonly now: readonly Annex[];
  readonly lang: Language;
};

/** A heading, what happens to annexes, and each of them; nothing where neither paper has any. */
export const AnnexChanges = ({ former, now, lang }: Props) => {
  const gone = former.filter((one) => !now.some((other) => same(one, other)));
  const rows = [
    ...now.map((annex) => ({
      annex,
      all: now.length,
      becomes: former.some((one) => same(one, annex)) ? words.carried : words.fresh,
    })),
    ...gone.map((annex) => ({ annex, all: former.length, becomes: words.gone })),
  ];
  if (rows.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.title[lang]}</h2>
      <p class="govuk-body">{words.replacedLead[lang]}</p>
      <DataTable
        caption={words.title[lang]}
        rows={rows}
        cards
        columns={[
          {
            key: 'annex',
            title: words.annex[lang],
            names: true,
            cell: ({ annex, all }) => (
              <a class="govuk-link" href={annexFilePath(annex.paper, annex.n)}>
                {annexName(annex, all)[lang]}
              </a>
            ),
          },
          { key: 'becomes', title: words.becomes[lang], cell: ({ becomes }) => becomes[lang] },
        ]}
      />
    </>
  );
};
