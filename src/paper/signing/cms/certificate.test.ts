import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeWorld } from '../fixtures.ts';
import { readCertificate, tryCertificate } from './certificate.ts';

describe('certificates that were read before', () => {
  const { agency, officer } = makeWorld();

  it('are the same by their bytes alone, whichever file they stand in', () => {
    const file = Buffer.concat([Buffer.alloc(1_000_000), agency.certificate]);
    const inFile = readCertificate(file.subarray(1_000_000));
    assert.equal(readCertificate(agency.certificate).id, inFile.id);
    assert.notEqual(readCertificate(officer.certificate).id, inFile.id);
    assert.ok(inFile.der.buffer.byteLength < 100_000, 'it keeps the file');
  });

  it('are not taken for those that differ in one byte', () => {
    const changed = Buffer.from(agency.certificate);
    changed[changed.length - 1]! ^= 1;
    readCertificate(agency.certificate);
    assert.notEqual(tryCertificate(changed)?.id, readCertificate(agency.certificate).id);
  });
});
