/** The agency that decides ends while its result waits for signature or seal: its heir signs and seals in its own name (E4). */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { birthRegistration } from '../../../sample/procedures/birth-registration.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { nobody, system, type By } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { Conflict } from '../../ground/operate/errors.ts';
import { birthDraft, testPress } from '../../paper/papers/fixtures.ts';
import {
  draftPaper,
  getPaper,
  newCheckCode,
  noteSignature,
  signAsLeader,
  type Paper,
} from '../../paper/papers/index.ts';
import { close as closeTypeset, findTemplate } from '../../paper/typeset/index.ts';
import { listWorkOf } from '../../work/desk/index.ts';
import { abolishAgency, getAgency } from '../../world/agencies/index.ts';
import { publish } from '../catalogue/index.ts';
import { dossierBatches } from './batch.ts';
import { accept } from './commands/accept.ts';
import { askSignatureAgain } from './commands/issue.ts';
import { receive } from './commands/receive.ts';
import { propose } from './commands/steps.ts';
import { father, pinned, shortProcess, submission } from './fixtures.ts';
import { findDossier, hold } from './load.ts';
import { takeStep, wholeAt } from './testing.ts';

/** Monday 23 and Tuesday 24 November 2026, 09:00 in Vietnam: the agency ends in between. */
const [monday, tuesday] = ['2026-11-23T02:00:00Z', '2026-11-24T02:00:00Z'];
const ended = sampleId('agency', 'ubnd-an-mau');
const heir = sampleId('agency', 'ubnd-hoa-thu');

/** Officers of the heir, whose roles reach what the agency that it took over left open. */
const officer = (role: string, slug: string): By => ({
  ...nobody,
  kind: 'officer',
  name: 'Dương Thị Minh Hoạ',
  person: sampleId('officer', slug),
  agency: heir,
  powers: [heir, ended].map((agency) => ({ role, agency, unit: null })),
});
const leader = officer('leader', 'chu-tich.hoa-thu');
const clerk = officer('clerk', 'van-thu.hoa-thu');

const oneStop = sampleId('agency', 'ttpvhcc-an-mau');
/** Whoever works at the agency until its last day. */
const staff: By = {
  ...nobody,
  kind: 'officer',
  name: 'Hồ Thị Ví Von',
  powers: [ended, oneStop].flatMap((agency) =>
    ['counter', 'case-officer'].map((role) => ({ role, agency, unit: null })),
  ),
};

describe('a result of an agency that ended', () => {
  let press: Awaited<ReturnType<typeof testPress>>;
  before(async () => void (press = await testPress(monday)));
  after(async () => {
    await press.close();
    await closeTypeset();
  });

  /** A dossier whose result is drafted and waits for the leader. */
  async function proposed(world: TestWorld): Promise<string> {
    await seedProvince(world, systemAt(monday));
    const { national, local, from } = birthRegistration;
    const content = { ...local, process: shortProcess };
    await world.as(system, monday, (act) => publish(act, national, content, from, 'written'));
    const { id } = await world.as(father, monday, (act) =>
      receive(act, {
        ...submission('ended'),
        agency: { id: ended, identifier: 'H99.65' },
        oneStop,
      }),
    );
    await world.as(staff, monday, async (act) => void (await accept(act, await hold(act, id), pinned)));
    await world.as(staff, monday, async (act) => {
      const sample = findTemplate('birth-certificate')?.sample as object;
      const { name } = await getAgency(act, ended);
      const data = { ...sample, agency: name.vi };
      const draft = birthDraft({ agency: ended, agencyName: name.vi, item: id, data });
      const paper = draftPaper(act, draft, newCheckCode());
      const [work] = await listWorkOf(act, id);
      const proposal = { kind: 'grant', data: {}, refusal: null, paper } as const;
      await propose(act, await hold(act, id), shortProcess, Number(work?.ref), proposal);
    });
    return id;
  }

  const end = (world: TestWorld): Promise<void> =>
    world.as(system, monday, (act) =>
      abolishAgency(act, ended, {
        last: '2026-11-23',
        basis: 'Nghị quyết mẫu',
        heirs: [{ successor: heir, field: null, place: null }],
      }),
    );

  async function run(world: TestWorld, name: string, by: By, id: string): Promise<void> {
    const batch = dossierBatches(press, world).find((one) => one.name === `dossiers.${name}`)!;
    const waiting = await world.look(systemAt(tuesday), (look) => listWorkOf(look, id));
    const work = waiting.find(batch.fits) ?? assert.fail(`${name}: no work`);
    const said = { note: null, colleague: null };
    const prepared = await world.look({ ...systemAt(tuesday), by }, async (look) =>
      batch.prepare?.(look, work, said),
    );
    await world.as(by, tuesday, (act) => batch.act(act, work, said, prepared));
  }

  const paperOf = (world: TestWorld, id: string): Promise<Paper> =>
    world.look(systemAt(tuesday), async (look) => getPaper(look, (await findDossier(look, id))!.result!));

  it(
    'is signed, numbered and sealed in the name of the agency that took over',
    rolledBack(async (world) => {
      const id = await proposed(world);
      await end(world);
      await run(world, 'sign', leader, id);
      const { name } = await world.look(systemAt(tuesday), (look) => getAgency(look, heir));
      const signed = await paperOf(world, id);
      assert.deepEqual([signed.state, signed.agency, signed.agency_name], ['signed', heir, name.vi]);
      assert.equal(signed.data['agency'], name.vi);
      assert.equal(
        (signed.data['registration'] as { readonly place: string }).place,
        name.vi,
        'what the procedure says of the issuer is said of the heir',
      );
      await run(world, 'seal', clerk, id);
      const issued = await paperOf(world, id);
      assert.deepEqual([issued.state, issued.agency], ['issued', heir]);
    }),
  );

  it(
    'is not sealed over a signature of the agency that ended: it is signed again first',
    rolledBack(async (world) => {
      const id = await proposed(world);
      const draft = await paperOf(world, id);
      const holder = { id: father.person!, name: 'Lê Ví Dụ', organisation: draft.agency_name };
      const signed = await signAsLeader(press, draft, holder, new Date(monday));
      await world.as(system, monday, (act) => noteSignature(act, draft.id, signed));
      await takeStep(world, id, new Date(monday));
      await end(world);
      await assert.rejects(run(world, 'seal', clerk, id), Conflict);
      await world.as(clerk, tuesday, async (act) => {
        const whole = await wholeAt(world, id, new Date(tuesday));
        const work = whole.work.find(({ kind }) => kind === 'seal');
        await askSignatureAgain(act, whole, work ?? assert.fail(), await paperOf(world, id));
      });
      const again = await paperOf(world, id);
      assert.deepEqual([again.state, again.hash, again.signer_name], ['draft', null, null]);
      const waiting = await world.look(systemAt(tuesday), (look) => listWorkOf(look, id));
      assert.deepEqual(
        waiting.map(({ kind, role }) => [kind, role]),
        [['sign', 'leader']],
      );
      await run(world, 'sign', leader, id);
      await run(world, 'seal', clerk, id);
      const issued = await paperOf(world, id);
      assert.deepEqual([issued.state, issued.agency, issued.signer_name], ['issued', heir, leader.name]);
    }),
  );
});
