/** Who pays under an authorisation: whoever it lets pay, for the procedures and the fields of work that it names. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody, type By } from '../../ground/db/act.ts';
import { isPayer } from './policy.ts';

const person = '01900000-0000-7000-8000-000000000001';
const agent: By = { ...nobody, kind: 'citizen', person: '01900000-0000-7000-8000-000000000002' };
const charge = { person, organisation: null, filer: null, procedure: '1.001193', field: 'ho-tich' };
const under = (limits: Partial<NonNullable<By['actingFor']>>): By => ({
  ...agent,
  mandate: '01900000-0000-7000-8000-000000000003',
  actingFor: {
    person,
    organisation: null,
    name: 'Nguyễn Văn Ví Dụ',
    acts: null,
    procedures: null,
    fields: null,
    ...limits,
  },
});

describe('who may pay a charge', () => {
  for (const [says, by, may] of [
    ['an authorisation without limits', under({}), true],
    ['one to pay', under({ acts: ['pay'] }), true],
    ['one to apply', under({ acts: ['apply'] }), false],
    ['one for the procedure', under({ procedures: ['1.001193'] }), true],
    ['one for its field', under({ acts: ['pay'], fields: ['ho-tich'] }), true],
    ['one for another field', under({ fields: ['xay-dung'] }), false],
    ['none', agent, false],
  ] as const)
    it(`${says}: ${may ? 'yes' : 'no'}`, () => assert.equal(isPayer(by, charge), may));

  it('a limit to a field covers nothing whose field is not known', () =>
    assert.equal(isPayer(under({ fields: ['ho-tich'] }), { ...charge, field: null }), false));
});
