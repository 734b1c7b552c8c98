/** A small world for tests: an officer with an account, a device with a passkey. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { nobody, system, type Act, type By } from '../../ground/db/act.ts';
import { settleWrites } from '../../ground/db/edge.ts';
import type { TestWorld } from '../../ground/db/testing.ts';
import { newId } from '../../ground/record/index.ts';
import { actFor } from './acting.ts';
import { openOfficerAccount } from './administer.ts';
import { signInCitizen } from './citizens.ts';
import { startIdentitySimulator } from './gateway/identity-simulator.ts';
import { codeAt, hashPassword, newSecret } from './passwords.ts';
import { sessionsOf } from './sessions.ts';

export const from = { address: '203.0.113.7', agent: 'Mozilla/5.0 (X11; Linux) Firefox/140.0' };
export const password = 'mot cau dai de nho';

/** An officer's account, ready to sign in. */
export type Ready = {
  readonly id: string;
  readonly person: string;
  readonly login: string;
  readonly totp: string;
};

let known: Promise<string> | null = null;

/** Opens an account whose password is `password`. Hashing is slow: done once for all tests. */
export async function anOfficer(act: Act, login: string, person = newId(act.now)): Promise<Ready> {
  const hash = await (known ??= hashPassword(password));
  const totp = newSecret();
  const { id } = await openOfficerAccount(act, { person, login, name: 'Lê Ví Dụ', hash, totp });
  await settleWrites(act);
  return { id, person, login, totp };
}

/** The officer of an account, as one who acts. */
export const asOfficer = ({ id, person }: Ready): By => ({
  ...nobody,
  kind: 'officer',
  account: id,
  person,
  name: 'Lê Ví Dụ',
});

/** The code of a moment. */
export const codeOf = ({ totp }: Ready, now: string): string => codeAt(totp, new Date(now));

const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

/** What a browser is asked: the options of WebAuthn as our API sends them. */
type Options = { readonly challenge: string };

/** A device that makes one passkey (ES256, no attestation) and uses it, as a browser would report it. */
export function softDevice(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  const rpHash = sha256(new URL(origin).hostname);
  let counter = 0;

  const data = (type: string, challenge: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  /** Flags: user present, user verified, and for a new key the attested data. */
  const authenticator = (attested: Buffer | null): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    return Buffer.concat([rpHash, Buffer.from([attested ? 0x45 : 0x05]), count, attested ?? Buffer.alloc(0)]);
  };
  const head = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
  };

  return {
    make(options: object): string {
      const cose = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)]);
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authenticator(attested))],
      ]);
      return JSON.stringify({
        ...head,
        response: {
          clientDataJSON: data('webauthn.create', (options as Options).challenge).toString('base64url'),
          attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
          transports: ['internal'],
        },
      });
    },
    use(options: object): string {
      const client = data('webauthn.get', (options as Options).challenge);
      const authData = authenticator(null);
      const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey);
      return JSON.stringify({
        ...head,
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      });
    },
  };
}

/** A citizen signed in at level 2 with a session in the database, who can turn to act for somebody else and back. */
export async function signedInCitizen(
  world: TestWorld,
  now: string,
  person: string,
  name: string,
): Promise<{ readonly token: string; readonly turn: (mandate: string | null) => Promise<void> }> {
  const identity = { number: '001090000101', name, born: null, assurance: 2, organisation: null } as const;
  const token = await world.as(system, now, (act) => signInCitizen(act, identity, person, null, from));
  const turn = async (mandate: string | null): Promise<void> => {
    const session = await sessionsOf(world.tx, world.tenant).find(token, new Date(now));
    if (!session) throw new Error('the session is gone');
    await world.as(session.by, now, (act) =>
      actFor(act, session.id, mandate === null ? null : { mandate }, from),
    );
  };
  return { token, turn };
}

export { press } from './gateway/browser-fixture.ts';

/** Runs the simulated identity, which sends people back to `redirect`, with persons at both levels. */
export async function withIdentitySimulator(
  redirect: string,
  work: (issuer: string) => Promise<void>,
): Promise<void> {
  const simulator = await startIdentitySimulator({
    host: '127.0.0.1',
    port: 0,
    persons: [1, 2, 3, 4].map((n) => ({
      number: `09909000000${n}`,
      name: `Người Mẫu ${n}`,
      born: '1990-05-04',
      level: n === 2 ? 1 : 2,
    })),
    client: { id: 'toantrinh', secret: 'sample-secret', redirects: [redirect] },
  });
  await work(simulator.issuer).finally(simulator.close);
}
