/** `business`: the organisation or household business that the person acts for. */
import type { Look } from '../../../ground/db/act.ts';
import { patience } from '../../../ground/wire/index.ts';
import { getOrganisation } from '../../../world/people/index.ts';
import type { Ask } from '../asking.ts';
import type { BusinessRegister } from '../gateway/business.ts';
import { known, type SubjectSource } from '../known.ts';
import { registries } from '../registry.ts';
import type { Enterprise } from '../schema.ts';
import { addressIn } from './wording.ts';

export const businessSource = (port: BusinessRegister, ask: Ask): SubjectSource => ({
  name: 'business',
  registry: registries.business,
  facts: async (look, subject, { patient, ...why }) => {
    const organisation = subject.organisation ? await getOrganisation(look, subject.organisation) : null;
    if (!organisation) return { tree: {}, at: look.now };
    const { number } = organisation;
    const full = { ...why, patience: patience[patient] };
    const said = await ask(look, registries.business, 'chiTietDoanhNghiep', number, full, () =>
      port.find(look, number, full),
    );
    return said && { tree: said.answer ? await treeOf(look, said.answer) : {}, at: said.at };
  },
});

async function treeOf(look: Look, enterprise: Enterprise): Promise<Readonly<Record<string, unknown>>> {
  const { number, name, representative, phone, capital } = enterprise;
  const premises = await addressIn(look, enterprise.address);
  const household = enterprise.kind === 'Hộ kinh doanh' && { code: number, name, premises, phone, capital };
  return known({
    organisation: known({
      name,
      taxCode: number,
      enterpriseCode: number,
      address: premises,
      representative: representative?.name,
    }),
    household: household ? known(household) : null,
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
