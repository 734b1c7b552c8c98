/** A PDF on its way into an application: without a signature nobody waits for a job, with one the job decides (B5). */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scenarioOf } from '../../../sample/procedures/answers.ts';
import { inSample } from '../../../sample/testing.ts';
import { send } from '../../ground/db/connect.ts';
import { issueHolder, makeAuthority, signerOf, signPdf } from '../../paper/signing/index.ts';
import { scanOf } from '../demo/upload.ts';
import { testApplication } from '../testing.ts';
import { drafted, father, monday } from './fixtures.ts';

const CODE = '1.001193';
const scan = Buffer.from(scanOf('Giay chung sinh').bytes);

async function signed(): Promise<Buffer> {
  const authority = makeAuthority({ now: monday, keys: 'p-256' });
  const holder = issueHolder(authority, { name: 'Trần Thị Mẫu' }, { now: monday, keys: 'p-256' });
  return signPdf(scan, { field: 'ky', time: monday }, signerOf(holder), { level: 'B-B' });
}

describe('a PDF sent with an application', () => {
  for (const [title, bytes, status] of [
    ['goes on at once when it plainly has no signature', async () => scan, 303],
    ['waits for the check of its signature when it has one', signed, 422],
  ] as const)
    it(
      title,
      { timeout: 60_000 },
      inSample(async (world) => {
        const id = await drafted(world, { procedure: CODE, answers: scenarioOf(CODE).answers });
        const visitor = (await testApplication(world, monday)).signInAs(father);
        const file = new File([new Uint8Array(await bytes())], 'giay.pdf', { type: 'application/pdf' });
        const sent = await visitor.post(`/ban-khai/${id}/tep-birthnotification`, {
          act: 'continue',
          birthNotification: file,
        });
        assert.equal(sent.status, 303, sent.text);
        const verdicts = await send<{ verdict: string }>(
          world.tx,
          `select verdict->>'verdict' as verdict from files.verdicts where kind = 'signature'`,
        );
        assert.deepEqual(
          verdicts.map(({ verdict }) => verdict),
          status === 303 ? ['unsigned'] : [],
        );
        const answer = await visitor.post(`/ban-khai/${id}/kiem-tra`, { returnWay: 'online' });
        assert.equal(answer.status, status, answer.text);
        if (status === 422) assert.match(answer.text, /Chữ ký số của tệp đang được kiểm tra/);
        // What the slip (form 01) says of it.
        const kept = await send<{ pages: number | null }>(
          world.tx,
          `select pages from dossiers.components where hash is not null`,
        );
        assert.deepEqual(kept, status === 303 ? [{ pages: 1 }] : []);
      }),
    );
});
