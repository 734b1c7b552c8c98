/** A procedure as the national database sends it: the shape of `LayThuTuc` (STANDARDS §3.3). */
import type { Audience, Channel, Fee, NationalContent, Term } from '../../schema.ts';

type Fields = Readonly<Record<string, unknown>>;

const channels: Readonly<Record<Channel, string>> = {
  online: 'Trực tuyến',
  'in-person': 'Trực tiếp',
  post: 'Dịch vụ bưu chính',
};

const units: Readonly<Record<NonNullable<Term['unit']>, string>> = {
  'same-day': 'Trong ngày',
  hour: 'Giờ',
  'working-hour': 'Giờ làm việc',
  day: 'Ngày',
  'working-day': 'Ngày làm việc',
  month: 'Tháng',
};

const audiences: Readonly<Record<Audience, string>> = {
  citizen: 'Công dân Việt Nam',
  'overseas-vietnamese': 'Người Việt Nam định cư ở nước ngoài',
  foreigner: 'Người nước ngoài',
  organisation: 'Tổ chức',
  enterprise: 'Doanh nghiệp',
  'household-business': 'Hộ kinh doanh',
  agency: 'Cơ quan nhà nước',
};

/** An amount stands in its note as well, as ministries write it; one that the note leaves to the council is sent as 0. */
const feeOf = ({ amount, note }: Fee): Fields => ({
  SOTIEN: amount ?? (note ? 0 : ''),
  DONVI: 'Đồng',
  MOTA: `${amount && note ? `${amount.toLocaleString('vi-VN')} đồng. ` : ''}${note ?? ''}`,
});

/** A line a limit; the fees stand in the first, as in the tables of the catalogue. */
const timesOf = ({ terms, fees, description }: NationalContent['methods'][number]): readonly Fields[] =>
  (terms.length > 0 ? terms : [null]).map((term, i) => ({
    THOIGIANGIAIQUYET: term?.amount ?? '',
    DONVITINH: term?.unit ? units[term.unit] : '',
    MOTA: term?.when ?? description,
    PHILEPHI: i === 0 ? fees.map(feeOf) : [],
  }));

/** The body of an answer. Levels, deciding agency and decision are not among what the service sends. */
export const procedureFields = (one: NationalContent): Fields => ({
  MATTHC: one.code,
  TENTTHC: one.name,
  LINHVUCTHUCHIEN: [{ MALINHVUC: one.domainCode ?? '', TENLINHVUC: one.domain }],
  TRINHTUTHUCHIEN: [{ TRUONGHOP: '', TRINHTU: one.steps.split('\n').map((line) => ({ TENTRINHTU: line })) }],
  CACHTHUCTHUCHIEN: one.methods.map((method) => ({
    KENH: channels[method.channel],
    THOIGIAN: timesOf(method),
  })),
  YEUCAU: one.conditions,
  MOTADOITUONGTHUCHIEN: one.audience.map((code) => audiences[code]).join('; '),
  KETQUATHUCHIEN: one.results.map(({ code, name }) => ({ MAKETQUA: code ?? '', TENKETQUA: name })),
  THANHPHANHOSO: one.groups.map((group) => ({
    TRUONGHOP: group.case,
    GIAYTO: group.components.map(({ key, name, originals, copies, form, paper }) => ({
      MAGIAYTO: paper ?? key,
      TENGIAYTO: name,
      SOBANCHINH: originals,
      SOBANSAO: copies,
      TENMAUDON: form ?? '',
      URL: '',
    })),
  })),
  CANCUPHAPLY: one.legalBasis.map(({ number, title }) => ({
    SOVANBAN: number ?? '',
    TENVANBAN: title ?? '',
  })),
  COQUANTHUCHIEN: one.implementing.map((name) => ({ MADONVI: '', TENDONVI: name })),
});
