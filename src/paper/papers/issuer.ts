/**
 * In whose name an unissued paper is made. An agency that ended issues nothing any more: what it had drafted goes on in the
 * name of the agency that took over, under its head, its signature and its seal (E4; Decree 30/2020 art. 8, 32).
 */
import type { Look } from '../../ground/db/act.ts';
import type { Text } from '../../ground/text/language.ts';
import { actingAgency, getAgency, type Agency } from '../../world/agencies/index.ts';
import { findUnit } from '../../world/places/index.ts';
import type { Paper } from './schema.ts';

/** What stands at the head of every paper of an agency. */
export type Head = { readonly superior?: string; readonly agency: string; readonly place: string };

/** Who issues, where: the head of every paper of this agency. */
export async function headFor(look: Look, agency: Agency): Promise<Head> {
  const place = agency.place
    ? ((await findUnit(look, 'commune', agency.place)) ?? (await findUnit(look, 'province', agency.place)))
    : null;
  const superior = agency.parent ? await getAgency(look, agency.parent) : null;
  return {
    ...(superior && { superior: superior.name.vi }),
    agency: agency.name.vi,
    place: place?.name ?? agency.name.vi,
  };
}

/** What those read who find a paper signed for an agency that has ended since. */
export const issuerWords = {
  signerEnded: {
    vi: 'Cơ quan đã ký văn bản này không còn hoạt động, nên không đóng dấu được. Người có thẩm quyền của cơ quan kế thừa phải ký lại.',
    en: 'The agency that signed this paper has ended, so it cannot be sealed. The leader of the agency that took over must sign it again.',
  },
  signAnew: { vi: 'Chuyển ký lại', en: 'Send it to be signed again' },
} satisfies Record<string, Text>;

/** The agency that would issue today in the place of the one whose paper this is, or that looks after it. */
export const issuerNow = async (look: Look, paper: Pick<Paper, 'agency' | 'keeper'>): Promise<Agency> =>
  actingAgency(look, await getAgency(look, paper.keeper ?? paper.agency));

/** The same paper in the name of this agency: the lines of the head that it has are those of the agency. */
export async function inNameOf(look: Look, paper: Paper, agency: Agency): Promise<Paper> {
  if (paper.agency === agency.id) return paper;
  const head: Partial<Head> = await headFor(look, agency);
  const data: Record<string, unknown> = { ...paper.data };
  for (const line of ['superior', 'agency', 'place'] as const) {
    if (!Object.hasOwn(data, line)) continue;
    if (head[line] === undefined) delete data[line];
    else data[line] = head[line];
  }
  return { ...paper, agency: agency.id, agency_name: agency.name.vi, data };
}
