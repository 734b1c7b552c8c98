import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { civilService, due, lengthenClock, startClock } from '../../../work/clock/index.ts';
import { close, dataErrors, findTemplate, typeset } from '../../../paper/typeset/index.ts';
import type { Dossier } from '../schema.ts';
import type { Facts, FormData, RecordedStep } from './facts.ts';
import { forms, formsOf, type FormNumber } from './forms.ts';

const submitted = new Date('2026-11-16T08:30:00+07:00');
const accepted = new Date('2026-11-16T10:15:00+07:00');
const day = (date: string, clock = '09:00'): Date => new Date(`2026-${date}T${clock}:00+07:00`);
const why = { cause: { vi: 'Tiếp nhận', en: 'Accepted' }, basis: null, evidence: null };
const clock = startClock({ unit: 'working_day', amount: 5 }, accepted, why);
const promised = due(clock, civilService).at;

const agency = { id: 'a', name: { vi: 'Ủy ban nhân dân phường Sông Mẫu', en: '' }, phone: null };
const oneStop = {
  id: 'b',
  name: { vi: 'Trung tâm Phục vụ hành chính công phường Sông Mẫu', en: '' },
  short: 'TTPVHCC',
  phone: '0200 000 111',
};

const dossier = (more: Partial<Dossier> = {}): Dossier => ({
  id: '01900000-0000-7000-8000-000000000001',
  born: 2026,
  code: 'H99.18-261116-0007',
  procedure: '1.009994',
  procedure_version: 1,
  process_version: null,
  title: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
  field: 'xay-dung',
  state: 'processing',
  channel: 1,
  applicant: null,
  organisation: null,
  applicant_name: 'Nguyễn Văn Thí Dụ',
  filer: null,
  filed_for: null,
  mandate: null,
  entered_by: null,
  agency: 'a',
  one_stop: 'b',
  place: null,
  answers: {},
  found: {},
  contact: { phone: '0900 000 001', email: null, address: 'Thôn Thượng, phường Sông Mẫu' },
  return_way: 'counter',
  submitted_at: submitted,
  intake_clock: clock,
  intake_due_at: promised,
  accepted_at: accepted,
  clock,
  due_at: promised,
  promised_at: promised,
  owed_at: null,
  by_silence: false,
  received_by: null,
  process: null,
  opinions: [],
  opinion_due_at: null,
  supplements: 0,
  escalated: 0,
  apologies: 0,
  outcome: null,
  result: null,
  decided_at: null,
  returned_at: null,
  ended_at: null,
  linked_to: null,
  postal: null,
  ...more,
});

const step = (act: string, at: Date, name: string, more: Partial<RecordedStep> = {}): RecordedStep => ({
  act: `dossier.${act}`,
  at,
  by_kind: 'officer',
  name,
  agency: 'a',
  reason: null,
  before: null,
  after: null,
  ...more,
});

const received = step('receive', submitted, 'Trần Thị Mẫu', { agency: 'b' });
const taken = step('accept', accepted, 'Trần Thị Mẫu', {
  agency: 'b',
  after: { due_at: promised.toISOString() },
});

const facts = (more: Partial<Facts> = {}): Facts => ({
  dossier: dossier(),
  agency,
  oneStop,
  calendar: civilService,
  receivedAt: null,
  partners: [],
  document: '001096000002',
  procedure: { code: '1.009994', laws: ['50/2014/QH13'] },
  place: 'Sông Mẫu',
  origin: 'https://dichvucong.songlam.example',
  steps: [received, taken],
  components: [],
  supplements: [],
  waitsAt: { unit: agency.name.vi, step: 'Thẩm định hồ sơ' },
  payments: [],
  signer: null,
  ...more,
});

