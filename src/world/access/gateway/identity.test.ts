import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Unavailable } from '../../../ground/operate/errors.ts';
import { press } from './browser-fixture.ts';
import { identityOf, identityProvider } from './identity.ts';
import { startIdentitySimulator, type SimulatedPerson } from './identity-simulator.ts';

const persons: SimulatedPerson[] = [
  {
    number: '099090000001',
    name: 'Nguyễn Văn Thí Dụ',
    born: '1990-05-04',
    level: 2,
    organisations: [{ code: '9900000001', name: 'Công ty Mẫu' }],
  },
  { number: '099090000002', name: 'Trần Thị Mẫu', born: '1992-01-02', level: 1 },
];
const redirect = 'http://127.0.0.1:1/dang-nhap/vneid/ve';
const client = { id: 'toantrinh', secret: 'sample-secret', redirects: [redirect] };

describe('identity provider', () => {
  it('brings back who signed in, at which level, for whom', async () => {
    const simulator = await startIdentitySimulator({ host: '127.0.0.1', port: 0, persons, client });
    try {
      const provider = identityProvider({
        issuer: simulator.issuer,
        clientId: client.id,
        clientSecret: client.secret,
      });
      const signIn = async (id: string) => {
        const { to, keep } = await provider.leave(redirect, '/');
        return provider.arrive(await press(to, id, redirect), keep);
      };
      assert.deepEqual(await signIn('099090000001'), {
        number: '099090000001',
        name: 'Nguyễn Văn Thí Dụ',
        born: '1990-05-04',
        assurance: 2,
        organisation: null,
      });
      assert.equal((await signIn('099090000002')).assurance, 1);
      assert.equal((await signIn('099090000001~9900000001')).organisation, '9900000001');
      const { to, keep } = await provider.leave(redirect, '/');
      const back = await press(to, '099090000001', redirect);
      await assert.rejects(provider.arrive(back, { ...keep, state: 'another' }));
    } finally {
      await simulator.close();
    }
  });

  it('says that the identity does not answer', async () => {
    const provider = identityProvider({ issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'y' });
    await assert.rejects(provider.leave(redirect, '/'), Unavailable);
  });

  it('guesses nothing from claims', () => {
    assert.throws(() => identityOf({ sub: 'x', SoDinhDanh: '123' }), /personal number/);
    assert.throws(() => identityOf({ sub: 'x', SoDinhDanh: '099090000001' }), /level/);
    assert.throws(() => identityOf({ sub: 'x', SoDinhDanh: '099090000001', acr: 'urn:vneid:3' }), /level/);
    assert.throws(() => identityOf({ sub: 'x', SoDinhDanh: '099090000001', acr: 'level12' }), /level/);
  });
});
