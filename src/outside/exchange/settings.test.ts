import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readExchangeAccounts } from './settings.ts';

const portal = {
  NATIONAL_PORTAL_ADAPTER: 'https://truc.example.vn/adapter',
  NATIONAL_PORTAL_ENDPOINT: 'mapi',
  NATIONAL_PORTAL_DSTCODE: 'VN:GOV:000.00.00.G22:vpcpdvcprovider',
  NATIONAL_PORTAL_UNIT: 'H99',
  NATIONAL_PORTAL_USER: 'songlam',
  NATIONAL_PORTAL_PASSWORD: 'mật khẩu',
  NATIONAL_PORTAL_INCOMING: 'word',
  NATIONAL_PORTAL_FILES: 'https://tep.example.vn/a/b, https://tep2.example.vn',
};
const post = {
  POST_URL: 'https://buu-chinh.example.vn/api',
  POST_TOKEN: 'token',
  POST_CUSTOMER: 'SONGLAM',
  POST_PROVINCE: '99',
  POST_SENDER: 'Trung tâm Phục vụ hành chính công',
  POST_SENDER_ADDRESS: 'Số 1',
  POST_SENDER_PHONE: '0990000000',
};

it('the portal and the post come whole from the environment, or not at all', () => {
  assert.equal(readExchangeAccounts({ PATH: '/bin' }), null);
  const both = readExchangeAccounts({ ...portal, ...post, VNEID_INCOMING: 'other word' });
  assert.deepEqual(both?.portal?.incoming, { 'national-portal': 'word', vneid: 'other word' });
  assert.deepEqual(both?.portal?.files, ['https://tep.example.vn', 'https://tep2.example.vn']);
  assert.deepEqual(
    [both?.portal?.destination, both?.post?.sender.email],
    [portal.NATIONAL_PORTAL_DSTCODE, ''],
  );
  // Without a word of its own VNeID sends nothing: no empty word opens the door.
  assert.deepEqual(readExchangeAccounts({ ...portal, VNEID_INCOMING: ' ' })?.portal?.incoming, {
    'national-portal': 'word',
  });
  assert.deepEqual([readExchangeAccounts(post)?.portal, readExchangeAccounts(portal)?.post], [null, null]);
  for (const [env, says] of [
    [{ ...portal, NATIONAL_PORTAL_INCOMING: '' }, /missing: NATIONAL_PORTAL_INCOMING\.$/],
    [{ ...portal, NATIONAL_PORTAL_FILES: 'tep' }, /NATIONAL_PORTAL_FILES must be an address/],
    [{ ...post, POST_URL: 'ftp://x' }, /POST_URL must be an address/],
  ] as const)
    assert.throws(() => readExchangeAccounts(env), says);
});
