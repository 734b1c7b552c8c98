/** `business`: the organisation or household business that the person acts for. */
import type { Look } from '../../../ground/db/act.ts';
import { patience } from '../../../ground/wire/index.ts';
import { getOrganisation, getPerson } from '../../../world/people/index.ts';
import type { Ask } from '../asking.ts';
import type { BusinessRegister } from '../gateway/business.ts';
import { known, type Subject, type SubjectSource } from '../known.ts';
import { registries } from '../registry.ts';
import type { Enterprise } from '../schema.ts';
import { addressIn } from './wording.ts';

export const businessSource = (port: BusinessRegister, ask: Ask): SubjectSource => ({
  name: 'business',
  registry: registries.business,
  facts: async (look, subject, _, { patient, ...why }) => {
    const number = await numberOf(look, subject);
    if (!number) return { tree: {}, at: look.now };
    const full = { ...why, patience: patience[patient] };
    const said = await ask(look, registries.business, 'chiTietDoanhNghiep', number, full, () =>
      port.find(look, number, full),
    );
    return said && { tree: said.answer ? await treeOf(look, said.answer) : {}, at: said.at };
  },
});

/** A household business is found by the personal number of its owner, which is its tax code since July 2025. */
const numberOf = async (look: Look, { person, organisation }: Subject): Promise<string | null> =>
  organisation
    ? (await getOrganisation(look, organisation)).number
    : person
      ? (await getPerson(look, person)).number
      : null;

async function treeOf(look: Look, enterprise: Enterprise): Promise<Readonly<Record<string, unknown>>> {
  const { number, name, representative, phone, capital, workers, taxAddress, registeredOn } = enterprise;
  const premises = await addressIn(look, enterprise.address);
  const isHousehold = enterprise.kind === 'Hộ kinh doanh';
  const code = representative?.number ?? number;
  const household = {
    code,
    firstRegistered: registeredOn,
    starts: registeredOn,
    name,
    premises,
    phone,
    capital,
    workers,
    taxAddress,
  };
  return known({
    organisation: known({
      name,
      taxCode: isHousehold ? code : number,

      address: premises,
      representative: representative?.name,
    }),
    household: isHousehold ? known(household) : null,
    sellerKind: isHousehold ? 'household' : 'company',
    number,
    name,
    foreignName: enterprise.foreignName,
    shortName: enterprise.shortName,
    kind: enterprise.kind,
    status: enterprise.status,
    registeredOn: enterprise.registeredOn,
    representative: representative?.name,
    address: premises,
    trades: enterprise.trades,
  });
}
