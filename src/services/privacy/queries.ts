/** Reads of requests about personal data, and who decides them. */
import { own, type Look } from '../../ground/db/act.ts';
import { NotFound, Unavailable } from '../../ground/operate/errors.ts';
import { isId } from '../../ground/record/index.ts';
import { listAgencies } from '../../world/agencies/index.ts';
import { isRoleGiven } from '../../world/mandates/index.ts';
import type { DataRequest, PrivacyTables } from './schema.ts';

const columns = [
  'id',
  'code',
  'person',
  'name',
  'kind',
  'about',
  'wish',
  'agency',
  'state',
  'opened_at',
  'due_at',
  'decided_at',
  'decided_by',
  'answer',
] as const;

/** The requests of a person, newest first. */
export const listRequestsOf = (look: Look, person: string): Promise<DataRequest[]> =>
  own<PrivacyTables>(look.tx)
    .selectFrom('privacy.requests')
    .select(columns)
    .where('tenant', '=', look.tenant)
    .where('person', '=', person)
    .orderBy('opened_at', 'desc')
    .execute();

/** A request. Throws NotFound. */
export async function getRequest(look: Look, id: string): Promise<DataRequest> {
  const found = isId(id)
    ? await own<PrivacyTables>(look.tx)
        .selectFrom('privacy.requests')
        .select(columns)
        .where('tenant', '=', look.tenant)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (found) return found;
  throw new NotFound({ vi: 'Không có yêu cầu này.', en: 'There is no such request.' });
}

/**
 * The agency whose data steward decides: the one at the top of the installation that has one, by post or by mandate.
 * Throws Unavailable when nobody was given the role.
 */
export async function stewardAgency(look: Look): Promise<string> {
  for (const { id } of await listAgencies(look, { parent: null }))
    if (await isRoleGiven(look, id, 'data-steward')) return id;
  throw new Unavailable({
    vi: 'Cơ quan chưa phân công người quản trị dữ liệu. Hãy gửi yêu cầu bằng văn bản, hoặc thử lại sau.',
    en: 'The agency has named no data steward yet. Write to it, or try again later.',
  });
}
