import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { system, type ActingFor, type By } from '../../ground/db/act.ts';
import { rolledBack, systemAt } from '../../ground/db/testing.ts';
import { grantMandate } from '../../world/mandates/index.ts';
import { father, stranger } from './fixtures.ts';
import { isParty, receiverOf } from './party.ts';
import { mayAnswer, possibleActs } from './rules.ts';
import type { State } from './schema.ts';

const MANDATE = '01900000-0000-7000-8000-0000000000aa';

const dossier = (state: State, mandate: string | null = null) => ({
  state,
  procedure: '1.001193',
  field: 'ho-tich',
  agency: 'a',
  one_stop: 'b',
  applicant: father.person,
  organisation: null,
  filer: mandate && stranger.person,
  mandate,
  linked_to: null,
  accepted_at: null,
  opinions: [],
  decided_at: state === 'decided' ? new Date() : null,
});

/** The stranger acts for the father. */
const under = (acts: ActingFor['acts'], procedures: ActingFor['procedures'] = null): By => ({
  ...stranger,
  mandate: MANDATE,
  actingFor: { person: father.person, organisation: null, name: father.name, acts, procedures, fields: null },
});

describe('dossiers: under a mandate (B14)', () => {
  it('reads what the mandate covers, or what was filed under it', () => {
    assert.equal(isParty(under(['view']), dossier('processing')), true);
    assert.equal(isParty(under(null), dossier('processing')), true);
    assert.equal(isParty(under(['view'], ['1.000000']), dossier('processing')), false, 'another procedure');
    assert.equal(isParty(under(['apply']), dossier('processing')), false);
    assert.equal(isParty(under(['apply']), dossier('processing', MANDATE)), true, 'filed under this one');
    assert.equal(isParty(stranger, dossier('processing', MANDATE)), false, 'who filed, in their own name');
    assert.equal(isParty(under(['view']), { ...dossier('processing'), applicant: 'other' }), false);
  });

  it('reads what waits for an act that is covered, only while it waits', () => {
    assert.equal(isParty(under(['supplement']), dossier('supplement')), true);
    assert.equal(isParty(under(['supplement']), dossier('processing')), false);
    assert.equal(isParty(under(['pay']), dossier('payment')), true);
    assert.equal(isParty(under(['receive-result']), dossier('decided')), true);
  });

  it('limited to a field of work covers the dossiers of that field, and none whose field is not known', () => {
    const inField = (field: string): By => {
      const by = under(['view', 'supplement']);
      return { ...by, actingFor: { ...by.actingFor!, fields: [field] } };
    };
    assert.equal(isParty(inField('ho-tich'), dossier('processing')), true);
    assert.equal(mayAnswer(inField('ho-tich'), dossier('supplement')), true);
    assert.equal(isParty(inField('xay-dung'), dossier('processing')), false);
    assert.equal(mayAnswer(inField('xay-dung'), dossier('supplement')), false);
    assert.equal(isParty(inField('ho-tich'), { ...dossier('processing'), field: null }), false);
  });

  it('does only the acts that are covered', () => {
    assert.equal(mayAnswer(under(['supplement']), dossier('supplement')), true);
    assert.equal(mayAnswer(under(['view']), dossier('supplement')), false);
    const acts = possibleActs(under(['view']), dossier('processing')).map(({ act }) => act);
    assert.equal(acts.includes('withdraw'), false);
    assert.equal(
      possibleActs(under(['view', 'apply']), dossier('processing')).some(({ act }) => act === 'withdraw'),
      true,
    );
  });

  it(
    'sends the result where the authorisation says',
    rolledBack(async (world) => {
      const to = async (resultsTo: 'agent' | 'principal') => {
        const mandate = await world.as(system, '2026-11-23T08:00:00+07:00', (act) =>
          grantMandate(act, {
            kind: 'delegation',
            form: null,
            agent: { kind: 'person', id: stranger.person ?? '' },
            principal: { kind: 'person', id: father.person ?? '' },
            grantedBy: father.person,
            agency: null,
            roles: [],
            acts: ['apply'],
            procedures: null,
            fields: null,
            documents: null,
            resultsTo,
            under: null,
            redelegable: false,
            from: '2026-01-01',
            to: '2026-12-31',
            basis: 'Giấy uỷ quyền mẫu',
          }),
        );
        return world.look(systemAt('2026-11-23T08:00:00+07:00'), (look) =>
          receiverOf(look, dossier('processing', mandate)),
        );
      };
      assert.deepEqual(await to('principal'), { person: father.person, organisation: null });
      assert.deepEqual(await to('agent'), { person: stranger.person, organisation: null });
    }),
  );
});
