import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dataErrors, findTemplate } from '../../../paper/typeset/index.ts';
import { registerData, type Registered } from './register.ts';

const day = (date: string, clock = '09:00'): Date => new Date(`2026-${date}T${clock}:00+07:00`);
const agency = { id: 'a', name: { vi: 'Ủy ban nhân dân phường Sông Mẫu', en: '' }, phone: null };
const oneStop = {
  id: 'b',
  name: { vi: 'Trung tâm Phục vụ hành chính công phường Sông Mẫu', en: '' },
  short: 'TTPVHCC',
  phone: null,
};

describe('the register', () => {
  const row: Registered = {
    code: 'H99.18-261116-0007',
    title: 'Đăng ký khai sinh',
    state: 'supplement',
    applicant_name: 'Nguyễn Văn Thí Dụ',
    contact: { phone: null, email: null, address: 'Thôn Thượng' },
    channel: 2,
    return_way: 'post',
    submitted_at: day('11-16', '08:30'),
    due_at: day('11-25'),
    promised_at: day('11-23', '10:15'),
    returned_at: null,
    received_by: null,
    supplements: 2,
    lead: 'a',
  };

  it('has the columns of the book, fits form 07, and keeps the first promise beside the date of today', () => {
    const data = registerData(
      [row],
      { from: '2026-11-16', to: '2026-11-20' },
      {
        agency,
        oneStop,
        place: 'Sông Mẫu',
        leads: new Map([['a', agency.name.vi]]),
      },
    );
    assert.deepEqual(dataErrors(findTemplate('form-07-register') ?? assert.fail(), data), []);
    assert.deepEqual((data['entries'] as unknown[])[0], {
      dossier: 'H99.18-261116-0007',
      procedure: 'Đăng ký khai sinh',
      sets: 1,
      applicant: 'Nguyễn Văn Thí Dụ, Thôn Thượng',
      lead: agency.name.vi,
      received: '2026-11-16',
      due: '2026-11-25',
      intake: 'Trực tuyến',
      delivery: 'Bưu chính',
      note: 'Chờ bổ sung; Bổ sung 2 lần; hẹn đầu 23/11/2026',
    });
  });

  it('shows a letter that cannot be printed as one that is missing, and every Vietnamese name whole', () => {
    const span = { from: '2026-11-16', to: '2026-11-20' };
    const at = { agency, oneStop, place: 'Sông Mẫu', leads: new Map<string, string>() };
    const named = (name: string): unknown => {
      const [entry] = registerData(
        [
          {
            ...row,
            applicant_name: name,
            received_by: name,
            contact: { phone: null, email: null, address: null },
          },
        ],
        span,
        at,
      )['entries'] as Record<string, unknown>[];
      assert.equal(entry?.['applicant'], entry?.['signed']);
      return entry?.['applicant'];
    };
    assert.equal(named('Kim 한국 😀'), 'Kim ?? ?');
    for (const name of ["H'Hen Niê", 'K’Sor Y’Đăm', 'Nguyễn Thị Ỷ Ưỡng', 'Müller-Łęcki'])
      assert.equal(named(name), name);
  });
});
