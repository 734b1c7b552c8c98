/** The keyring of an installation with keys of its own, as its administrator has configured it. */
import { Unavailable } from '../../../ground/operate/errors.ts';
import { bySystem } from '../../../ground/db/edge.ts';
import { listAccountsOf } from '../../../world/access/index.ts';
import { findAgency } from '../../../world/agencies/index.ts';
import { evidenceFor, trustedTimestamps } from '../../signing/index.ts';
import { revocationSources, timestampAuthority, type WayOut } from '../gateway/trust-services.ts';
import type { Holder } from '../holder.ts';
import type { Keyring } from '../keyring.ts';
import { keysIn } from './folder.ts';
import { refuseOther } from './own-name.ts';
import type { SigningSettings } from './settings.ts';

const refuse = (vi: string, en: string): never => {
  throw new Unavailable({ vi, en });
};

const noKeys = (): never =>
  refuse(
    'Hệ thống chưa được cấu hình khóa ký số (SIGNING_KEYS). Hãy báo quản trị viên.',
    'No signing keys are configured (SIGNING_KEYS). Tell the administrator.',
  );
const noName = ({ name }: Holder): never =>
  refuse(
    `“${name}” chưa có mã định danh hoặc tài khoản nên không tìm được khóa ký.`,
    `“${name}” has no identifier and no account, so there is no signing key to be found.`,
  );
const noTimestamps = (): never =>
  refuse(
    'Hệ thống chưa được cấu hình dịch vụ cấp dấu thời gian (TIMESTAMP_URL). Hãy báo quản trị viên.',
    'No timestamp authority is configured (TIMESTAMP_URL). Tell the administrator.',
  );

/**
 * Keys from a folder, timestamps and revocation information from outside, roots of the administrator's choice. What is
 * not configured is refused in a sentence when it is needed, so that an installation that signs nothing yet can run.
 */
export function configuredKeyring(settings: SigningSettings, out: WayOut, clock = () => new Date()): Keyring {
  const { keys, timestamp, roots } = settings;
  const open = keys && keysIn(keys);
  const fetch = revocationSources(out);
  const named = async (holder: Holder, name: (holder: Holder) => Promise<string | null>) => {
    if (!open) return noKeys();
    const file = (await name(holder)) ?? noName(holder);
    const key = await open(file, clock());
    refuseOther(key, holder.name, file);
    return key;
  };
  return {
    person: (holder) => named(holder, ({ id }) => signInName(out, id)),
    agency: (holder) => named(holder, ({ id }) => identifierOf(out, id)),
    timestamp: timestamp
      ? trustedTimestamps(timestampAuthority(out, timestamp), () => ({ roots, now: clock() }))
      : async () => noTimestamps(),
    evidence: (certificates) => evidenceFor(certificates, roots, fetch),
    fetch,
    roots: async () => roots.map(({ der }) => der),
  };
}

const signInName = ({ edge, tenant }: WayOut, person: string): Promise<string | null> =>
  edge.look(bySystem(tenant), async (look) => {
    const accounts = await listAccountsOf(look, person);
    return accounts.find(({ kind, closed_at }) => kind === 'officer' && closed_at === null)?.login ?? null;
  });

const identifierOf = ({ edge, tenant }: WayOut, agency: string): Promise<string | null> =>
  edge.look(bySystem(tenant), async (look) => (await findAgency(look, agency))?.identifier ?? null);
