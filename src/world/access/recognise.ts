/** From what the national identity says to the persons and organisations we know; a person who comes first time is entered. */
import type { Act } from '../../ground/db/act.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import {
  findOrganisationByNumber,
  findPersonByNumber,
  readPersonNumber,
  registerPerson,
} from '../people/index.ts';
import type { Identity } from './gateway/identity.ts';

/** Ids of the person and, when they came for one, of the organisation. Throws NotAllowed when the organisation is unknown. */
export async function recognise(
  act: Act,
  identity: Identity,
): Promise<{ person: string; organisation: string | null }> {
  const known = await findPersonByNumber(act, identity.number);
  const person = known?.id ?? (await enter(act, identity));
  if (!identity.organisation) return { person, organisation: null };
  const organisation = await findOrganisationByNumber(act, identity.organisation);
  if (!organisation) {
    throw new NotAllowed({
      vi: 'Chưa có tổ chức này trong dữ liệu. Hãy đăng nhập với tư cách cá nhân, hoặc hỏi cơ quan đăng ký.',
      en: 'This organisation is not known yet. Sign in as a person, or ask the registration office.',
    });
  }
  return { person, organisation: organisation.id };
}

const enter = (act: Act, identity: Identity): Promise<string> =>
  registerPerson(act, {
    number: identity.number,
    name: identity.name,
    born: identity.born,
    sex: readPersonNumber(identity.number)?.sex ?? 'male',
    ethnicity: null,
    nationality: 'VN',
    commune: null,
    address: null,
    died: null,
    source: 'vneid',
  });
