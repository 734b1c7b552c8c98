/**
 * How many documents of 200 KB one core signs a second, against the bare signature operation (performance row 11: at least half of it for
 * RSA) and against that operation with the hash of the document, and how many it verifies. `node bench/signing.ts` prints the rates.
 */
import { createHash, sign } from 'node:crypto';
import { makeWorld, now, plainFile } from '../src/paper/signing/fixtures.ts';
import { signerOf, signPdf, verifyFile } from '../src/paper/signing/index.ts';
import { median } from './drive.ts';

export type SigningRate = {
  readonly name: string;
  /** Of one core, by the processor time that it took. */
  readonly perSecond: number;
  /** Against `crypto.sign` alone with the same key; null where nothing is signed. */
  readonly ratio: number | null;
  /** Against `crypto.sign` and the SHA-256 of the document: what no signature of a document can do without. */
  readonly ofBoth: number | null;
};

const ROUNDS = 5;
const ROUND_MS = 250;

/** Processor milliseconds of one piece of work, over one round. */
const costOf = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  const before = process.cpuUsage();
  let done = 0;
  for (; performance.now() - began < ROUND_MS; done++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / done;
};

const row = (name: string, costs: readonly number[]): SigningRate => ({
  name,
  perSecond: Math.round(1000 / median(costs)),
  ratio: null,
  ofBoth: null,
});

/** Measures signing (level B-B, invisible) and verifying. The bare operations and the whole take turns. */
export const benchSigning = async (): Promise<readonly SigningRate[]> => {
  const world = makeWorld();
  const file = plainFile('x'.repeat(200_000));
  const attributes = Buffer.alloc(160, 1);
  const rates: SigningRate[] = [];
  for (const [name, identity] of [
    ['RSA-2048', world.agency],
    ['P-256', world.officer],
  ] as const) {
    const signer = signerOf(identity);
    const works = [
      () => createHash('sha256').update(file).digest(),
      () => sign('sha256', attributes, identity.key),
      () => signPdf(file, { field: 'ky', time: now }, signer, { level: 'B-B' }),
    ] as const;
    for (const work of works) await costOf(work); // Warm.
    const rounds: (readonly [number, number, number])[] = [];
    for (let i = 0; i < ROUNDS; i++)
      rounds.push([await costOf(works[0]), await costOf(works[1]), await costOf(works[2])]);
    const hashed = rounds.map(([hash]) => hash);
    rates.push(
      ...(rates.length === 0 ? [row('SHA-256 of 200 KB', hashed)] : []),
      row(
        `crypto.sign ${name}`,
        rounds.map(([, bare]) => bare),
      ),
      {
        ...row(
          `PDF of 200 KB signed, ${name}`,
          rounds.map(([, , whole]) => whole),
        ),
        ratio: median(rounds.map(([, bare, whole]) => bare / whole)),
        ofBoth: median(rounds.map(([hash, bare, whole]) => (hash + bare) / whole)),
      },
    );
  }
  const signed = await signPdf(file, { field: 'ky', time: now }, world.signer, world.services);
  const verify = (): unknown => verifyFile(signed, world.trust());
  await costOf(verify);
  return [...rates, row('PDF of 200 KB, B-LTA, verified', [await costOf(verify), await costOf(verify)])];
};

if (import.meta.main) {
  for (const { name, perSecond, ratio, ofBoth } of await benchSigning()) {
    const against =
      ratio === null
        ? ''
        : `  ${ratio.toFixed(2)} of crypto.sign, ${ofBoth?.toFixed(2)} of hash and crypto.sign`;
    process.stdout.write(`${name.padEnd(36)} ${perSecond.toLocaleString('en').padStart(8)}/s${against}\n`);
  }
}
