/** A table of signed files, honest and forged, and what the verifier must say; for tests. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { makeWorld, now, plainFile } from '../fixtures.ts';
import { signerOf } from '../issue/authority.ts';
import type { Trust } from '../trust/trust.ts';
import type { Finding, Outcome, SignatureReport } from '../verdict.ts';
import { signPdf } from './sign.ts';
import { verifyPdf } from './verify.ts';

export type World = ReturnType<typeof makeWorld>;

export type Case = {
  readonly name: string;
  readonly file: (world: World) => Promise<Buffer> | Buffer;
  readonly trust?: (world: World) => Partial<Trust>;
  readonly verdict: Outcome;
  /** What the first signature must look like. */
  readonly first?: Partial<SignatureReport>;
  readonly because?: Finding;
};

export const plan = { field: 'ky', time: now };
export const basic = (world: World): Promise<Buffer> =>
  signPdf(plainFile(), plan, world.signer, { level: 'B-B' });
export const stamped = (world: World): Promise<Buffer> =>
  signPdf(plainFile(), plan, world.signer, world.services);
export const signedBy = (world: World, more: Parameters<World['holder']>[0]): Promise<Buffer> =>
  signPdf(plainFile(), plan, signerOf(world.holder(more)), { level: 'B-B' });

/** One test for each row. */
export const tryCases = (title: string, cases: readonly Case[]): void => {
  describe(title, () => {
    let world: World;
    before(() => {
      world = makeWorld();
    });
    for (const { name, file, trust, verdict, first, because } of cases) {
      it(`${name}: ${verdict}`, async () => {
        const found = await verifyPdf(await file(world), world.trust(trust?.(world)));
        const said = found.signatures.flatMap(({ findings }) => findings.map(({ text }) => text.en));
        assert.equal(found.verdict, verdict, said.join(' '));
        for (const [key, value] of Object.entries(first ?? {})) {
          assert.equal(found.signatures[0]?.[key as keyof SignatureReport], value, key);
        }
        if (because) assert.ok(said.includes(because.text.en), said.join(' '));
      });
    }
  });
};
