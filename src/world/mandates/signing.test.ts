import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { Held, HoldingKind, Rank } from '../agencies/index.ts';
import type { GrantedForm, Mandate } from './schema.ts';
import { signingAuthority, type SigningQuestion } from './signing.ts';

const day = '2026-11-20';
const committee: SigningQuestion['agency'] = {
  id: 'ubnd',
  name: { vi: 'Ủy ban nhân dân xã An Mẫu', en: "An Mau People's Committee" },
  kind: 'peoples-committee',
  regime: 'collective',
  headTitle: 'Chủ tịch',
};
const department: SigningQuestion['agency'] = {
  ...committee,
  id: 'so',
  kind: 'department',
  regime: 'head',
  headTitle: 'Giám đốc',
};

const held = (
  title: string,
  rank: Rank,
  more: { agency?: string; kind?: HoldingKind; to?: string } = {},
): Held => {
  const period = { from: '2025-07-01', to: more.to ?? null };
  return {
    post: {
      id: `post ${title}`,
      agency: more.agency ?? 'ubnd',
      unit: null,
      title: { vi: title, en: title },
      rank,
      roles: [],
      fields: null,
      from: '2025-07-01',
      to: null,
    },
    holding: { post: `post ${title}`, person: 'me', kind: more.kind ?? 'appointed', basis: null, ...period },
  };
};
const given = (form: GrantedForm, agent: string, more: Partial<Mandate> = {}): Mandate => ({
  id: `m ${form} ${agent}`,
  kind: 'signing',
  form,
  agent: { kind: 'post', id: agent },
  principal: { kind: 'post', id: 'head' },
  grantedBy: null,
  agency: 'ubnd',
  roles: [],
  acts: null,
  procedures: null,
  fields: null,
  documents: null,
  resultsTo: 'principal',
  under: null,
  redelegable: false,
  from: '2026-01-01',
  to: null,
  basis: 'mẫu',
  revokedFrom: null,
  ...more,
});
const ask = (
  seats: readonly Held[],
  mandates: readonly Mandate[] = [],
  more: Partial<SigningQuestion> = {},
  on = day,
) => {
  const document = { type: 'quyet-dinh', field: 'ho-tich', authority: 'agency' as const };
  const found = signingAuthority(
    { agency: committee, signer: 'me', held: seats, mandates, below: new Map(), document, ...more },
    on,
  );
  return found.may ? `${found.form}: ${found.lines.join(' / ')}` : found.reason.en;
};

describe('signing: the head', () => {
  it('signs TM. for a collective, plainly for an agency with a head, and for himself', () => {
    const chair = held('Chủ tịch', 'head');
    assert.equal(ask([chair]), 'TM: TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH');
    const own = { document: { type: 'quyet-dinh', field: null, authority: 'head' as const } };
    assert.equal(ask([chair], [], own), 'plain: CHỦ TỊCH');
    assert.equal(
      ask([held('Giám đốc', 'head', { agency: 'so' })], [], { agency: department }),
      'plain: GIÁM ĐỐC',
    );
  });

  it('acting is Q.; a deputy in charge signs as KT. (annex I), anybody else PT.', () => {
    assert.equal(ask([held('Chủ tịch', 'head', { kind: 'acting' })]), 'Q: TM. ỦY BAN NHÂN DÂN / Q. CHỦ TỊCH');
    const inCharge = held('Chủ tịch', 'head', { kind: 'in-charge' });
    assert.equal(
      ask([inCharge, held('Phó Chủ tịch', 'deputy')]),
      'KT: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH',
    );
    assert.equal(ask([inCharge]), 'PT: TM. ỦY BAN NHÂN DÂN / PT. CHỦ TỊCH');
  });

  it('no longer signs after the last day in the post, nor for another agency', () => {
    assert.match(ask([held('Chủ tịch', 'head', { to: '2026-11-19' })]), /not been authorised/);
    assert.match(ask([held('Chủ tịch', 'head', { agency: 'other' })]), /not been authorised/);
  });
});

