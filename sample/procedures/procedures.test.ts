/** Every shipped procedure: its form can be used, its process can run, its sample answers become a printed result. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { close, dataErrors, findTemplate, typeset } from '../../src/paper/typeset/index.ts';
import { fitting, mapped, shownAnswers, signerOf } from '../../src/services/dossiers/index.ts';
import {
  askedThoughKnown,
  checkComponents,
  definitionFaults,
  fill,
  formOf,
  summaryLines,
  validate,
  wantedSources,
} from '../../src/work/forms/index.ts';
import { compileLogic, variables } from '../../src/work/forms/index.ts';
import { advance, publishable, start, type Data } from '../../src/work/process/index.ts';
import { lifeEvents, topics } from '../../src/services/catalogue/index.ts';
import { readSample } from '../province/load.ts';
import { scenarioOf, scenarios, type Scenario } from './answers.ts';
import { sampleProcedures, type SampleProcedure } from './index.ts';
import { findings, sources } from './sources.ts';

const today = '2026-11-21';

const procedureOf = (code: string): SampleProcedure =>
  sampleProcedures.find(({ national }) => national.code === code) ?? assert.fail(`no procedure ${code}`);

const formIn = ({ national, local }: SampleProcedure) =>
  local.form ?? assert.fail(`${national.code}: no form`);

/** The data of the paper that is printed for a scenario, as the drafting page makes it; null where the result is not printed by us. */
function paperOf({ procedure, answers, found }: Scenario) {
  const { national, local } = procedureOf(procedure);
  const key = national.results.find(({ template }) => template !== null)?.template;
  if (!key) return null;
  const template = findTemplate(key) ?? assert.fail(`no template ${key}`);
  const agency = local.decidedBy?.kind === 'peoples-committee' ? 'Ủy ban nhân dân phường Sông Mẫu' : 'Sở Mẫu';
  const filled = fill(formOf(local.form ?? assert.fail()), answers, { today }).answers;
  const data = fitting(template.schema, {
    superior: 'Tỉnh Sông Lam',
    agency,
    place: 'Sông Mẫu',
    notation: 'UBND',
    ...mapped(local.resultData, {
      answers: filled,
      shown: shownAnswers(local.form, filled, today),
      found,
      dossier: { code: 'H99.61-261121-0001', applicant: String(filled['applicantName'] ?? '') },
      issuer: { agency },
      today,
    }),
    check: 'https://dichvucong.songlam.example/xac-minh/7K2M9Q',
    signer: signerOf(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], 'Lê Ví Dụ'),
  });
  return { template, data };
}

/** The acts of the steps that a dossier with these answers goes through, when every step is done and the draft is approved. */
function actsOn(
  process: NonNullable<SampleProcedure['local']['process']>,
  { procedure, answers }: Scenario,
): string[] {
  const form = formOf(formIn(procedureOf(procedure)));
  const data = Object.fromEntries(
    Object.entries(fill(form, answers, { today }).answers).filter(([, value]) => typeof value !== 'object'),
  ) as Data;
  const acts: string[] = [];
  let { instance, effects } = start(process, data);
  const waiting = [...effects];
  for (let effect = waiting.shift(); effect; effect = waiting.shift()) {
    if (effect.do !== 'open-step') continue;
    acts.push(effect.office.act ?? '');
    ({ instance, effects } = advance(process, instance, {
      kind: 'done',
      token: effect.token,
      data: { duyet: true },
    }));
    waiting.push(...effects);
  }
  assert.equal(instance.tokens.length, 0);
  return acts;
}

