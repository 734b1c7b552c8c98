import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Garbled } from '../../../ground/wire/index.ts';
import { ANSWER, headersAt, readAnswer, REQUEST, SOAP, writeRequest } from './population-soap.ts';
import { readXml, textAt, within } from './xml.ts';

const account = {
  url: 'https://truc.example/037',
  user: 'u',
  secret: 's',
  client: 'VN/GOV/H99/TT',
  apiKey: 'k',
  service: 'DVC',
  unit: 'H99.01',
  account: 'tk',
};

const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${SOAP}"><soapenv:Header xmlns:dan="${REQUEST}"/><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
const collection = (citizen: string): string =>
  envelope(`<ns1:CongdanCollection xmlns:ns1="${ANSWER}">${citizen}</ns1:CongdanCollection>`);

describe('service 037', () => {
  it('signs a request with url, user, moment and secret', () => {
    const headers = headersAt(account, 1_700_000_000_000);
    // sha256 of "https://truc.example/037" + "u" + "1700000000000" + "s", worked out with sha256sum.
    assert.equal(
      Buffer.from(headers['authorization']!.slice(6), 'base64').toString(),
      'u:69c92da25ed3940d479f7ebb8dac75fae442c8786baccdedb51233a4a6e3b82a',
    );
    assert.deepEqual(
      [headers['timestamp'], headers['x-road-client'], headers['apikey']],
      ['1700000000000', 'VN/GOV/H99/TT', 'k'],
    );
  });

  it('writes the fields of the service, the name in capitals, the birth as far as known', () => {
    const asked = (born: string | null) =>
      within(
        readXml(
          writeRequest(account, { number: '099090000137', name: 'Nguyễn <Ví> & Dụ', born }, 'MA-1', 'cb'),
        ),
        'Body',
        'TraCuuThongTinCongDan',
      )!;
    const whole = asked('1990-03-14');
    assert.equal(whole.ns, REQUEST);
    assert.deepEqual(
      whole.children.map(({ name }) => name),
      [
        'MaYeuCau',
        'MaDVC',
        'MaTichHop',
        'MaCanBo',
        'MaDonVi',
        'TaiKhoan',
        'SoDienThoai',
        'SoDinhDanh',
        'HoVaTen',
        'NgayThangNamSinh',
      ],
    );
    assert.equal(textAt(whole, 'HoVaTen'), 'NGUYỄN <VÍ> & DỤ');
    assert.equal(textAt(whole, 'NgayThangNamSinh', 'NgayThangNam'), '19900314');
    assert.equal(textAt(asked('1961'), 'NgayThangNamSinh', 'Nam'), '1961');
    assert.equal(within(asked(null), 'NgayThangNamSinh'), undefined);
  });

  it('reads what is there, also a name in one part, unknown codes and old districts', () => {
    const citizen = readAnswer(
      collection(`<ns1:CongDan><ns1:SoDinhDanh>099090000137</ns1:SoDinhDanh><ns1:SoCMND/><ns1:HoVaTen><ns1:Ho/><ns1:ChuDem/><ns1:Ten>NGUYỄN VĂN VÍ DỤ</ns1:Ten></ns1:HoVaTen>
        <ns1:GioiTinh>1</ns1:GioiTinh><ns1:DanToc>01</ns1:DanToc><ns1:TonGiao>00</ns1:TonGiao><ns1:TinhTrangHonNhan>2</ns1:TinhTrangHonNhan>
        <ns1:NgayThangNamSinh><ns1:Nam>1990</ns1:Nam><ns1:NgayThangNam>19900314</ns1:NgayThangNam></ns1:NgayThangNamSinh><ns1:QuocTich/>
        <ns1:ThuongTru><ns1:MaTinhThanh>26</ns1:MaTinhThanh><ns1:MaQuanHuyen>252</ns1:MaQuanHuyen><ns1:MaPhuongXa>09106</ns1:MaPhuongXa><ns1:ChiTiet>XÃ MẪU</ns1:ChiTiet><ns1:QuocGia>VN</ns1:QuocGia></ns1:ThuongTru>
        <ns1:VoChong><ns1:HoVaTen>TRẦN THỊ LÀM MẪU</ns1:HoVaTen><ns1:QuocTich>VN</ns1:QuocTich><ns1:SoDinhDanh>465</ns1:SoDinhDanh></ns1:VoChong></ns1:CongDan>`),
      '099090000137',
    )!;
    assert.deepEqual(
      [
        citizen.name,
        citizen.sex,
        citizen.ethnicity,
        citizen.marital,
        citizen.born,
        citizen.nationality,
        citizen.residence,
        citizen.spouse,
        citizen.father,
      ],
      [
        'Nguyễn Văn Ví Dụ',
        'male',
        '01',
        'married',
        '1990-03-14',
        null,
        { commune: '09106', detail: 'XÃ MẪU', country: 'VN' },
        { name: 'Trần Thị Làm Mẫu', number: null, nationality: 'VN' },
        null,
      ],
    );
  });

  it('knows nobody, and refuses what is no answer', () => {
    assert.equal(readAnswer(collection(''), '099090000137'), null);
    const bad = [
      '',
      'lỗi máy chủ',
      '<html/>',
      envelope(''),
      envelope('<soapenv:Fault><faultcode>soapenv:Server</faultcode></soapenv:Fault>'),
      collection('<ns1:CongDan><ns1:SoDinhDanh>099090000138</ns1:SoDinhDanh></ns1:CongDan>'),
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${collection('').slice(38)}`,
      collection('<ns1:CongDan>'.repeat(60) + '</ns1:CongDan>'.repeat(60)),
      collection('').slice(0, -20),
    ];
    for (const xml of bad) assert.throws(() => readAnswer(xml, '099090000137'), Garbled, xml.slice(0, 60));
  });
});