describe('signing: for the head', () => {
  const deputy = held('Phó Chủ tịch', 'deputy');
  const kt = given('KT', deputy.post.id, { fields: ['ho-tich'] });

  it('a deputy signs KT. in the fields given to him', () => {
    assert.equal(ask([deputy], [kt]), 'KT: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH');
    const land = { document: { type: 'quyet-dinh', field: 'dat-dai', authority: 'agency' as const } };
    assert.match(ask([deputy], [kt], land), /outside/);
    const unknown = { document: { type: 'quyet-dinh', field: null, authority: 'agency' as const } };
    assert.match(ask([deputy], [kt], unknown), /outside/);
    assert.match(ask([deputy]), /not been authorised/);
    assert.match(ask([deputy], [{ ...kt, revokedFrom: day }]), /revoked/);
    assert.match(ask([deputy], [kt], { agency: department }), /not been authorised/);
  });

  it('a unit head signs TL. and passes it on to his deputy', () => {
    const chief = held('Chánh Văn phòng', 'unit-head');
    const second = held('Phó Chánh Văn phòng', 'unit-deputy');
    const tl = given('TL', chief.post.id, { id: 'tl', documents: ['giay-moi'], redelegable: true });
    const on = given('KT', second.post.id, { under: 'tl', documents: ['giay-moi'] });
    const invitation = { document: { type: 'giay-moi', field: null, authority: 'agency' as const } };
    assert.equal(ask([chief], [tl], invitation), 'TL: TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG');
    assert.equal(
      ask([second], [tl, on], invitation),
      'TL: TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG',
    );
    assert.match(ask([second], [{ ...tl, revokedFrom: day }, on], invitation), /revoked/);
    assert.match(ask([chief], [tl]), /outside/);
  });

  it('TUQ. goes to heads of units and of agencies below, and never further', () => {
    const centre = held('Giám đốc', 'head', { agency: 'centre' });
    const tuq = given('TUQ', centre.post.id, { id: 'tuq', documents: ['quyet-dinh'], to: '2026-12-31' });
    const below = new Map([['centre', { name: 'Trung tâm Mẫu', kind: 'service-centre' as const }]]);
    const office = new Map([['centre', { name: 'Văn phòng Mẫu', kind: 'office' as const }]]);
    assert.equal(ask([centre], [tuq], { below }), 'TUQ: TUQ. CHỦ TỊCH / GIÁM ĐỐC TRUNG TÂM MẪU');
    assert.match(ask([centre], [tuq]), /outside/, 'an agency that is not below any more');
    assert.match(
      ask([centre], [given('TL', centre.post.id, { documents: ['quyet-dinh'] })], { below }),
      /outside/,
    );
    assert.equal(
      ask([centre], [given('TL', centre.post.id, { documents: ['quyet-dinh'] })], { below: office }),
      'TL: TL. CHỦ TỊCH / GIÁM ĐỐC',
    );
    const room = held('Trưởng phòng', 'unit-head');
    assert.equal(
      ask([room], [{ ...tuq, agent: { kind: 'post', id: room.post.id } }]),
      'TUQ: TUQ. CHỦ TỊCH / TRƯỞNG PHÒNG',
    );
    assert.match(ask([centre], [tuq], { below }, '2027-01-01'), /ended/);
    const clerk = held('Văn thư', 'staff');
    assert.match(ask([clerk], [given('TUQ', clerk.post.id)]), /outside/);
    const further = given('KT', deputy.post.id, { under: 'tuq' });
    assert.match(ask([deputy], [tuq, further]), /revoked|ended/);
  });

  it('nobody signs without a post that day, whatever was granted', () => {
    const forms = fc.constantFrom<GrantedForm>('KT', 'TL', 'TUQ');
    const person = { agent: { kind: 'person' as const, id: 'me' } };
    fc.assert(
      fc.property(fc.array(forms, { maxLength: 4 }), (list) => {
        const mandates = list.map((form, i) => given(form, 'me', { ...person, id: String(i) }));
        assert.equal(
          signingAuthority(
            {
              agency: committee,
              signer: 'me',
              held: [],
              mandates,
              below: new Map(),
              document: { type: 'x', field: null, authority: 'agency' },
            },
            day,
          ).may,
          false,
        );
      }),
    );
  });

  it('a form is only ever written for a rank that may bear it', () => {
    const ranks = fc.constantFrom<Rank>('deputy', 'unit-head', 'unit-deputy', 'staff');
    const forms = fc.constantFrom<GrantedForm>('KT', 'TL', 'TUQ');
    fc.assert(
      fc.property(ranks, forms, (rank, form) => {
        const seat = held('Chức vụ', rank);
        const found = ask([seat], [given(form, seat.post.id)]);
        const bears = form === 'KT' ? rank === 'deputy' : rank === 'unit-head';
        assert.equal(found.startsWith(`${form}: `), bears, `${form} ${rank}`);
      }),
    );
  });
});
