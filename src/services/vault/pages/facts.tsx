/** What is known of an item: kind, number, issuer, validity, source, and the verdict on its signatures. */
import { SummaryList, Tag } from '../../../ground/ui/index.ts';
import { formatDay, formatTime, vietnamDay } from '../../../ground/text/dates.ts';
import type { Language } from '../../../ground/text/language.ts';
import { CheckedSignatures, type SignatureVerdict } from '../../../paper/papers/index.ts';
import { sourceName, validityName, validityOn } from '../rules.ts';
import type { VaultItem } from '../schema.ts';
import { words } from './words.ts';

/** The validity of an item today as a coloured word. */
export const ValidityTag = ({ item, now, lang }: Shown) => {
  const validity = validityOn(item, vietnamDay(now));
  return <Tag colour={validity === 'in-force' ? 'green' : 'red'}>{validityName[validity][lang]}</Tag>;
};

type Shown = {
  readonly item: VaultItem;
  readonly now: Date;
  readonly lang: Language;
};

/** Facts of an item, for its owner and for readers of a share. */
export const ItemFacts = ({ item, now, lang }: Shown) => (
  <SummaryList
    rows={[
      { key: words.state[lang], value: <ValidityTag item={item} now={now} lang={lang} /> },
      item.symbol && { key: words.number[lang], value: item.symbol },
      { key: words.issuer[lang], value: item.issuer },
      item.issued_on && { key: words.issued[lang], value: formatDay(item.issued_on, lang) },
      item.valid_until && { key: words.until[lang], value: formatDay(item.valid_until, lang) },
      { key: words.source[lang], value: sourceName[item.source][lang] },
      { key: words.added[lang], value: formatTime(item.added_at, lang) },
    ]}
  />
);

type Evidence = {
  readonly item: VaultItem;
  readonly verdict: SignatureVerdict | undefined;
  readonly lang: Language;
};

/** The evidence of its signatures, or that it is still being made. */
export const ItemEvidence = ({ item, verdict, lang }: Evidence) =>
  verdict ? (
    <CheckedSignatures verdict={verdict} lang={lang} />
  ) : (
    <p class="govuk-body">{(item.type === 'application/pdf' ? words.checking : words.notPdf)[lang]}</p>
  );
