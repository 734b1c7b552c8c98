/** Where agencies are administered. */
import { isId } from '../../../ground/record/index.ts';
import { NotFound, Invalid } from '../../../ground/operate/errors.ts';
import type { Look } from '../../../ground/db/act.ts';
import type { Text } from '../../../ground/text/language.ts';
import { administrationCrumbs } from '../../../ground/web/administration.ts';
import type { Option } from '../../../ground/web/ask.tsx';
import type { Visit } from '../../../ground/web/visit.ts';
import { findAgencyByIdentifier, getAgency } from '../queries.ts';
import type { Agency } from '../schema.ts';

export const AGENCIES_PATH = '/quan-tri/co-quan';
export const ONE_PATH = `${AGENCIES_PATH}/:id`;

export const agencyPath = (id: string): string => `${AGENCIES_PATH}/${id}`;

export const agenciesName = { vi: 'Cơ quan, đơn vị, chức vụ', en: 'Agencies, units and posts' } as const;

/** The way to the pages below the tree, and below one agency. */
export const agenciesCrumbs = (agency?: Agency) =>
  administrationCrumbs(
    { text: agenciesName, href: AGENCIES_PATH },
    ...(agency ? [{ text: agency.name, href: agencyPath(agency.id) }] : []),
  );

/** The agency in the path. Throws NotFound. */
export async function agencyAt({ look, params }: Visit): Promise<Agency> {
  const id = params['id'] ?? '';
  if (!isId(id)) throw new NotFound({ vi: 'Không có cơ quan này.', en: 'There is no such agency.' });
  return getAgency(look, id);
}

/** The agency with the identifier that was typed into a field. Throws Invalid. */
export async function agencyTyped(look: Look, field: string, identifier: string): Promise<Agency> {
  const found = await findAgencyByIdentifier(look, identifier);
  if (found) return found;
  const message = {
    vi: `Không có cơ quan nào mang mã ${identifier}.`,
    en: `No agency has the identifier ${identifier}.`,
  };
  throw new Invalid([{ field, message }]);
}

export const identifierHint = {
  vi: 'Mã định danh điện tử, ví dụ H99.03 hoặc 000.00.03.H99.',
  en: 'The electronic identifier, for example H99.03 or 000.00.03.H99.',
} as const;

/** Words with names as choices. */
export const choices = <Word extends string>(names: Readonly<Record<Word, Text>>): readonly Option[] =>
  (Object.entries(names) as [Word, Text][]).map(([value, text]) => ({ value, text }));
