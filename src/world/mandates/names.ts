/** Names of those whom mandates are about: people, organisations, posts, agencies, as one knows them. */
import type { Look } from '../../ground/db/act.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { same, type Text } from '../../ground/text/language.ts';
import { findOfficer, getAgency, getPost } from '../agencies/index.ts';
import { listCodes, type ListName } from '../law/index.ts';
import { getOrganisation, getPerson } from '../people/index.ts';
import type { Agent, Mandate, Principal } from './schema.ts';

/** The name of one side of a mandate; a dash when it is not known any more. */
export async function partyName(look: Look, { kind, id }: Agent | Principal): Promise<Text> {
  try {
    if (kind === 'post') {
      const { title, agency } = await getPost(look, id);
      const { name } = await getAgency(look, agency);
      return { vi: `${title.vi}, ${name.vi}`, en: `${title.en || title.vi}, ${name.en || name.vi}` };
    }
    if (kind === 'agency') return (await getAgency(look, id)).name;
    if (kind === 'organisation') return same((await getOrganisation(look, id)).name);
    const officer = await findOfficer(look, id);
    return same(officer?.name ?? (await getPerson(look, id)).name);
  } catch (error) {
    if (error instanceof NotFound) return same('–');
    throw error;
  }
}

/** A mandate with the names of both sides, and of the types of documents and fields it is for. */
export type NamedMandate = {
  readonly mandate: Mandate;
  readonly agent: Text;
  readonly principal: Text;
  readonly documents: readonly Text[];
  readonly fields: readonly Text[];
};

/** The lists of what is signed: administrative documents (Decree 30/2020, art. 7), and what procedures result in. */
export const documentLists = ['document-type', 'result-document'] as const satisfies readonly ListName[];

/** The names of code lists by code; a code that is in none of them stands for itself. */
async function namesIn(look: Look, ...lists: readonly ListName[]): Promise<(code: string) => Text> {
  const codes = await Promise.all(lists.map((list) => listCodes(look, list)));
  const names = new Map(codes.flat().map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? same(code);
}

/** Mandates with the names of what they are about. */
export async function withNames(look: Look, mandates: readonly Mandate[]): Promise<NamedMandate[]> {
  const types = await namesIn(look, ...documentLists);
  const fields = await namesIn(look, 'field');
  return Promise.all(
    mandates.map(async (mandate) => ({
      mandate,
      agent: await partyName(look, mandate.agent),
      principal: await partyName(look, mandate.principal),
      documents: (mandate.documents ?? []).map(types),
      fields: (mandate.fields ?? []).map(fields),
    })),
  );
}
