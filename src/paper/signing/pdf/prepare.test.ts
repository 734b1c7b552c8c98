import assert from 'node:assert/strict';
import { createHash, verify, X509Certificate } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { Conflict, NotAllowed, Unavailable } from '../../../ground/operate/errors.ts';
import { makeWorld, now, plainFile } from '../fixtures.ts';
import { readPicture, sealPlace } from '../appearance/appearance.ts';
import { signerOf } from '../issue/authority.ts';
import { judge, missingTool } from '../judges.ts';
import { completeCms, finishPdf, preparePdf, type Prepared } from './prepare.ts';
import { signPdf } from './sign.ts';
import { verifyPdf } from './verify.ts';
import { prepareFields } from './widgets.ts';

const leaderPlace = [350, 200, 490, 260] as const;

describe('signing in two phases and several hands', () => {
  let world: ReturnType<typeof makeWorld>;
  before(() => {
    world = makeWorld();
  });

  it('keeps every byte of the file between the phases, also when the prepared file was stored', async () => {
    const original = plainFile();
    const prepared = preparePdf(original, { field: 'ky', time: now }, world.signer);
    assert.ok(prepared.bytes.subarray(0, original.length).equals(original));
    assert.deepEqual(prepared.hashToSign, createHash('sha256').update(prepared.toSign).digest());
    const stored = structuredClone(prepared) as unknown as Record<keyof Prepared, Uint8Array>;
    const restored = { ...prepared, bytes: Buffer.from(stored.bytes), toSign: Buffer.from(stored.toSign) };
    const signature = await world.signer.sign(restored.toSign);
    assert.ok(
      verify('sha256', restored.toSign, new X509Certificate(world.officer.certificate).publicKey, signature),
    );
    const finished = finishPdf(restored, completeCms(restored, signature));
    const [from, to] = prepared.hole;
    assert.ok(
      finished.subarray(0, from).equals(prepared.bytes.subarray(0, from)) &&
        finished.subarray(to).equals(prepared.bytes.subarray(to)),
    );
    assert.equal((await verifyPdf(finished, world.trust())).verdict, 'valid');
  });

  it('leader, then clerk with number and date, then seal: each on top of the other, all valid', async () => {
    const prepared = prepareFields(plainFile(), [
      { name: 'lanhdao', kind: 'signature', page: 1, rectangle: leaderPlace },
      { name: 'so', kind: 'words', page: 1, rectangle: [72, 760, 250, 780] },
      { name: 'codau', kind: 'signature', page: 1, rectangle: sealPlace(leaderPlace) },
    ]);
    const basic = { level: 'B-B' } as const;
    const agency = signerOf(world.agency);
    const leader = await signPdf(
      prepared,
      { field: 'lanhdao', time: now, permission: 2 },
      world.signer,
      basic,
    );
    const clerk = await signPdf(
      leader,
      { field: 'vanthu', time: now, fills: { so: 'Số: 05/QĐ-UBND' }, locks: ['so'] },
      agency,
      basic,
    );
    const sealed = await signPdf(clerk, { field: 'codau', time: now }, agency, basic);
    assert.ok(
      sealed.subarray(0, leader.length).equals(leader) && sealed.subarray(0, clerk.length).equals(clerk),
    );
    const found = await verifyPdf(sealed, world.trust());
    assert.deepEqual(
      found.signatures.map(({ outcome, coversWholeFile }) => [outcome, coversWholeFile]),
      [
        ['valid', false],
        ['valid', false],
        ['valid', true],
      ],
    );
    await assert.rejects(signPdf(sealed, { field: 'codau', time: now }, agency, basic), Conflict);
    await assert.rejects(
      signPdf(sealed, { field: 'them', time: now, permission: 2 }, agency, basic),
      Conflict,
    );
    if (missingTool('pdftotext')) return;
    assert.match(judge('pdftotext', ['{a.pdf}', '-'], { 'a.pdf': sealed }).output, /Số: 05\/QĐ-UBND/);
  });

  it('refuses what an earlier signer forbids, and files that cannot be signed safely', async () => {
    const closed = await signPdf(plainFile(), { field: 'ky', time: now, permission: 1 }, world.signer, {
      level: 'B-B',
    });
    await assert.rejects(
      signPdf(closed, { field: 'sau', time: now }, world.signer, { level: 'B-B' }),
      NotAllowed,
    );
    const damaged = Buffer.from(plainFile().toString('latin1').replace('startxref', 'startxxxx'), 'latin1');
    await assert.rejects(
      signPdf(damaged, { field: 'ky', time: now }, world.signer, { level: 'B-B' }),
      Unavailable,
    );
    await assert.rejects(
      signPdf(plainFile(), { field: 'ky', time: now }, world.signer, { level: 'B-LT' }),
      Unavailable,
    );
  });

  it('a picture that is no picture is refused', async () => {
    await assert.rejects(readPicture(Buffer.from('không phải ảnh')));
  });
});
