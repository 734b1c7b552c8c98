import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { masked, mailOf, smsOf } from './compose.ts';
import { site } from './fixtures.ts';
import { asksForPapers, pauseAfter, usualWishes, waysFor } from './rules.ts';
import { templates } from './templates.ts';

const contact = (kind: 'email' | 'phone', value: string, verified: boolean, preferred = false) =>
  ({
    owner: 'x',
    ownerKind: 'person',
    kind,
    value,
    preferred,
    verifiedAt: verified ? new Date(0) : null,
  }) as const;

describe('ways of telling', () => {
  const contacts = [
    contact('email', 'cu@vidu.example', false, true),
    contact('email', 'moi@vidu.example', true),
    contact('phone', '0991000137', true),
  ];

  it('SMS only when it matters, the verified address first, nothing that is not wanted', () => {
    const ways = (matters: boolean, wishes = usualWishes) =>
      waysFor({ matters }, contacts, wishes).map(({ channel, address }) => `${channel} ${address}`);
    assert.deepEqual(ways(false), ['email moi@vidu.example']);
    assert.deepEqual(ways(true), ['email moi@vidu.example', 'sms 0991000137']);
    assert.deepEqual(ways(true, { ...usualWishes, email: false }), ['sms 0991000137']);
    assert.deepEqual(ways(true, { ...usualWishes, sms: false, email: false }), []);
    assert.deepEqual(waysFor({ matters: false, quiet: true }, contacts, usualWishes), []);
  });

  it('pauses grow to two hours', () =>
    assert.deepEqual([1, 2, 8, 30].map(pauseAfter), [60_000, 120_000, 7_200_000, 7_200_000]));
});

describe('what is sent', () => {
  const told = {
    title: { vi: 'Hồ sơ của bạn đã được tiếp nhận', en: 'Accepted' },
    body: { vi: 'Nội dung “riêng”', en: 'Body' },
    code: 'H99.18-261120-0001',
    path: '/ho-so/x',
  };

  it('an SMS fits into one part, says neither title nor link of the matter', () => {
    for (const template of Object.values(templates)) {
      for (const language of ['vi', 'en'] as const) {
        const sms = smsOf({ ...told, title: template.title }, site, language);
        assert.match(sms, /^[\x20-\x7e]{20,160}$/);
        assert.ok(sms.includes(told.code) && !sms.includes('http'));
      }
    }
  });

  it('an e-mail is in one language, with code and link', () => {
    const { subject, text } = mailOf(told, site, 'vi');
    assert.equal(subject, 'Hồ sơ của bạn đã được tiếp nhận (H99.18-261120-0001)');
    assert.ok(text.includes('https://dichvucong.example/ho-so/x') && !text.includes('Body'));
    assert.ok(!mailOf({ ...told, path: null }, site, 'en').text.includes('http'));
  });

  it('every notice tells agency, holder, dates and reason where there are any', () => {
    const about = {
      person: null,
      organisation: null,
      code: 'x',
      title: 'Đăng ký khai sinh',
      agency: { vi: 'UBND phường Mẫu', en: 'Mau Ward' },
      holder: 'Lê Thị Mẫu',
      due: new Date('2026-11-24T09:00:00Z'),
      reason: { vi: 'Thiếu thẩm quyền.', en: 'Not competent.' },
    };
    assert.match(templates['dossier.accept']!.body(about).vi, /UBND phường Mẫu.*|Lê Thị Mẫu/);
    assert.match(templates['dossier.accept']!.body(about).vi, /24\/11\/2026/);
    assert.match(templates['dossier.refuse-intake']!.body(about).vi, /Thiếu thẩm quyền/);
    assert.match(templates['dossier.refuse-intake']!.body(about).en, /Reason: Not competent/);
    const decided = templates['dossier.decide']!;
    assert.equal(decided.titleFor?.(about), null);
    assert.match(decided.body(about).vi, /đã được giải quyết xong/);
    assert.equal(decided.titleFor?.({ ...about, refused: true })?.vi, 'Hồ sơ của bạn bị từ chối giải quyết');
    const refused = decided.body({ ...about, refused: true });
    assert.match(refused.vi, /bị từ chối giải quyết.*Lý do: Thiếu thẩm quyền/);
    assert.doesNotMatch(refused.vi + refused.en, /giải quyết xong|Open it to see and download/);
    const withdrawn = templates['dossier.withdraw']!.body;
    assert.doesNotMatch(withdrawn(about).vi, /đơn giấy/);
    assert.match(withdrawn({ ...about, askedOnPaper: 'Lê Thị Thử' }).vi, /Lê Thị Thử.*báo ngay/);
    // Once is promised once: a further request says by which law it comes.
    const ask = templates['dossier.ask-supplement']!.body;
    assert.match(ask(about).vi, /chỉ yêu cầu một lần/);
    const further = ask({ ...about, again: { basis: 'Luật Xây dựng, Điều 102' } });
    assert.match(further.vi, /Luật Xây dựng, Điều 102/);
    assert.doesNotMatch(further.vi + further.en, /một lần|only once/);
    assert.doesNotMatch(
      templates['dossier.accept']!.body({ ...about, agency: null, holder: null, due: null }).vi,
      /undefined|null|Hẹn/,
    );
  });

  it('addresses are shown masked', () =>
    assert.deepEqual(['vidu@vidu.example', '0991000137'].map(masked), ['v…@vidu.example', '099…137']));
});

describe('letters of officers', () => {
  it('cannot ask for papers, in any spelling', () => {
    for (const body of [
      'Anh vui lòng nộp thêm bản sao giấy chứng sinh.',
      'chi bo sung ho so giup em',
      'Mời ông mang theo chứng từ gốc đến.',
      'Đề nghị GỬI lại tài liệu có công chứng',
      'Giấy chứng sinh: đề nghị anh nộp lại',
      'Anh chụp căn cước gửi cho em',
      'n\u200bộp thêm g\u00adiấy tờ',
      'Anh nộp\nthêm\ngiấy chứng sinh',
      'Chị đem hộ khẩu đến phường',
      'Ông mang CCCD ra một cửa',
      'Please send your birth certificate',
    ]) {
      assert.ok(asksForPapers(body), body);
    }
    for (const body of [
      'Hồ sơ của anh đang được thẩm định, mai có kết quả.',
      'Chị nhận kết quả trên cổng nhé.',
      'Giấy khai sinh đã ký xong.',
      'Giấy chứng sinh anh gửi hôm qua đã nhận đủ.',
      'Hồ sơ của chị đã chuyển lãnh đạo ký.',
      'Xin lỗi vì trả lời muộn, hồ sơ xong trong ngày mai.',
      'Your certificate was sent by post today.',
    ]) {
      assert.ok(!asksForPapers(body), body);
    }
  });
});
