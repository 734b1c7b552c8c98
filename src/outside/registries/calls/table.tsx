/** Calls as a table: when, which system, what for, on what legal basis, who, with what outcome. */
import { WideTable } from '../../../ground/ui/index.ts';
import type { Look } from '../../../ground/db/act.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { same, type Language, type Text } from '../../../ground/text/language.ts';
import type { CallLine } from '../../../ground/wire/index.ts';
import { getAccount } from '../../../world/access/index.ts';
import { outcomeWords, systemName, words } from './words.ts';

/** A call with who made it, in words. */
export type NamedCall = CallLine & { readonly who: Text };

/** The name of the account; the platform where there is none (a job). */
async function nameOf(look: Look, { account, by_kind: kind }: CallLine): Promise<Text> {
  if (kind === 'citizen') return words.citizen;
  if (account === null) return words.platform;
  return same((await getAccount(look, account)).name);
}

/** Names who made each call. A citizen asks about themselves and is not named. */
export async function withNames(look: Look, calls: readonly CallLine[]): Promise<NamedCall[]> {
  const names = new Map<string, Promise<Text>>();
  return Promise.all(
    calls.map(async (call) => {
      const key = `${call.by_kind} ${call.account}`;
      const found = names.get(key) ?? nameOf(look, call);
      names.set(key, found);
      return { ...call, who: await found };
    }),
  );
}

/** A dossier or draft as the ledger names it: by the end of its id, which tells it apart from others. */
export const fileName = ({ item, draft }: Pick<CallLine, 'item' | 'draft'>, lang: Language): string => {
  const id = item ?? draft;
  return id === null ? '' : `${words[item ? 'dossier' : 'draft'][lang]} ${id.slice(-6)}`;
};

const FileLink = ({
  of,
  lang,
  hrefFor,
}: {
  readonly of: Pick<CallLine, 'item' | 'draft'>;
  readonly lang: Language;
  readonly hrefFor: (id: string) => string;
}) => {
  const id = of.item ?? of.draft;
  return id === null ? (
    ''
  ) : (
    <a class="govuk-link" href={hrefFor(id)}>
      {fileName(of, lang)}
    </a>
  );
};

/** The table. `hrefFor`: where all calls for one dossier or draft are shown; without it that is not said. */
export const CallsTable = ({
  calls,
  lang,
  hrefFor,
}: {
  readonly calls: readonly NamedCall[];
  readonly lang: Language;
  readonly hrefFor?: (id: string) => string;
}) => (
  <WideTable
    title={words.caption[lang]}
    head={(
      ['at', 'system', 'purpose', ...(hrefFor ? ['for' as const] : []), 'basis', 'by', 'outcome'] as const
    ).map((name) => ({ text: words[name][lang] }))}
    rows={calls.map(({ at, destination, service, purpose, basis, who, outcome, item, draft }) => [
      { text: formatTime(at, lang) },
      { text: `${systemName(destination)[lang]} (${service})` },
      { text: purpose },
      ...(hrefFor ? [{ text: <FileLink of={{ item, draft }} lang={lang} hrefFor={hrefFor} /> }] : []),
      { text: basis },
      { text: who[lang] },
      { text: outcomeWords[outcome][lang] },
    ])}
  />
);
