/** Service 037 as the sample province has it: checks every header as the real one does. */
import { splitName } from '../../../../ground/text/names.ts';
import { passwordAt, ANSWER, REQUEST, SOAP, type PopulationAccount } from '../population-soap.ts';
import { readXml, textAt, within, writeXml, type XmlTree } from '../xml.ts';
import type { Reply, Simulation } from './answers.ts';
import { compactDay, sexCode, type Registers, type SimulatedPerson } from './province.ts';

/** What a sample installation is given. */
export const populationAccount = (url: string): PopulationAccount => ({
  url,
  user: 'songlam',
  secret: 'sample-secret',
  client: 'VN/GOV/H99/TOANTRINH',
  apiKey: 'sample-key',
  service: 'DVC-H99',
  unit: 'H99',
  account: 'toantrinh-h99',
});

/** A time stamp may be so old. */
const OLDEST_MS = 5 * 60_000;

const xml = (status: number, body: string): Reply => ({
  status,
  type: 'text/xml',
  body: `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${SOAP}"><soapenv:Header/><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`,
});

const fault = (status: number, words: string): Reply =>
  xml(
    status,
    `<soapenv:Fault><faultcode>soapenv:Client</faultcode><faultstring>${words}</faultstring></soapenv:Fault>`,
  );

export const population: Simulation = (question, registers, faults) => {
  const refused = refusal(question.address, question.headers);
  if (refused) return fault(401, refused);
  const asked = within(readXml(question.body), 'Body', 'TraCuuThongTinCongDan');
  if (!asked || asked.ns !== REQUEST) return fault(500, 'Không đọc được yêu cầu');
  if (textAt(asked, 'MaTichHop') !== '037' || !textAt(asked, 'MaYeuCau') || !textAt(asked, 'MaCanBo'))
    return fault(500, 'Thiếu trường bắt buộc');
  const found = registers.byNumber.get(textAt(asked, 'SoDinhDanh') ?? '');
  const named =
    found && found.name.toLocaleUpperCase('vi') === textAt(asked, 'HoVaTen') && bornAs(found, asked);
  if (!named) return xml(200, `<ns1:CongdanCollection xmlns:ns1="${ANSWER}"/>`);
  const shown = faults.wrong ? (registers.people.find((one) => one.number && one !== found) ?? found) : found;
  const citizen = citizenOf(shown, registers);
  const tree = faults.partial
    ? {
        ...citizen,
        NgayThangNamSinh: null,
        ThuongTru: null,
        NoiOHienTai: null,
        QueQuan: null,
        DanToc: null,
        VoChong: null,
      }
    : citizen;
  return xml(
    200,
    `<ns1:CongdanCollection xmlns:ns1="${ANSWER}">${writeXml({ CongDan: tree }, 'ns1:')}</ns1:CongdanCollection>`,
  );
};

function refusal(
  url: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): string | null {
  const { user, client, apiKey, ...rest } = populationAccount(url);
  const timestamp = Number(headers['timestamp']);
  if (!Number.isInteger(timestamp) || Math.abs(Date.now() - timestamp) > OLDEST_MS) return 'Timestamp';
  if (headers['x-road-client'] !== client) return 'X-Road-Client';
  if (headers['apikey'] !== apiKey) return 'ApiKey';
  const basic = `Basic ${Buffer.from(`${user}:${passwordAt({ ...rest, user }, timestamp)}`).toString('base64')}`;
  return headers['authorization'] === basic ? null : 'Authorization';
}

const bornAs = ({ born }: SimulatedPerson, asked: Parameters<typeof within>[0]): boolean => {
  const day = textAt(asked, 'NgayThangNamSinh', 'NgayThangNam');
  const year = textAt(asked, 'NgayThangNamSinh', 'Nam');
  return day ? compactDay(born) === day : year ? born.startsWith(year) : true;
};

function citizenOf(person: SimulatedPerson, registers: Registers): Readonly<Record<string, XmlTree>> {
  const { family, middle, given } = splitName(person.name.toLocaleUpperCase('vi'));
  const { parentOf, spouseOf, province, people } = registers;
  const home = {
    MaTinhThanh: province,
    MaQuanHuyen: '',
    MaPhuongXa: person.commune,
    ChiTiet: person.address,
    QuocGia: 'VN',
  };
  const father = parentOf(person.slug, 'male');
  const mother = parentOf(person.slug, 'female');
  const spouse = spouseOf(person.slug);
  // The eldest of those who live together is head of the household.
  const head = people
    .filter((one) => one.address === person.address && one.commune === person.commune)
    .sort((a, b) => (a.born < b.born ? -1 : 1))[0];
  const roots = father ?? mother ?? person;
  return {
    SoDinhDanh: person.number,
    SoCMND: '',
    HoVaTen: { Ho: family, ChuDem: middle, Ten: given },
    GioiTinh: sexCode(person.sex),
    DanToc: person.ethnicity ?? '00',
    TonGiao: '00',
    TinhTrangHonNhan: spouse
      ? '2'
      : registers.relationships.some(
            (one) => one.kind === 'spouse' && (one.person === person.slug || one.relative === person.slug),
          )
        ? '3'
        : '1',
    NhomMau: '00',
    NgayThangNamSinh:
      person.born.length === 10
        ? { Nam: person.born.slice(0, 4), NgayThangNam: compactDay(person.born) }
        : { Nam: person.born.slice(0, 4) },
    NoiDangKyKhaiSinh: { ...home, MaPhuongXa: roots.commune, ChiTiet: '' },
    QuocTich: person.nationality,
    QueQuan: { ...home, MaPhuongXa: roots.commune, ChiTiet: '' },
    ThuongTru: home,
    NoiOHienTai: home,
    Cha: kinOf(father),
    Me: kinOf(mother),
    VoChong: kinOf(spouse),
    ChuHo: head && {
      QuanHe: head === person ? '01' : '99',
      SoDinhDanh: head.number ?? '',
      HoVaTen: head.name.toLocaleUpperCase('vi'),
    },
    SoSoHoKhau: '',
  };
}

const kinOf = (person: SimulatedPerson | undefined): XmlTree =>
  person && {
    HoVaTen: person.name.toLocaleUpperCase('vi'),
    QuocTich: person.nationality,
    SoDinhDanh: person.number ?? '',
    SoCMND: '',
  };
