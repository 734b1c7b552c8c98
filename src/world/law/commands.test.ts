import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { system } from '../../ground/db/act.ts';
import { rolledBack, systemAt } from '../../ground/db/testing.ts';
import { Conflict, Invalid } from '../../ground/operate/errors.ts';
import { endText, importLaw, putCode, registerText } from './commands.ts';
import { findCode, findText, getCode, listCodes, listTextsInForce } from './queries.ts';
import { shippedLists, shippedTexts } from './shipped.ts';

const now = '2026-11-20T09:00:00+07:00';
const none = { added: 0, changed: 0 };

describe('law: import and register', () => {
  it(
    'imports what ships once; a second time changes nothing',
    rolledBack(async (world) => {
      await world.as(system, now, (act) => importLaw(act, shippedTexts(), shippedLists()));
      const again = await world.as(system, now, (act) => importLaw(act, shippedTexts(), shippedLists()));
      for (const part of Object.values(again)) {
        assert.deepEqual({ added: part.added, changed: part.changed }, none);
        assert.ok(part.same > 0);
      }
    }),
  );

  it(
    'knows what is in force on a day',
    rolledBack(async (world) => {
      await world.as(system, now, (act) => importLaw(act, shippedTexts(), shippedLists()));
      await world.look(systemAt(now), async (look) => {
        const then = new Set((await listTextsInForce(look, '2024-01-01')).map(({ number }) => number));
        const today = new Set((await listTextsInForce(look)).map(({ number }) => number));
        assert.ok(then.has('61/2018/NĐ-CP') && !then.has('118/2025/NĐ-CP'));
        assert.ok(today.has('118/2025/NĐ-CP') && !today.has('61/2018/NĐ-CP'));
        assert.ok(await findCode(look, 'identity-document', 'chung-minh-nhan-dan', '2024-12-31'));
        assert.equal(await findCode(look, 'identity-document', 'chung-minh-nhan-dan'), null);
        assert.equal((await listCodes(look, 'document-type'))[1]?.abbreviation, 'QĐ');
        await assert.rejects(getCode(look, 'gender', 'other'), { status: 404 });
      });
    }),
  );

  it(
    'registers a text, ends it, and finds it however its number is composed',
    rolledBack(async (world) => {
      const text = {
        number: '99/2026/QĐ-UBND',
        issuer: 'Ủy ban nhân dân tỉnh Sông Lam',
        type: 'quyet-dinh',
        title: { vi: 'Quyết định mẫu', en: 'Sample decision' },
        issued: '2026-10-01',
        from: '2026-10-10',
        to: null,
        replacedBy: null,
      };
      await world.as(system, now, (act) => registerText(act, text));
      const end = { number: text.number, issuer: text.issuer, to: '2026-11-01', replacedBy: null };
      await world.as(system, now, (act) => endText(act, end));
      await world.look(systemAt(now), async (look) => {
        assert.equal((await findText(look, '99/2026/QĐ-UBND'.normalize('NFD')))?.to, '2026-11-01');
      });
      await assert.rejects(
        world.as(system, now, (act) => endText(act, { ...end, to: '2026-01-01' })),
        Invalid,
      );
      await assert.rejects(
        world.as(system, now, (act) => registerText(act, text)),
        Conflict,
      );
    }),
  );

  it(
    'a changed code keeps the words of its day',
    rolledBack(async (world) => {
      await world.as(system, now, (act) => importLaw(act, [], shippedLists()));
      const code = {
        code: 'khan',
        name: { vi: 'Khẩn (mẫu)', en: 'Urgent (sample)' },
        abbreviation: null,
        from: '2027-01-01',
        to: null,
        basis: 'Văn bản mẫu',
      };
      await world.as(system, now, (act) => putCode(act, 'urgency', code));
      await world.look(systemAt(now), async (look) => {
        assert.equal((await getCode(look, 'urgency', 'khan', '2026-12-31')).name.vi, 'Khẩn');
        assert.equal((await getCode(look, 'urgency', 'khan', '2027-01-01')).name.vi, 'Khẩn (mẫu)');
        assert.equal((await listCodes(look, 'urgency', '2027-01-01')).length, 4);
      });
      await assert.rejects(
        world.as(system, now, (act) => putCode(act, 'urgency', code)),
        Conflict,
      );
    }),
  );
});
