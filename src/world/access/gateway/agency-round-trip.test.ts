/** Officers sign in at their agency's own identity system: the whole round with a real provider, and with one that lies. */
import assert from 'node:assert/strict';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { agencyIdentity, type AgencyIdentitySettings } from './agency-identity.ts';
import { press } from './browser-fixture.ts';
import { startIdentitySimulator } from './identity-simulator.ts';
import type { Leaving } from './oidc.ts';

const redirect = 'http://127.0.0.1:1/dang-nhap/co-quan/so-mau/ve';
const name = { vi: 'Sở Mẫu', en: 'Sample Department' };
const client = { id: 'toantrinh', secret: 'sample-secret', redirects: [redirect] };

const settingsFor = (issuer: string): AgencyIdentitySettings => ({
  id: 'so-mau',
  name,
  issuer,
  clientId: client.id,
  clientSecret: client.secret,
});

describe('agency identity: the round trip with a real provider', () => {
  const persons = [
    { number: '099090000001', name: 'Nguyễn Văn Thí Dụ', born: '1990-05-04', level: 2 as const },
    { number: '099090000002', name: 'Trần Thị Mẫu', born: '1992-01-02', level: 1 as const },
  ];
  /** The agency says its second factor in `acr`, and the sign-in name in a claim of its own. */
  const atAgency = (issuer: string) =>
    agencyIdentity({ ...settingsFor(issuer), loginClaim: 'SoDinhDanh', secondFactor: ['urn:vneid:2'] });

  it('brings back the sign-in name, and nobody without a second factor', async () => {
    const simulator = await startIdentitySimulator({ host: '127.0.0.1', port: 0, persons, client });
    try {
      const agency = atAgency(simulator.issuer);
      const { to, keep } = await agency.leave(redirect, '/viec');
      const asked = new URL(to).searchParams;
      assert.equal(asked.get('code_challenge_method'), 'S256');
      assert.equal(asked.get('acr_values'), 'urn:vneid:2');
      assert.ok(asked.get('state') && asked.get('nonce'));
      assert.equal(await agency.arrive(await press(to, '099090000001', redirect), keep), '099090000001');

      const weak = await agency.leave(redirect, '/');
      const back = await press(weak.to, '099090000002', redirect);
      await assert.rejects(agency.arrive(back, weak.keep), /second factor/);
    } finally {
      await simulator.close();
    }
  });

  it('refuses another state, nonce or verifier, and a code that was used', async () => {
    const simulator = await startIdentitySimulator({ host: '127.0.0.1', port: 0, persons, client });
    try {
      const agency = atAgency(simulator.issuer);
      const arriveWith = async (change: Partial<Leaving>): Promise<string> => {
        const { to, keep } = await agency.leave(redirect, '/');
        return agency.arrive(await press(to, '099090000001', redirect), { ...keep, ...change });
      };
      await assert.rejects(arriveWith({ state: 'another' }));
      await assert.rejects(arriveWith({ nonce: 'another' }));
      await assert.rejects(arriveWith({ verifier: 'x'.repeat(43) }));
      const { to, keep } = await agency.leave(redirect, '/');
      const back = await press(to, '099090000001', redirect);
      await agency.arrive(back, keep);
      await assert.rejects(agency.arrive(back, keep), 'the code is good once');
    } finally {
      await simulator.close();
    }
  });
});

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(claims: object, key = privateKey): string {
  const body = `${part({ alg: 'RS256', kid: 'k', typ: 'JWT' })}.${part(claims)}`;
  return `${body}.${createSign('sha256').update(body).sign(key, 'base64url')}`;
}

type Claims = Readonly<Record<string, unknown>>;

/** A provider that speaks the protocol and says in its token whatever it is told. */
async function startLiar(claimsOf: (good: Claims) => Claims, key = privateKey) {
  let nonce = '';
  const server = createServer((request, response) => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const now = Math.floor(Date.now() / 1000);
    const good = { iss: issuer, aud: client.id, sub: 'mau', iat: now, exp: now + 60, nonce };
    const answers: Readonly<Record<string, unknown>> = {
      '/.well-known/openid-configuration': {
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/me`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
      },
      '/jwks': { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] },
      '/token': {
        access_token: 'a',
        token_type: 'Bearer',
        expires_in: 60,
        id_token: signed(claimsOf({ ...good, preferred_username: 'van-thu.mau', amr: ['pwd', 'mfa'] }), key),
      },
      '/me': { sub: 'mau' },
    };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[request.url ?? '']));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const agency = agencyIdentity(settingsFor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  return {
    signIn: async (): Promise<string> => {
      const { keep } = await agency.leave(redirect, '/');
      nonce = keep.nonce;
      return agency.arrive(new URL(`${redirect}?code=c&state=${keep.state}`), keep);
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

describe('agency identity: tokens that must not be believed', () => {
  const past = Math.floor(Date.now() / 1000) - 3600;
  const lies: readonly (readonly [string, (good: Claims) => Claims])[] = [
    ['of another issuer', (good) => ({ ...good, iss: 'https://khac.example' })],
    ['for another client', (good) => ({ ...good, aud: 'another' })],
    ['expired', (good) => ({ ...good, iat: past - 60, exp: past })],
    ['of another sign-in', (good) => ({ ...good, nonce: 'another' })],
    ['without nonce', ({ nonce: _, ...rest }) => rest],
    ['of one factor', (good) => ({ ...good, amr: ['pwd'] })],
  ];

  it('takes a good one', async () => {
    const honest = await startLiar((good) => good);
    assert.equal(await honest.signIn().finally(honest.close), 'van-thu.mau');
  });

  for (const [what, lie] of lies) {
    it(`refuses one ${what}`, async () => {
      const liar = await startLiar(lie);
      await assert.rejects(liar.signIn().finally(liar.close));
    });
  }

  it('refuses one that another key has signed', async () => {
    const liar = await startLiar(
      (good) => good,
      generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
    );
    await assert.rejects(liar.signIn().finally(liar.close));
  });

  it('never takes one of another subject than the provider names itself', async () => {
    const liar = await startLiar((good) => ({ ...good, sub: 'nguoi-khac' }));
    await assert.rejects(liar.signIn().finally(liar.close));
  });
});
