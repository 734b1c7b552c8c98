import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Unavailable } from '../../../ground/operate/errors.ts';
import {
  agencyIdentity,
  loginOf,
  readAgencyIdentities,
  type AgencyIdentitySettings,
} from './agency-identity.ts';

const settings: AgencyIdentitySettings = {
  id: 'so-mau',
  name: { vi: 'Sở Mẫu', en: 'Sample Department' },
  issuer: 'http://127.0.0.1:9',
  clientId: 'x',
  clientSecret: 'y',
};

describe('agency identity', () => {
  it('takes the sign-in name only with a second factor', () => {
    assert.equal(
      loginOf({ preferred_username: 'Van-Thu.Mau', amr: ['pwd', 'mfa'] }, settings),
      'van-thu.mau',
    );
    assert.throws(() => loginOf({ preferred_username: 'x', amr: ['pwd'] }, settings), /second factor/);
    assert.throws(() => loginOf({ preferred_username: 'x' }, settings), /second factor/);
    const strict = { ...settings, secondFactor: ['urn:mfa'], loginClaim: 'email' };
    assert.equal(loginOf({ email: 'a@so-mau.example', acr: 'urn:mfa' }, strict), 'a@so-mau.example');
    assert.throws(
      () => loginOf({ email: 'a@so-mau.example', acr: 'urn:pwd', amr: ['mfa'] }, strict),
      /second factor/,
    );
    assert.throws(() => loginOf({ acr: 'urn:mfa' }, strict), /no email/);
  });

  it('says that the agency does not answer', async () => {
    await assert.rejects(agencyIdentity(settings).leave('http://127.0.0.1:3000/ve', '/'), Unavailable);
  });

  it('is configured by a list, or refused with one sentence', () => {
    assert.deepEqual(readAgencyIdentities({}), []);
    assert.deepEqual(readAgencyIdentities({ OFFICER_IDENTITY: JSON.stringify([settings]) }), [settings]);
    for (const bad of ['{}', 'x', '[{"id":"Sở"}]', JSON.stringify([{ ...settings, issuer: 'nowhere' }])])
      assert.throws(() => readAgencyIdentities({ OFFICER_IDENTITY: bad }), /OFFICER_IDENTITY must be/);
  });
});