/** Facts in which each form exists. */
const cases: Readonly<Record<FormNumber, Facts>> = {
  '01': facts({
    dossier: dossier({ entered_by: 'c' }),
    components: [
      {
        n: 1,
        component: 'x',
        name: 'Bản vẽ thiết kế',
        manner: 'handed-in',
        file: 'f',
        hash: createHash('sha256').update('bản vẽ').digest('hex'),
        pages: 12,
        originals: 1,
        copies: 0,
        matches_by: null,
      },
      {
        n: 2,
        component: 'y',
        name: 'Căn cước',
        manner: 'shown',
        file: null,
        hash: null,
        pages: null,
        originals: 0,
        copies: 1,
        matches_by: null,
      },
    ],
  }),
  '02': facts({
    dossier: dossier({ state: 'supplement', supplements: 1 }),
    steps: [received, taken, step('ask-supplement', day('11-17'), 'Trần Thị Mẫu', { agency: 'b' })],
    supplements: [
      {
        n: 1,
        asked_at: day('11-17'),
        defects: [
          { where: 'Bản vẽ', what: 'thiếu mặt bằng móng' },
          { where: '', what: 'thiếu cam kết' },
        ],
        basis: null,
      },
    ],
  }),
  '03': facts({
    dossier: dossier({ state: 'refused', accepted_at: null, clock: null }),
    steps: [
      received,
      step('refuse-intake', day('11-16', '11:00'), 'Trần Thị Mẫu', {
        reason: 'Đất đang tranh chấp\nKhông thuộc thẩm quyền',
        after: { ground: 'not-competent', basis: 'Nghị định 61/2018/NĐ-CP, Điều 17' },
      }),
    ],
  }),
  '04': facts({
    dossier: dossier({ apologies: 1 }),
    steps: [
      received,
      taken,
      step('apologise', day('11-19'), 'Lê Ví Dụ', {
        reason: 'mưa lũ',
        before: { due_at: promised.toISOString() },
        after: { due_at: day('11-27', '16:30').toISOString() },
      }),
    ],
    signer: { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], post: 'PHÓ CHỦ TỊCH', name: 'Lê Ví Dụ' },
  }),
  '05': facts({
    dossier: dossier({ state: 'discontinued' }),
    steps: [
      received,
      taken,
      step('discontinue', day('11-18'), 'Lê Ví Dụ', {
        reason: 'Tòa án đang áp dụng biện pháp khẩn cấp',
        after: { basis: 'Bộ luật Tố tụng dân sự 92/2015/QH13, Điều 114' },
      }),
    ],
  }),
  '06': facts({
    steps: [
      received,
      taken,
      step('do-step', day('11-17'), 'Phạm Văn Minh Họa', {
        agency: 'p',
        before: { due_at: promised.toISOString() },
        after: { finding: 'Đồng ý' },
      }),
      step('propose', new Date(promised.getTime() + 1), 'Hồ Thị Ví Von', {
        before: { due_at: promised.toISOString() },
      }),
    ],
    partners: [{ id: 'p', name: { vi: 'Công an phường Sông Mẫu', en: '' } }],
  }),
};

const dataOf = (number: FormNumber) =>
  forms[number].data(cases[number]) ?? assert.fail(`no data for ${number}`);

