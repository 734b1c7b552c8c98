import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody, system } from '../../ground/db/act.ts';
import { Conflict, Invalid, NotAllowed } from '../../ground/operate/errors.ts';
import {
  caseOfficer,
  clerk,
  committee,
  counter,
  father,
  leader,
  oneStop,
  stranger,
  stranger2,
} from './fixtures.ts';
import {
  agencyOfPart,
  decide,
  isForbiddenGround,
  mayRead,
  nationalStatus,
  possibleActs,
  transitions,
  type ActName,
} from './rules.ts';
import type { State } from './schema.ts';

const dossier = (state: State) => ({
  state,
  agency: committee,
  one_stop: oneStop,
  applicant: father.person,
  organisation: null,
  filer: null,
  procedure: '1.001193',
  field: 'ho-tich',
  mandate: null,
  linked_to: null,
  decided_at: null,
  accepted_at: null,
  opinions: [],
});

/** Read by a person, not derived from the rules: who may do what in which state. */
const expected: readonly (readonly [ActName, string, readonly State[]])[] = [
  ['accept', 'counter', ['submitted']],
  ['ask-supplement', 'counter', ['submitted', 'accepted', 'processing']],
  ['propose-supplement', 'caseOfficer', ['accepted', 'processing']],
  ['answer-supplement', 'father', ['supplement']],
  ['answer-supplement', 'counter', ['supplement']],
  ['refuse-intake', 'counter', ['submitted']],
  ['do-step', 'caseOfficer', ['accepted', 'processing', 'decided']],
  ['do-step', 'counter', ['accepted', 'processing', 'decided']],
  ['do-step', 'leader', ['accepted', 'processing', 'decided']],
  ['do-step', 'clerk', ['accepted', 'processing', 'decided']],
  ['note-silence', 'system', ['accepted', 'processing', 'supplement', 'payment']],
  ['note-timer', 'system', ['accepted', 'processing', 'supplement', 'payment', 'decided']],
  ['note-message', 'caseOfficer', ['accepted', 'processing', 'supplement', 'payment', 'decided']],
  ['note-message', 'counter', ['accepted', 'processing', 'supplement', 'payment', 'decided']],
  ['note-message', 'system', ['accepted', 'processing', 'supplement', 'payment', 'decided']],
  ['run-service', 'system', ['accepted', 'processing', 'supplement', 'payment', 'decided']],
  ['await-number', 'caseOfficer', ['accepted', 'processing']],
  ['propose', 'caseOfficer', ['accepted', 'processing']],
  ['propose', 'system', ['accepted', 'processing']],
  ['ask-payment', 'caseOfficer', ['accepted', 'processing']],
  ['ask-payment', 'counter', ['accepted', 'processing']],
  ['pay', 'father', ['payment']],
  ['pay', 'counter', ['payment']],
  ['pay', 'system', ['payment']],
  ['sign', 'leader', ['processing']],
  ['decide', 'clerk', ['processing']],
  ['return', 'counter', ['decided']],
  ['return', 'system', ['decided']],
  ['withdraw', 'father', ['submitted', 'accepted', 'processing', 'supplement', 'payment']],
  ['withdraw', 'counter', ['submitted', 'accepted', 'processing', 'supplement', 'payment']],
  ['discontinue', 'leader', ['accepted', 'processing', 'supplement', 'payment']],
  ['apologise', 'leader', ['accepted', 'processing']],
  ['redate', 'system', ['submitted', 'accepted', 'processing']],
  ['change-process', 'leader', ['accepted', 'processing', 'supplement', 'payment']],
  ['approve-by-silence', 'system', ['accepted', 'processing']],
  ['sign-notice', 'leader', ['decided']],
  ['issue-notice', 'clerk', ['decided']],
];
const people = { counter, caseOfficer, leader, clerk, father, stranger, stranger2, system, nobody };

it('an act is done for the agency of the part one has in it: at the counter, or where it is decided', () => {
  assert.deepEqual(
    [
      agencyOfPart(counter, dossier('submitted'), 'accept'),
      agencyOfPart(caseOfficer, dossier('processing'), 'propose'),
      agencyOfPart(counter, dossier('processing'), 'do-step'),
      agencyOfPart(father, dossier('payment'), 'pay'),
      agencyOfPart(system, dossier('processing'), 'propose'),
    ],
    [oneStop, committee, oneStop, null, null],
  );
  // Who is both decides as the one and takes in as the other.
  const both = { ...leader, powers: [...leader.powers, ...counter.powers] };
  assert.equal(agencyOfPart(both, dossier('submitted'), 'accept'), oneStop);
  assert.equal(agencyOfPart(both, dossier('processing'), 'discontinue'), committee);
});

