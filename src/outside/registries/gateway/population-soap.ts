/**
 * The words of service 037 "TraCuuThongTinCongDan" of the population database (STANDARDS §8.2): SOAP 1.1, request in
 * `http://dancuquocgia.bca`, answer in `http://www.mic.gov.vn/dancu/1.0`.
 */
import { createHash } from 'node:crypto';
import { joinName, personName } from '../../../ground/text/names.ts';
import { Garbled } from '../../../ground/wire/index.ts';
import type { Citizen, Kin, Marital, RegistryAddress } from '../schema.ts';
import { dayOf, nameOf, numberOf, sexOf } from './values.ts';
import { readXml, textAt, within, writeXml, type XmlNode } from './xml.ts';

export const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
export const REQUEST = 'http://dancuquocgia.bca';
export const ANSWER = 'http://www.mic.gov.vn/dancu/1.0';

/** Who is asked about: the number, with name and birth as proof that the asker knows whom they ask about. */
export type Sought = { readonly number: string; readonly name: string; readonly born: string | null };

/** What an installation is given by the owner of the database. */
export type PopulationAccount = {
  readonly url: string;
  readonly user: string;
  readonly secret: string;
  /** `INSTANCE/CLASS/MEMBER/SUBSYSTEM` of the exchange platform (STANDARDS §8.1). */
  readonly client: string;
  readonly apiKey: string;
  /** MaDVC, MaDonVi, TaiKhoan. */
  readonly service: string;
  readonly unit: string;
  readonly account: string;
};

/** The password of one moment: sha256(url + user + timestamp + secret), hex. */
export const passwordAt = (
  { url, user, secret }: Pick<PopulationAccount, 'url' | 'user' | 'secret'>,
  timestamp: number,
): string => createHash('sha256').update(`${url}${user}${timestamp}${secret}`).digest('hex');

/** Headers of a request at a moment. */
export const headersAt = (
  account: PopulationAccount,
  timestamp: number,
): Readonly<Record<string, string>> => ({
  'content-type': 'text/xml; charset=utf-8',
  soapaction: '""',
  authorization: `Basic ${Buffer.from(`${account.user}:${passwordAt(account, timestamp)}`).toString('base64')}`,
  timestamp: String(timestamp),
  'x-road-client': account.client,
  apikey: account.apiKey,
});

/** The request; `id` is its unique number, `officer` who asks. */
export function writeRequest(
  account: PopulationAccount,
  sought: Sought,
  id: string,
  officer: string,
): string {
  const [year = '', month, day] = sought.born?.split('-') ?? [];
  const body = writeXml(
    {
      TraCuuThongTinCongDan: {
        MaYeuCau: id,
        MaDVC: account.service,
        MaTichHop: '037',
        MaCanBo: officer,
        MaDonVi: account.unit,
        TaiKhoan: account.account,
        SoDienThoai: '0',
        SoDinhDanh: sought.number,
        HoVaTen: sought.name.toLocaleUpperCase('vi'),
        NgayThangNamSinh: year
          ? month && day
            ? { NgayThangNam: `${year}${month}${day}` }
            : { Nam: year }
          : null,
      },
    },
    'dan:',
  );
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="${SOAP}" xmlns:dan="${REQUEST}"><soapenv:Header/><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

/** Reads the answer about this number; null: the database does not know such a person. Throws Garbled. */
export function readAnswer(xml: string, number: string): Citizen | null {
  const envelope = readXml(xml);
  const body = within(envelope, 'Body');
  if (envelope.name !== 'Envelope' || envelope.ns !== SOAP || !body) throw new Garbled('not a SOAP envelope');
  if (within(body, 'Fault')) throw new Garbled(`fault: ${textAt(body, 'Fault', 'faultcode') ?? 'unnamed'}`);
  const collection = within(body, 'CongdanCollection');
  if (!collection) throw new Garbled('no CongdanCollection');
  const found = within(collection, 'CongDan');
  if (!found) return null;
  const citizen = citizenOf(found);
  if (citizen.number !== number) throw new Garbled('the answer is about somebody else');
  return citizen;
}

const maritals: Readonly<Record<string, Marital>> = {
  '1': 'single',
  '2': 'married',
  '3': 'divorced',
  '4': 'widowed',
};

function citizenOf(node: XmlNode): Citizen {
  const householder = kinOf(within(node, 'ChuHo'));
  return {
    number: textAt(node, 'SoDinhDanh') ?? '',
    oldNumber: textAt(node, 'SoCMND'),
    name: fullName(within(node, 'HoVaTen')),
    sex: sexOf(textAt(node, 'GioiTinh')),
    ethnicity: codeOf(textAt(node, 'DanToc')),
    marital: maritals[textAt(node, 'TinhTrangHonNhan') ?? ''] ?? null,
    born:
      dayOf(textAt(node, 'NgayThangNamSinh', 'NgayThangNam')) ??
      dayOf(textAt(node, 'NgayThangNamSinh', 'Nam')),
    nationality: codeOf(textAt(node, 'QuocTich')),
    birthPlace: addressOf(within(node, 'NoiDangKyKhaiSinh')),
    hometown: addressOf(within(node, 'QueQuan')),
    residence: addressOf(within(node, 'ThuongTru')),
    dwelling: addressOf(within(node, 'NoiOHienTai')),
    father: kinOf(within(node, 'Cha')),
    mother: kinOf(within(node, 'Me')),
    spouse: kinOf(within(node, 'VoChong')),
    representative: kinOf(within(node, 'NguoiDaiDien')),
    householder: householder && { ...householder, relation: textAt(node, 'ChuHo', 'QuanHe') },
  };
}

/** `00` stands for "not known" in the lists of the database. */
const codeOf = (text: string | null): string | null => (text && !/^0+$/.test(text) ? text : null);

/** Some entries have the whole name in `Ten`. */
function fullName(node: XmlNode | undefined): string | null {
  const name = joinName({
    family: textAt(node, 'Ho') ?? '',
    middle: textAt(node, 'ChuDem') ?? '',
    given: textAt(node, 'Ten') ?? '',
  });
  return name ? personName(name) : null;
}

function kinOf(node: XmlNode | undefined): Kin | null {
  const name = nameOf(textAt(node, 'HoVaTen'));
  return name
    ? { name, number: numberOf(textAt(node, 'SoDinhDanh')), nationality: codeOf(textAt(node, 'QuocTich')) }
    : null;
}

/** Three levels in old entries; the district is empty or old since July 2025 and says nothing any more. */
function addressOf(node: XmlNode | undefined): RegistryAddress | null {
  const address = {
    commune: codeOf(textAt(node, 'MaPhuongXa')),
    detail: textAt(node, 'ChiTiet'),
    country: textAt(node, 'QuocGia'),
  };
  return address.commune || address.detail ? address : null;
}