describe('the forms of the one-stop service', () => {
  after(close);

  for (const number of Object.keys(forms) as FormNumber[]) {
    it(`${number} fits its template and is typeset, the same bytes each time`, async () => {
      const template = findTemplate(forms[number].template) ?? assert.fail('no template');
      const data = dataOf(number);
      assert.deepEqual(dataErrors(template, data), []);
      const options = { date: String(data['date']), author: agency.name.vi };
      const [one, again] = [
        await typeset(template, data as never, options),
        await typeset(template, dataOf(number) as never, options),
      ];
      assert.deepEqual(Buffer.from(one.pdf), Buffer.from(again.pdf));
    });
  }

  it('exist only after their act', () => {
    const before = facts({
      dossier: dossier({ accepted_at: null, promised_at: null, clock: null }),
      steps: [received],
    });
    for (const number of ['01', '02', '03', '04', '05'] as const)
      assert.equal(forms[number].data(before), null, number);
    assert.deepEqual(formsOf(before.dossier, false), []);
    assert.deepEqual(formsOf(before.dossier, true), ['06']);
    assert.deepEqual(formsOf(cases['04'].dossier, false), ['01', '04']);
    assert.deepEqual(formsOf(cases['03'].dossier, false), ['03']);
  });

  it('01 says who entered it for whom, the first promise and why, and what was handed in', () => {
    const data = dataOf('01');
    const said = [data['enteredBy'], data['vaultConsent']];
    assert.deepEqual(said, ['Trần Thị Mẫu nhập thay cho Nguyễn Văn Thí Dụ', undefined]);
    const after = { vaultConsentAt: submitted.toJSON() };
    const agreed = cases['01'].steps.map((one) => ({ ...one, after }));
    const consent = forms['01'].data({ ...cases['01'], steps: agreed })?.['vaultConsent'];
    assert.match(String(consent), /đồng ý tại quầy lúc 08:30 ngày 16\/11\/2026, Trần Thị Mẫu ghi nhận/);
    assert.equal(data['received'], '2026-11-16T10:15');
    assert.match(String(data['dueExplanation']), /5 ngày làm việc/);
    const [declaration, drawing, card] = data['components'] as Readonly<Record<string, unknown>>[];
    assert.deepEqual(declaration, { name: 'Tờ khai điện tử, cán bộ nhập theo lời khai', electronic: 1 });
    assert.match(String(drawing?.['trace']), /^12 trang; SHA-256: [0-9a-f]{64}$/);
    assert.deepEqual(card, { name: 'Căn cước (xuất trình)', photocopy: 1 });
    assert.equal(data['lookup'], 'https://dichvucong.songlam.example/tra-cuu?ma=H99.18-261116-0007');
  });

  it('01 to 03 stand under the agency of the one-stop unit, 01 names the one that decides elsewhere, and who sent it by post', () => {
    const receivedAt = {
      agency: { name: { vi: 'Ủy ban nhân dân xã An Mẫu', en: '' } },
      place: 'An Mẫu',
    };
    const elsewhere = (number: FormNumber) => forms[number].data({ ...cases[number], receivedAt });
    const slip = elsewhere('01');
    assert.equal(slip?.['agency'], 'Ủy ban nhân dân xã An Mẫu');
    assert.equal(slip?.['place'], 'An Mẫu');
    assert.equal(slip?.['decidedBy'], agency.name.vi);
    assert.equal(elsewhere('02')?.['agency'], 'Ủy ban nhân dân xã An Mẫu');
    assert.equal(elsewhere('04')?.['agency'], agency.name.vi, 'who decides apologises');
    assert.equal(dataOf('01')['decidedBy'], undefined);
    const postal = { arrivedOn: '2026-11-13', sender: 'Trần Thị Làm Mẫu', number: 'EB123456789VN' };
    const posted = { ...cases['01'], dossier: { ...cases['01'].dossier, postal } };
    assert.equal(forms['01'].data(posted)?.['submitter'], 'Trần Thị Làm Mẫu');
  });

  it('01 stays with the first promise when the clock has moved on', () => {
    const moved = { ...cases['01'], dossier: { ...cases['01'].dossier, due_at: day('12-24') } };
    assert.deepEqual(forms['01'].data(moved), dataOf('01'));
    const { clock } = cases['01'].dossier;
    const later = { ...moved, dossier: { ...moved.dossier, clock: clock && lengthenClock(clock, 4) } };
    assert.deepEqual(forms['01'].data(later), dataOf('01'), 'a new date is no new term');
  });

  it('02 lists all defects at once, 03 the one ground with all that was explained about it', () => {
    assert.deepEqual(
      (dataOf('02')['defects'] as { what: string }[]).map(({ what }) => what),
      ['Bản vẽ: thiếu mặt bằng móng', 'thiếu cam kết'],
    );
    assert.deepEqual(dataOf('03')['grounds'], [
      { reason: 'Đất đang tranh chấp; Không thuộc thẩm quyền', basis: 'Nghị định 61/2018/NĐ-CP, Điều 17' },
    ]);
    assert.equal(dataOf('03')['refused'], 'tiếp nhận');
  });

  it('03 prints a refusal to settle with the ground and article that were proposed', () => {
    const told = forms['03'].data({
      ...cases['03'],
      dossier: { ...cases['03'].dossier, state: 'decided', outcome: 'refused', decided_at: day('11-18') },
      steps: [
        step('propose', day('11-17'), 'Hồ Thị Ví Von', {
          after: { kind: 'refuse', reason: 'Không đủ điều kiện: thiếu lối thoát', basis: 'Luật mẫu, Điều 3' },
        }),
        step('decide', day('11-18'), 'Võ Văn Ước Lệ', {}),
      ],
    });
    assert.equal(told?.['refused'], 'giải quyết');
    assert.deepEqual(told?.['grounds'], [
      { reason: 'Không đủ điều kiện: thiếu lối thoát', basis: 'Luật mẫu, Điều 3' },
    ]);
    // Not the clerk who sealed it, nor the one-stop unit that hands it over.
    assert.deepEqual([told?.['signerName'], told?.['examiner']], ['Hồ Thị Ví Von', agency.name.vi]);
  });

  it('05 says what had been paid when it was stopped, and nothing twice', () => {
    assert.equal(dataOf('05')['fee'], 'Chưa nộp khoản nào, không phải nộp nữa');
    const paid = (paid_at: Date | null) => ({ amount: 75_000, paid_at });
    const stopped = { ...cases['05'], payments: [paid(day('11-17')), paid(day('11-19')), paid(null)] };
    assert.equal(
      forms['05'].data(stopped)?.['fee'],
      'Đã nộp 75.000\u00a0đ, được hoàn trả hoặc giữ lại theo quy định về phí của thủ tục',
    );
    assert.match(String(dataOf('05')['reason']), /khẩn cấp \(Bộ luật/);
  });

  it('05 says at which steps it stood and who stops it; of an older record, its state', () => {
    assert.equal(dataOf('05')['stage'], 'Đang giải quyết');
    assert.equal(dataOf('05')['requestedBy'], `${agency.name.vi}, cơ quan giải quyết hồ sơ`);
    const [, , stopped] = cases['05'].steps;
    const stageOf = (more: Partial<RecordedStep>): unknown =>
      forms['05'].data({ ...cases['05'], steps: [{ ...stopped!, ...more }] })?.['stage'];
    assert.equal(stageOf({ before: { state: 'supplement' } }), 'Chờ bổ sung');
    const steps = ['Lấy ý kiến về quy hoạch', 'Kiểm tra thực địa'];
    assert.equal(
      stageOf({ before: { state: 'processing' }, after: { steps } }),
      'Lấy ý kiến về quy hoạch; Kiểm tra thực địa',
    );
  });

  it('letters speak to an organisation as one, and name the service within their sentence', () => {
    assert.match(String(dataOf('04')['procedure']), /^cấp giấy phép xây dựng/);
    assert.equal((dataOf('04')['addressee'] as FormData)['you'], undefined);
    const firm = { ...cases['04'], dossier: { ...cases['04'].dossier, organisation: 'o' } };
    const told = forms['04'].data(firm) ?? assert.fail();
    assert.equal((told['addressee'] as FormData)['you'], 'quý tổ chức');
  });

  it('04 sets the new date beside the promise', () => {
    const { promised: was, newDue } = dataOf('04');
    assert.deepEqual([was, newDue], ['2026-11-23T10:15', '2026-11-27T16:30']);
    const lines = {
      ...cases['04'],
      steps: cases['04'].steps.map((one) => ({ ...one, reason: 'Mưa lũ.\n Đường hỏng. ' })),
    };
    assert.equal(forms['04'].data(lines)?.['cause'], 'Mưa lũ. Đường hỏng', 'the form sets the full stop');
  });

  it('06 is the record: who handed to whom, in time or not', () => {
    const steps = dataOf('06')['steps'] as readonly {
      from: { unit: string };
      to: { unit: string; person: string };
      outcome: string;
      result: string;
    }[];
    assert.deepEqual(
      steps.map(({ outcome }) => outcome),
      ['Đúng hạn', 'Trước hạn', 'Trước hạn', 'Đang giải quyết'],
    );
    assert.deepEqual(
      steps.map(({ from }) => from.unit),
      [oneStop.name.vi, oneStop.name.vi, 'Công an phường Sông Mẫu', agency.name.vi],
    );
    assert.deepEqual(steps.at(-1)?.to, { unit: agency.name.vi, person: 'Thẩm định hồ sơ' });
    assert.match(steps[2]?.result ?? '', /: Đồng ý$/);
    const ended = { ...cases['06'], dossier: { ...cases['06'].dossier, ended_at: day('11-30') } };
    const last = (forms['06'].data(ended)?.['steps'] as { outcome: string }[] | undefined)?.at(-1);
    assert.equal(last?.outcome, 'Quá hạn');
  });
});
