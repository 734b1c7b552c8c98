import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { QRPay } from 'vietnam-qr-pay';
import { initHash, initMessage, isHash, momentOf, shortHash, stampOf } from './gateway/messages.ts';
import { vietQr } from './qr.tsx';
import { reconcile } from './reconcile.ts';
import { fateOf, refIn, waitAfter, whyNotPayable } from './rules.ts';

describe('money', () => {
  it('pays once, whole, or is kept', () => {
    const due = { state: 'due', amount: 5000 } as const;
    assert.equal(fateOf(due, 5000), 'charge');
    assert.equal(fateOf(due, 4000), 'wrong-amount');
    assert.equal(fateOf({ ...due, amount: null }, 5000), 'wrong-amount');
    for (const state of ['paid', 'refunded', 'void'] as const)
      assert.equal(fateOf({ ...due, state }, 5000), 'surplus');
    assert.equal(fateOf(null, 5000), 'unmatched');
  });

  it('of an unknown amount cannot be paid, and the sentence does not call it free', () => {
    assert.match(whyNotPayable({ state: 'due', amount: null })!.vi, /Không có nghĩa là miễn phí/);
    assert.equal(whyNotPayable({ state: 'due', amount: 1 }), null);
  });

  it('is recognised in what banks make of the words of a transfer', () => {
    const ref = 'TT261121K7Q2M9XA';
    for (const words of [
      ref,
      `nop phi ${ref.toLowerCase()}.CT tu 0123`,
      'TT261121 K7Q2-M9XA',
      `MBVCB.123.${ref}01`,
    ])
      assert.equal(refIn(words), ref, words);
    for (const words of ['', 'nop phi', 'TT26112', 'TT261121OIOIOIOI'])
      assert.equal(refIn(words), null, words);
  });

  it('is asked after ever more slowly, at least once an hour', () => {
    assert.deepEqual([0, 1, 2, 20, 999].map(waitAfter), [30_000, 60_000, 120_000, 3_600_000, 3_600_000]);
  });

  it('of both ledgers is compared by reference', () => {
    const at = new Date();
    const compared = reconcile(
      [
        { ref: 'A', amount: 1 },
        { ref: 'B', amount: 2 },
        { ref: 'C', amount: 3 },
      ],
      [
        { ref: 'A', amount: 1, at },
        { ref: 'B', amount: 5, at },
        { ref: 'D', amount: 4, at },
      ],
    );
    assert.deepEqual(
      compared.differences.map(({ ref, kind }) => `${ref} ${kind}`),
      ['B amounts', 'C ours', 'D theirs'],
    );
    assert.deepEqual([compared.ours, compared.theirs, compared.agreed], [6, 10, 1]);
  });
});

describe('messages of the platform', () => {
  const now = new Date('2026-11-21T01:02:03Z');
  const account = { url: 'http://x/', partner: 'SONGLAM', secret: 's' };
  const toPay = {
    ref: 'TT261121K7Q2M9XA01',
    amount: 75_000,
    item: '',
    dossier: 'H99.18-261121-0001',
    procedure: { code: '1.013225', name: 'Cấp giấy phép xây dựng' },
    agency: { identifier: 'H99.18', name: 'UBND xã' },
    payer: { name: 'Nguyễn Văn Thí Dụ', number: '001096000002', address: null },
    lines: [],
    address: '10.0.0.1',
  };

  it('carry the hash over their fields in the published order', async () => {
    const message = initMessage(toPay, account, null, now);
    const string =
      'INIT|1.0.6|SONGLAM|TT261121K7Q2M9XA01|75000|PAY|1|1|vi-VN|VND|PAYMENT|Nop phi, le phi ho so H99.18-261121-0001|20261121080203|10.0.0.1|s';
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(string));
    assert.equal(message['MaXacThuc'], Buffer.from(digest).toString('hex'));
    assert.ok(!isHash(initHash({ ...message, SoTien: '1' }, 's'), String(message['MaXacThuc'])));
    const short = {
      LoaiBanTin: 'QUERY',
      PhienBan: '1.0.6',
      MaDoiTac: 'D',
      MaThamChieu: 'R',
      ThoiGianGD: 'T',
    };
    const same = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('QUERY|1.0.6|D|R|T|s'));
    assert.equal(shortHash(short, 's'), Buffer.from(same).toString('hex'));
  });

  it('have times in Vietnam', () => {
    assert.equal(stampOf(now), '20261121080203');
    assert.equal(momentOf('20261121080203')?.getTime(), now.getTime());
    assert.equal(momentOf('20261121000000')?.toISOString(), '2026-11-20T17:00:00.000Z');
    for (const bad of ['', '2026112108020', '20261321080203', '20260231080203', null])
      assert.equal(momentOf(bad), null);
  });

  it('a VietQR code says account, amount and reference', () => {
    const bank = { bin: '970499', bank: '', number: '9990001234', holder: '', secret: '' };
    const read = new QRPay(vietQr(bank, { amount: 75_000, ref: 'TT261121K7Q2M9XA' }));
    assert.ok(read.isValid);
    assert.deepEqual(
      [read.consumer.bankBin, read.consumer.bankNumber, read.amount, read.additionalData.purpose],
      ['970499', '9990001234', '75000', 'TT261121K7Q2M9XA'],
    );
  });
});
