/** `land`: the parcel of the person or organisation. */
import { patience } from '../../../ground/wire/index.ts';
import { getOrganisation, getPerson } from '../../../world/people/index.ts';
import type { Look } from '../../../ground/db/act.ts';
import type { Ask } from '../asking.ts';
import type { LandDatabase } from '../gateway/land.ts';
import { known, type Subject, type SubjectSource } from '../known.ts';
import { registries } from '../registry.ts';
import type { Parcel } from '../schema.ts';
import { addressIn } from './wording.ts';

export const landSource = (port: LandDatabase, ask: Ask): SubjectSource => ({
  name: 'land',
  registry: registries.land,
  facts: async (look, subject, _, { patient, ...why }) => {
    const number = await numberOf(look, subject);
    if (!number) return { tree: {}, at: look.now };
    const full = { ...why, patience: patience[patient] };
    const said = await ask(look, registries.land, 'thuaDatTheoChu', number, full, () =>
      port.list(look, number, full),
    );
    return said && { tree: await treeOf(look, said.answer ?? []), at: said.at };
  },
});

const numberOf = async (look: Look, { person, organisation }: Subject): Promise<string | null> =>
  organisation
    ? (await getOrganisation(look, organisation)).number
    : person
      ? (await getPerson(look, person)).number
      : null;

/** With several parcels the person says which one is meant. */
async function treeOf(look: Look, parcels: readonly Parcel[]): Promise<Readonly<Record<string, unknown>>> {
  const trees = await Promise.all(parcels.map((parcel) => parcelTree(look, parcel)));
  return known({
    parcels: trees,
    ...(parcels.length === 1 && { parcel: trees[0], managedArea: parcels[0]!.managed, use: parcels[0]!.use }),
  });
}

const parcelTree = async (look: Look, { sheet, parcel, area, certificate, address }: Parcel) =>
  known({ sheet, parcel, area, certificate, place: await addressIn(look, address) });
