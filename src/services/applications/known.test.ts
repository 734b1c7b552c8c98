import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody } from '../../ground/db/act.ts';
import { rolledBack } from '../../ground/db/testing.ts';
import { newId } from '../../ground/record/index.ts';
import type { Definition } from '../../work/forms/index.ts';
import { beginDraft, getDraft } from './drafts.ts';
import { askKnown, purposeOf, type Purpose } from './known.ts';

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
          ],
        },
      ],
    },
  ],
};

describe('asking sources before there is a draft', () => {
  it(
    'names to them the draft that is then begun, with what they knew',
    rolledBack(async (world) => {
      const by = { ...nobody, kind: 'citizen' as const, account: newId(now), person: newId(now) };
      const purposes: Purpose[] = [];
      const population = {
        name: 'population',
        ask: async (_: unknown, __: unknown, purpose: Purpose) => {
          purposes.push(purpose);
          const home = { value: 'Xã Mẫu', source: text('Dân cư'), at: now.toISOString(), basis: 'Luật' };
          return new Map([['hometown', home]]);
        },
      };
      const draft = await world.as(by, now, async (act) => {
        const purpose = purposeOf('1.001193', by.person, newId(act.now));
        const known = await askKnown(act, form, [population], purpose);
        return beginDraft(act, { code: '1.001193', version: 1 }, known, {
          person: by.person,
          organisation: null,
        });
      });
      assert.deepEqual(
        purposes.map((one) => one.draft),
        [draft],
      );
      const begun = await world.as(by, now, (act) => getDraft(act, draft));
      assert.deepEqual(begun.answers, { home: 'Xã Mẫu' });
    }),
  );
});
