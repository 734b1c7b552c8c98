/** Who may do what with an electronic copy before it is signed: the one policy of its page, its files and its acts. */
import type { By, Look } from '../../../../ground/db/act.ts';
import { Invalid } from '../../../../ground/operate/errors.ts';
import type { Text } from '../../../../ground/text/language.ts';
import { actingAgency, getAgency, type Agency } from '../../../../world/agencies/index.ts';
import { isClerkOf, mayPrepareCopy } from '../../rules.ts';
import type { CopyOrder } from '../../schema.ts';
import { getAuthorised, type Authorised } from '../authority.ts';

/** What a visitor may do with an order now. */
export type Rights = {
  readonly read: boolean;
  /** Choose what an extract holds, send, withdraw: who prepared it, and the clerk. */
  readonly change: boolean;
  /** Decide: the capacity in which; `why` says why not, to the person who was asked. */
  readonly decide: Authorised | null;
  readonly why: Text | null;
  readonly sign: boolean;
  /** In whose name it is made today: the agency of the order, or whoever took that over. */
  readonly agency: Agency;
};

/** Whether this officer chooses what an order holds, sends and withdraws it: who prepared it, and the clerk. */
export const mayChange = (
  by: By,
  { agency, prepared_by }: Pick<CopyOrder, 'agency' | 'prepared_by'>,
): boolean => isClerkOf(by, { agency, keeper: null }) || (by.account !== null && by.account === prepared_by);

/** The authority of a person over copies today, or why there is none. */
async function authorityOf(look: Look, agency: string): Promise<Authorised | Text | null> {
  if (look.by.person === null) return null;
  try {
    return await getAuthorised(look, agency, look.by.person);
  } catch (error) {
    if (error instanceof Invalid) return error.text;
    throw error;
  }
}

/**
 * The clerk and the leaders of the agency prepare; whoever has the authority to copy today decides, whoever was asked; the clerk signs
 * with the agency's signature (Decree 30/2020, art. 6, 27, 32).
 */
export async function rightsOver(look: Look, order: CopyOrder): Promise<Rights> {
  const agency = await actingAgency(look, await getAgency(look, order.agency));
  const found = await authorityOf(look, agency.id);
  const decider = found && 'person' in found ? found : null;
  const standing = { agency: order.agency, keeper: null };
  const clerk = isClerkOf(look.by, standing);
  const mine = mayChange(look.by, order);
  const asked = look.by.person !== null && look.by.person === order.authority;
  const { state } = order;
  return {
    agency,
    read: mine || mayPrepareCopy(look.by, standing) || asked || decider !== null,
    change: mine && ['draft', 'asked', 'approved'].includes(state),
    decide: state === 'asked' ? decider : null,
    why: state === 'asked' && asked && found && !('person' in found) ? found : null,
    sign: state === 'approved' && clerk,
  };
}
