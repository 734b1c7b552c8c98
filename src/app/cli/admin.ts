/** `toantrinh admin create`: the first administrator of an installation that has no sample. */
import { bySystem, settleWrites } from '../../ground/db/edge.ts';
import type { Act } from '../../ground/db/act.ts';
import { Invalid } from '../../ground/operate/errors.ts';
import { readConfig } from '../../ground/operate/config.ts';
import { newId } from '../../ground/record/index.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { invite, openOfficerAccount } from '../../world/access/index.ts';
import {
  addPost,
  appoint,
  establishAgency,
  findAgencyByIdentifier,
  putOfficer,
} from '../../world/agencies/index.ts';
import { openUpToDate } from '../database.ts';
import { Misused, optionsOf, type Command } from '../io.ts';
import { nowhere } from '../outside.ts';
import { TENANT, wire } from '../wiring.ts';

const help = `toantrinh admin create --login NAME --name "FULL NAME" --agency IDENTIFIER [--agency-name "NAME"] [--json]

Opens the account of an IT administrator of an agency and prints an activation code: with it the administrator chooses a
password and a second factor at /dang-nhap/kich-hoat within 72 hours. If no agency has the identifier, --agency-name
establishes it as the agency at the top of this installation.`;

type Wanted = {
  readonly login: string;
  readonly name: string;
  readonly agency: string;
  readonly agencyName?: string;
};

const BASIS = 'Cài đặt hệ thống';
const TITLE = { vi: 'Quản trị hệ thống', en: 'IT administrator' };

/** The agency with this identifier; established when there is none and it has been named. */
async function agencyOf(act: Act, { agency, agencyName }: Wanted): Promise<string> {
  const found = await findAgencyByIdentifier(act, agency);
  if (found) return found.id;
  if (!agencyName)
    throw new Error(`No agency has the identifier ${agency}. Add --agency-name to establish it.`);
  const id = await establishAgency(act, {
    identifier: agency,
    name: { vi: agencyName, en: agencyName },
    short: 'UBND',
    kind: 'peoples-committee',
    level: 'province',
    regime: 'collective',
    parent: null,
    place: null,
    headTitle: null,
    established: vietnamDay(act.now),
    basis: BASIS,
    phone: null,
    email: null,
    address: null,
  });
  await settleWrites(act); // The post below is of this agency and must find it.
  return id;
}

async function createAdministrator(act: Act, wanted: Wanted): Promise<string> {
  const agency = await agencyOf(act, wanted);
  const from = vietnamDay(act.now);
  const person = newId(act.now);
  await putOfficer(act, {
    person,
    name: wanted.name,
    sex: null,
    staffNumber: null,
    phone: null,
    email: null,
  });
  const post = await addPost(act, {
    agency,
    unit: null,
    title: TITLE,
    rank: 'staff',
    roles: ['it-admin'],
    fields: null,
    from,
    to: null,
  });
  await settleWrites(act); // Who is appointed, and to what, must be there.
  await appoint(act, { post, person, kind: 'appointed', basis: BASIS, from, to: null });
  const { id } = await openOfficerAccount(act, { person, login: wanted.login, name: wanted.name });
  return invite(act, id, { address: '', agent: 'toantrinh admin create' });
}

function read(argv: readonly string[]): { wanted: Wanted; json: boolean } {
  const { values, positionals } = optionsOf(
    argv,
    {
      login: { type: 'string' },
      name: { type: 'string' },
      agency: { type: 'string' },
      'agency-name': { type: 'string' },
      json: { type: 'boolean' },
    },
    1,
  );
  const { login, name, agency, json = false } = values;
  if (positionals[0] !== 'create') throw new Misused('What is to be done is “create”.');
  if (!login || !name || !agency) throw new Misused('--login, --name and --agency are needed.');
  const agencyName = values['agency-name'];
  return { wanted: { login, name, agency, ...(agencyName && { agencyName }) }, json };
}

export const admin: Command = {
  name: 'admin',
  help,
  run: async (argv, io) => {
    const asked = read(argv);
    const config = readConfig();
    const { connection, close } = await openUpToDate(config, io.err);
    try {
      const { edge } = wire(config, connection, nowhere);
      const code = await edge.act(bySystem(TENANT), (act) => createAdministrator(act, asked.wanted));
      const { login } = asked.wanted;
      io.out(
        asked.json
          ? JSON.stringify({ login, activation: code })
          : `The account ${login} is open. Activation code (72 hours, once): ${code}\nSet it up at /dang-nhap/kich-hoat`,
      );
      return 0;
    } catch (error) {
      if (error instanceof Invalid)
        throw new Error(error.errors.map(({ message }) => message.en).join(' '), { cause: error });
      throw error;
    } finally {
      await close();
    }
  },
};
