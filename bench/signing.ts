/**
 * How many documents of 200 KB one core signs a second, against the bare signature operation (performance row 11: at least half of it for
 * RSA), and how many it verifies. `node bench/signing.ts` prints the rates.
 */
import { createHash, sign } from 'node:crypto';
import { makeWorld, now, plainFile } from '../src/paper/signing/fixtures.ts';
import { signerOf, signPdf, verifyFile } from '../src/paper/signing/index.ts';

export type SigningRate = {
  readonly name: string;
  readonly perSecond: number;
  /** Against `crypto.sign` alone with the same key; null where nothing is signed. */
  readonly ratio: number | null;
};

/** Runs `work` for about `milliseconds` and gives the rate of the best of three such rounds. */
const rate = async (work: () => unknown, milliseconds = 400): Promise<number> => {
  let best = 0;
  for (let round = 0; round < 3; round++) {
    const began = performance.now();
    let done = 0;
    for (; performance.now() - began < milliseconds; done++) await work();
    best = Math.max(best, (done * 1000) / (performance.now() - began));
  }
  return best;
};

/** Measures signing (level B-B, invisible) and verifying. */
export const benchSigning = async (): Promise<readonly SigningRate[]> => {
  const world = makeWorld();
  const file = plainFile('x'.repeat(200_000));
  const hashed = await rate(() => createHash('sha256').update(file).digest());
  const rates: SigningRate[] = [{ name: 'SHA-256 of 200 KB', perSecond: Math.round(hashed), ratio: null }];
  for (const [name, identity] of [
    ['RSA-2048', world.agency],
    ['P-256', world.officer],
  ] as const) {
    const attributes = Buffer.alloc(160, 1);
    const bare = await rate(() => sign('sha256', attributes, identity.key));
    const signer = signerOf(identity);
    const whole = await rate(() => signPdf(file, { field: 'ky', time: now }, signer, { level: 'B-B' }));
    rates.push({ name: `crypto.sign ${name}`, perSecond: Math.round(bare), ratio: null });
    rates.push({ name: `PDF of 200 KB signed, ${name}`, perSecond: Math.round(whole), ratio: whole / bare });
  }
  const signed = await signPdf(file, { field: 'ky', time: now }, world.signer, world.services);
  const verified = await rate(() => verifyFile(signed, world.trust()));
  return [...rates, { name: 'PDF of 200 KB, B-LTA, verified', perSecond: Math.round(verified), ratio: null }];
};

if (import.meta.main) {
  for (const { name, perSecond, ratio } of await benchSigning()) {
    const against = ratio === null ? '' : `  ${ratio.toFixed(2)} of crypto.sign`;
    process.stdout.write(`${name.padEnd(36)} ${perSecond.toLocaleString('en').padStart(8)}/s${against}\n`);
  }
}
