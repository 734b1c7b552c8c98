import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readRegistryAccounts } from './settings.ts';

const population = {
  POPULATION_URL: 'https://truc.example.vn/dan-cu',
  POPULATION_USER: 'songlam',
  POPULATION_SECRET: 'secret',
  POPULATION_CLIENT: 'VN/GOV/H99/TOANTRINH',
  POPULATION_KEY: 'key',
  POPULATION_SERVICE: 'DVC-H99',
  POPULATION_UNIT: 'H99',
  POPULATION_ACCOUNT: 'toantrinh-h99',
};

it('each registry is connected whole by the environment, or not at all', () => {
  assert.deepEqual(readRegistryAccounts({ PATH: '/bin' }), {});
  const env = { ...population, CIVIL_STATUS_URL: 'https://ho-tich.example.vn', CIVIL_STATUS_TOKEN: 'token' };
  const { population: read, 'civil-status': civil, ...others } = readRegistryAccounts(env);
  assert.deepEqual(
    [read?.client, read?.apiKey, read?.account],
    ['VN/GOV/H99/TOANTRINH', 'key', 'toantrinh-h99'],
  );
  assert.deepEqual(civil, { url: 'https://ho-tich.example.vn', token: 'token' });
  assert.deepEqual(others, {});
  for (const [half, says] of [
    [{ TAX_URL: 'https://thue.example.vn' }, /missing: TAX_TOKEN\.$/],
    [{ LAND_URL: 'dat', LAND_TOKEN: 'x' }, /LAND_URL must be an address/],
    [{ ...population, POPULATION_KEY: undefined }, /missing: POPULATION_KEY\.$/],
  ] as const)
    assert.throws(() => readRegistryAccounts(half), says);
});
