import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody } from '../../ground/db/act.ts';
import { rolledBack } from '../../ground/db/testing.ts';
import { newId, openItem } from '../../ground/record/index.ts';
import { listChecks } from '../../outside/registries/index.ts';
import type { Definition } from '../../work/forms/index.ts';
import type { Draft } from './drafts.ts';
import { checkUnanswered, silentRegistries, wrongHrefOf } from './unanswered.ts';

const now = new Date('2026-11-21T08:00:00Z');
const text = (vi: string) => ({ vi, en: vi });
const form: Definition = {
  id: 'f',
  version: 1,
  title: text('Tờ khai'),
  sections: [
    {
      id: 's',
      title: text('Mục'),
      pages: [
        {
          id: 'p',
          title: text('Trang'),
          fields: [
            {
              id: 'home',
              type: 'text',
              label: text('Quê'),
              source: { registry: 'population', path: 'hometown' },
            },
            { id: 'card', type: 'text', label: text('Thẻ'), source: { registry: 'insurance', path: 'card' } },
            { id: 'phone', type: 'phone', label: text('Số'), source: { registry: 'account', path: 'phone' } },
            { id: 'why', type: 'text', label: text('Vì sao') },
          ],
        },
      ],
    },
  ],
};
const draft: Draft = {
  id: newId(now),
  account: newId(now),
  person: newId(now),
  organisation: null,
  procedure: '1.001193',
  version: 1,
  answers: { home: 'Xã Mẫu', phone: '0991000137', why: 'Thử' },
  provenance: {},
  edition: 1,
  created_at: now,
  updated_at: now,
  dossier: null,
  answers_to: null,
  by_post: false,
  postal: null,
  vault_consent_at: null,
  silent: ['account', 'population'],
};

describe('questions asked because a registry was silent', () => {
  it('are marked with the name of the registry, the others are not', () => {
    assert.deepEqual(
      silentRegistries(form, draft, ['home', 'card', 'phone']).map(({ en }) => en),
      ['The national population database'],
    );
    assert.deepEqual(silentRegistries(form, draft, ['why', 'card']), []);
    assert.deepEqual(silentRegistries(form, { ...draft, silent: [] }, ['home']), []);
  });
  it(
    'are checked after submission, by the path of the registry',
    rolledBack(async (world) => {
      const item = await world.as(nobody, now, async (act) => {
        const { id } = openItem(act, 'dossier');
        checkUnanswered(act, draft, form, draft.answers, id);
        return id;
      });
      const checks = await world.as(nobody, now, (act) => listChecks(act, item));
      assert.deepEqual(
        checks.map(({ source, said, state, person }) => ({ source, said, state, person })),
        [{ source: 'population', said: { hometown: 'Xã Mẫu' }, state: 'waiting', person: draft.person }],
      );
    }),
  );
  it('have a way to say that a registry is wrong, where it can be corrected', () => {
    const href = wrongHrefOf(form);
    assert.equal(href('home'), '/du-lieu-sai/population');
    assert.equal(href('why'), undefined);
    assert.equal(href('phone'), undefined);
  });
});
