/** Codes of registries as forms write them: names of communes and of code lists. */
import type { Look } from '../../../ground/db/act.ts';
import type { Address } from '../../../work/forms/index.ts';
import { findCode } from '../../../world/law/index.ts';
import { findUnit, resolveOldPlace } from '../../../world/places/index.ts';
import type { Kin, Party, RegistryAddress } from '../schema.ts';
import { known } from '../known.ts';

/** The last day of the districts: registries still hold communes of that time. */
const BEFORE = '2025-06-30';

/** An address by today's commune; null when it is not clear which commune it is today. */
export async function addressIn(look: Look, address: RegistryAddress | null): Promise<Address | null> {
  if (!address?.commune) return null;
  const place = await communeOf(look, address.commune);
  return place && { ...place, ...(address.detail && { detail: address.detail }) };
}

async function communeOf(look: Look, code: string): Promise<Omit<Address, 'detail'> | null> {
  const today = await findUnit(look, 'commune', code);
  const old = today ? null : await resolveOldPlace(look, { code }, BEFORE);
  const unit = today ?? (old?.kind === 'one' ? old.commune : null);
  if (!unit) return null;
  const province = unit.province ? await findUnit(look, 'province', unit.province) : null;
  return { place: [unit.fullName, province?.fullName].filter(Boolean).join(', '), commune: unit.code };
}

/** Name of the ethnicity (dân tộc), as papers print it. */
export const ethnicityIn = async (look: Look, code: string | null): Promise<string | null> =>
  code && ((await findCode(look, 'ethnicity', code))?.name.vi ?? null);

/** Name of the nationality (quốc tịch), as papers print it. */
export const nationalityIn = async (look: Look, code: string | null): Promise<string | null> =>
  code && ((await findCode(look, 'nationality', code))?.name.vi ?? null);

/** Somebody named in another entry, with the parts of a person of the forms. */
export const kinIn = async (look: Look, kin: Kin | null): Promise<Readonly<Record<string, unknown>> | null> =>
  kin &&
  known({
    name: kin.name,
    personalNumber: kin.number,
    nationality: await nationalityIn(look, kin.nationality),
  });

/** Somebody in a civil-status entry or a birth notification, with the parts of a person of the forms. */
export const partyIn = async (
  look: Look,
  party: Party | null,
): Promise<Readonly<Record<string, unknown>> | null> =>
  party &&
  known({
    name: party.name,
    birth: party.born,
    personalNumber: party.number,
    ethnicity: await ethnicityIn(look, party.ethnicity),
    nationality: await nationalityIn(look, party.nationality),
    residence: await addressIn(look, { commune: party.commune, detail: party.residence, country: null }),
  });

/** Sex as papers print it. */
export const sexWord = (sex: 'male' | 'female' | null): string | null =>
  sex === 'male' ? 'Nam' : sex === 'female' ? 'Nữ' : null;