describe('sample procedures', () => {
  for (const procedure of sampleProcedures) {
    const { national, local } = procedure;

    describe(`${national.code} ${national.name}`, () => {
      it('has a form that can be used', () => assert.deepEqual(definitionFaults(formIn(procedure)), []));

      it('asks for exactly the papers that the law lists', () => {
        const components = national.groups.flatMap((group) => group.components);
        const faults = checkComponents(
          formIn(procedure),
          components.map(({ key, name, form, manner, standIns }) => ({
            id: key,
            name: { vi: name, en: name },
            // What the form itself is, what is only shown, and what something stands in for need no place for files.
            substitutable: form !== null || manner === 'shown' || standIns.length > 0,
          })),
        );
        assert.deepEqual(faults, []);
      });

      it('has a process that may be published', () =>
        assert.deepEqual(local.process ? publishable(local.process) : [], []));

      it('cites its law, its decisions and its agencies', () => {
        assert.ok(national.legalBasis.length > 0);
        assert.ok(national.legalBasis.every(({ number, title }) => number && title));
        assert.ok(national.decision.number);
        assert.ok(local.processDecision?.number ?? local.systemOfRecord !== 'us');
        assert.ok(national.competent && national.implementing.length > 0 && national.receiving);
        for (const field of formIn(procedure).sections.flatMap(({ pages }) =>
          pages.flatMap(({ fields }) => fields),
        ))
          assert.ok(field.legalBasis, field.id);
      });

      it('names a basis for every fee, and a reason for every one that is free', () => {
        for (const { amount, basis, note, formula } of [
          ...local.fees,
          ...national.methods.flatMap(({ fees }) => fees),
        ]) {
          assert.ok(basis);
          if (amount === null) assert.ok(note ?? formula);
          if (amount === 0) assert.match(basis, /Điều|Nghị quyết|Quyết định/u);
        }
      });

      it('stands in the classes and with the agency that exist', () => {
        const known = (classes: readonly { readonly code: string }[], codes: readonly string[]) =>
          codes.filter((code) => !classes.some((one) => one.code === code));
        assert.deepEqual(known(topics, local.topics), []);
        assert.deepEqual(known(lifeEvents, local.lifeEvents), []);
        const slug = local.decidedBy?.slug;
        if (slug)
          assert.ok(
            readSample().agencies.some((agency) => agency.slug === slug && !agency.abolished),
            slug,
          );
        for (const { instead } of local.eligibility ?? []) if (instead) assert.match(instead, /^\d\.\d{6}$/u);
      });

      it('asks nothing that a registry, the account or the vault holds', () => {
        const available = Object.keys(sources).map((datum) => ({ datum, from: datum.split('.')[0] ?? '' }));
        assert.deepEqual(askedThoughKnown(formIn(procedure), available), []);
      });

      it('has sample answers', () => assert.ok(scenarioOf(national.code)));
    });
  }

  it('asks registries only for what is described, and describes nothing else', () => {
    const wanted = sampleProcedures.flatMap(({ local }) =>
      local.form ? wantedSources(local.form).map(({ source }) => `${source.registry}.${source.path}`) : [],
    );
    assert.deepEqual([...new Set(wanted)].sort(), Object.keys(sources).sort());
  });

  it('takes from findings only what is described, and describes nothing else', () => {
    const used = sampleProcedures.flatMap(({ local }) =>
      Object.values(local.resultData).flatMap((source) => source.match(/found\.[\w.]+/gu) ?? []),
    );
    assert.deepEqual(
      [...new Set(used)].sort(),
      Object.keys(findings)
        .map((name) => `found.${name}`)
        .sort(),
    );
  });
});

describe('kinds of papers of the vault', () => {
  const papersOf = (code: string) =>
    procedureOf(code).national.groups.flatMap(({ components }) =>
      components.flatMap(({ key, paper, standIns }) => {
        const held = standIns.flatMap(({ kind, what }) => (kind === 'vault' ? what : []));
        return paper || held.length > 0 ? [[key, paper ?? null, held] as const] : [];
      }),
    );

  it('are codes of results, and one paper is the same in every procedure', () => {
    for (const { national } of sampleProcedures)
      for (const [key, paper, held] of papersOf(national.code))
        for (const kind of [paper, ...held])
          if (kind !== null) assert.match(kind, /^KQ\.[A-Z]\d{2}\.\d{6}$/, `${national.code} ${key}`);
  });

  it('are named one by one: a document that may be of several kinds is not taken for one of them', () => {
    const [birth, marriage, death] = ['KQ.G15.000031', 'KQ.G15.000032', 'KQ.G15.000034'] as const;
    assert.deepEqual(papersOf('1.004859'), [
      ['civil-status-paper', birth, [birth]],
      ['marriage-paper', marriage, [marriage]],
      ['death-extract', death, [death]],
    ]);
    const licences = sampleProcedures.find(({ national }) => national.name.includes('rượu'))?.national.code;
    assert.deepEqual(papersOf(licences ?? ''), [['registration', null, ['KQ.G12.001041', 'KQ.G12.001056']]]);
  });
});

describe('linked procedures', () => {
  for (const { national, local } of sampleProcedures)
    for (const { procedure, found } of local.linked ?? [])
      it(`${national.code} asks everything that ${procedure} needs`, () => {
        const next = procedureOf(procedure);
        const ids = (form: typeof local.form) =>
          form?.sections.flatMap(({ pages }) => pages.flatMap(({ fields }) => fields.map(({ id }) => id))) ??
          [];
        const given = new Set([...ids(local.form), ...Object.keys(found)]);
        assert.deepEqual(
          ids(formIn(next)).filter((id) => !given.has(id)),
          [],
        );
        const answers = { ...scenarioOf(national.code).answers, childNumber: '099326000200' };
        const form = formOf(formIn(next));
        assert.deepEqual(validate(form, fill(form, answers, { today }).answers, { today }).errors, []);
      });
});