describe('rules of dossiers', () => {
  it('allow exactly what the table says, to exactly those people', () => {
    const states = Object.keys(nationalStatus) as State[];
    for (const act of Object.keys(transitions) as ActName[]) {
      for (const [name, by] of Object.entries(people)) {
        for (const state of states) {
          const allowed = expected.some(
            ([one, who, from]) => one === act && who === name && from.includes(state),
          );
          let done = true;
          try {
            decide(by, dossier(state), act, 'Có căn cứ');
          } catch (error) {
            assert.ok(error instanceof Conflict || error instanceof NotAllowed);
            done = false;
          }
          assert.equal(done, allowed, `${name} ${act} ${state}`);
        }
      }
    }
  });

  it('let the platform take in only what follows from an accepted request', () => {
    const linked = { ...dossier('submitted'), linked_to: 'first' };
    assert.equal(decide(system, linked, 'accept', null), 'accepted');
    assert.throws(() => decide(system, dossier('submitted'), 'accept', null), NotAllowed);
  });

  it('let the parties and those who work on it read, nobody else', () => {
    const readers = Object.entries(people).filter(([, by]) => mayRead(by, dossier('processing')));
    assert.deepEqual(
      readers.map(([name]) => name),
      ['counter', 'caseOfficer', 'leader', 'clerk', 'father', 'system'],
    );
    const forCompany = { ...dossier('processing'), organisation: 'o' };
    assert.equal(mayRead(father, forCompany), false);
    assert.equal(mayRead({ ...father, organisation: 'o' }, forCompany), true);
  });

  it('say why something is not possible now', () => {
    const acts = possibleActs(father, dossier('decided'));
    assert.deepEqual(
      acts.map(({ act, allowed }) => [act, allowed]),
      [
        ['answer-supplement', false],
        ['pay', false],
        ['withdraw', false],
      ],
    );
    assert.match(acts[2]?.why?.vi ?? '', /Đã xử lý xong/);
  });

  it('let an agency that is asked see the dossier and answer, as long as it is asked', () => {
    const asked = (outcome: 'open' | 'answered' | 'no-answer') => ({
      ...dossier('processing'),
      opinions: [
        {
          token: 4,
          agency: stranger2.agency ?? '',
          name: { vi: 'Sở Thử', en: 'Department' },
          askedAt: '',
          dueAt: null,
          outcome,
          endedAt: null,
        },
      ],
    });
    assert.equal(mayRead(stranger2, asked('open')), true);
    assert.deepEqual(
      possibleActs(stranger2, asked('open')).map(({ act, allowed }) => [act, allowed]),
      [['give-opinion', true]],
    );
    for (const over of ['answered', 'no-answer'] as const)
      assert.equal(mayRead(stranger2, asked(over)), false);
  });

  it('demand a reason where the law does', () => {
    assert.throws(() => decide(counter, dossier('submitted'), 'refuse-intake', ' '), Invalid);
    assert.throws(() => decide(leader, dossier('processing'), 'discontinue', null), Invalid);
  });

  it('return a supplement to where it came from', () => {
    assert.equal(decide(father, dossier('supplement'), 'answer-supplement', null), 'submitted');
    assert.equal(
      decide(father, { ...dossier('supplement'), accepted_at: new Date() }, 'answer-supplement', null),
      'processing',
    );
  });

  it('know the ground that may never be used', () => {
    for (const ground of [
      'Không nhận hồ sơ điện tử, phải nộp bản giấy',
      'Chỉ nhận hồ sơ giấy, không nhận nộp qua mạng trực tiếp',
      'Từ chối vì hồ sơ nộp trực tuyến',
    ]) {
      assert.equal(isForbiddenGround(ground), true, ground);
    }
    for (const ground of [
      'Không thuộc thẩm quyền của Ủy ban nhân dân phường',
      'Người nộp không có quyền yêu cầu theo Điều 15 Luật Hộ tịch',
    ]) {
      assert.equal(isForbiddenGround(ground), false, ground);
    }
  });
});