describe('fees of the sample procedures', () => {
  const feesOf = ({ national, local }: SampleProcedure) => [
    ...local.fees,
    ...national.methods.flatMap(({ fees }) => fees),
  ];

  it('count only what the form asks', () => {
    for (const procedure of sampleProcedures) {
      const ids = new Set(
        formIn(procedure).sections.flatMap(({ pages }) =>
          pages.flatMap(({ fields }) => fields.map(({ id }) => id)),
        ),
      );
      for (const { quantity, formula, exemptions } of feesOf(procedure)) {
        const spokenOf = [formula, ...exemptions.map(({ when }) => when)].flatMap((logic) =>
          variables(logic ?? null),
        );
        for (const path of [...(quantity ? [quantity] : []), ...spokenOf]) assert.ok(ids.has(path), path);
      }
    }
  });

  const due = (code: string, answers: Scenario['answers']): unknown => {
    const { formula } = feesOf(procedureOf(code)).find((fee) => fee.formula) ?? assert.fail();
    return compileLogic(formula ?? null)({ ...answers });
  };

  it('follow the tariffs of the law', () => {
    assert.equal(due('2.000815', { pages: 1, copies: 1 }), 2000);
    assert.equal(due('2.000815', { pages: 3, copies: 3 }), 15_000);
    assert.equal(due('2.000815', { pages: 400, copies: 2 }), 400_000);
    assert.equal(due('2.000620', { sellerKind: 'household', town: true }), 400_000);
    assert.equal(due('2.000620', { sellerKind: 'company', town: false }), 600_000);
    assert.equal(due('3.000333', { payer: 'student' }), 100_000);
    assert.equal(due('3.000333', { payer: 'exempt' }), 0);
  });
});

describe('how long results hold', () => {
  const valueIn = (code: string, name: string): unknown =>
    Object.entries(paperOf(scenarioOf(code))?.data ?? {}).find(([key]) => key === name)?.[1];

  it('is counted from the day of issue', () => {
    assert.equal(valueIn('1.004873', 'validUntil'), '2027-05-21');
    assert.equal(valueIn('2.000620', 'validity'), '05 năm, đến hết ngày 21/11/2031');
  });
});

describe('branches of the sample processes', () => {
  const acts = (code: string, changed: Scenario['answers'] = {}): string[] => {
    const scenario = scenarioOf(code);
    const process = procedureOf(code).local.process ?? assert.fail();
    return actsOn(process, { ...scenario, answers: { ...scenario.answers, ...changed } });
  };

  it('asks the department only where the architecture is managed, and always sees the site', () => {
    assert.ok(!acts('1.013225').includes('opinion'));
    assert.ok(acts('1.013225', { managedArea: true }).includes('opinion'));
    assert.ok(acts('1.013225').includes('inspect'));
  });

  it('does not inspect a place that was ranked A within the year', () => {
    assert.ok(acts('2.001827').includes('inspect'));
    assert.ok(!acts('2.001827', { ranked: 'A' }).includes('inspect'));
  });

  it('asks the tax office only where tax is owed', () => {
    assert.ok(!acts('1.013980').includes('opinion'));
    assert.ok(acts('1.013980', { between: 'others' }).includes('opinion'));
  });

  it('compares quotations only above 50 million', () => {
    assert.ok(acts('NB.H99.002').includes('opinion'));
    assert.ok(
      !acts('NB.H99.002', { items: [{ item: 'Giấy in', quantity: 10, price: 70_000 }] }).includes('opinion'),
    );
  });
});

describe('sample answers', () => {
  after(close);

  for (const scenario of scenarios) {
    describe(`${scenario.procedure}: ${scenario.name}`, () => {
      it('pass the form, with no answer to a question that is not asked', () => {
        const form = formOf(formIn(procedureOf(scenario.procedure)));
        const checked = validate(form, scenario.answers, { today });
        assert.deepEqual(
          checked.errors.map(({ field, message }) => `${field}: ${message.vi}`),
          [],
        );
        const kept = fill(form, scenario.answers, { today }).answers;
        assert.deepEqual(
          Object.keys(scenario.answers).filter((id) => !(id in kept)),
          [],
        );
      });

      it('name nobody who could exist', () => {
        const names = summaryLines(
          fill(formOf(formIn(procedureOf(scenario.procedure))), scenario.answers, { today }),
          'vi',
        )
          .filter(({ label }) => /họ và tên|Họ, chữ đệm|đại diện theo pháp luật/iu.test(label))
          .map(({ value }) => value);
        assert.ok(names.length > 0);
        for (const name of names) assert.match(name, /Dụ|Mẫu|Giả Định|Thí Điểm|Sample/u);
      });

      it('lead through the process to the person, by signature and seal', () => {
        const { process } = procedureOf(scenario.procedure).local;
        if (!process) return;
        assert.deepEqual(actsOn(process, scenario).slice(-4), ['draft', 'sign', 'seal', 'return']);
      });

      it('become the data of the result', () => {
        const paper = paperOf(scenario);
        if (!paper) return;
        assert.deepEqual(
          dataErrors(paper.template, paper.data).map(({ field, message }) => `${field}: ${message.vi}`),
          [],
        );
      });

      it('are printed', async () => {
        const paper = paperOf(scenario);
        if (!paper) return;
        const { pdf } = await typeset(paper.template, paper.data, { date: today, author: 'Ủy ban nhân dân' });
        assert.equal(Buffer.from(pdf.subarray(0, 5)).toString('latin1'), '%PDF-');
        keep(`${scenario.procedure}-${scenarios.indexOf(scenario)}.pdf`, pdf);
      });
    });
  }
});

/** Keeps the printed results in the folder named by `KEEP_RESULTS`, for looking at them. */
function keep(name: string, pdf: Uint8Array): void {
  const folder = process.env['KEEP_RESULTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), pdf);
}
