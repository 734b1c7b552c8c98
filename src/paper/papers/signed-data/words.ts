/** Texts about signed data. */
import type { Text } from '../../../ground/text/language.ts';
import type { DataForm } from './sign.ts';

export const words = {
  title: { vi: 'Dữ liệu có chữ ký số', en: 'Signed data' },
  lead: {
    vi: 'Nội dung của văn bản dưới dạng dữ liệu để phần mềm đọc, có chữ ký số của cơ quan. Bản gốc vẫn là tệp PDF; dữ liệu ghi mã băm của tệp ấy.',
    en: 'What the paper says, as data that programs read, signed by the agency. The PDF remains the original; the data names its hash.',
  },
  open: { vi: 'Dữ liệu cho phần mềm (JSON, XML)', en: 'Data for programs (JSON, XML)' },
  none: { vi: 'Chưa có', en: 'Not yet' },
  formColumn: { vi: 'Định dạng', en: 'Format' },
  signed: { vi: 'Cơ quan đã ký', en: 'Signed by' },
  at: { vi: 'Ký lúc', en: 'Signed at' },
  stamped: { vi: 'Dấu thời gian', en: 'Timestamp' },
  stampFollows: { vi: 'Sẽ được cấp sau', en: 'Follows later' },
  file: { vi: 'Tệp', en: 'File' },
  done: {
    vi: 'Cơ quan đã ký dữ liệu. Bạn tải về được ngay.',
    en: 'The data is signed and can be downloaded.',
  },
  notIssued: {
    vi: 'Văn bản chưa ban hành nên chưa có dữ liệu.',
    en: 'The paper is not issued yet, so there is no data.',
  },
  noData: { vi: 'Chưa có dữ liệu ở định dạng này.', en: 'There is no data in this format yet.' },
  ended: {
    vi: 'Văn bản không còn hiệu lực nên cơ quan không ký thêm dữ liệu.',
    en: 'The paper is no longer in force: no more data of it is signed.',
  },
  formField: { vi: 'định dạng', en: 'the format' },
  isData: {
    vi: 'Tệp này là dữ liệu có chữ ký số của văn bản dưới đây',
    en: 'This file is the signed data of the paper below',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const formNames: Readonly<Record<DataForm, Text>> = {
  json: { vi: 'JSON, chữ ký JWS', en: 'JSON, signature JWS' },
  xml: { vi: 'XML, chữ ký XAdES', en: 'XML, signature XAdES' },
};

/** On the buttons. */
export const askNames: Readonly<Record<DataForm, Text>> = {
  json: { vi: 'Lấy bản JSON có chữ ký', en: 'Get signed JSON' },
  xml: { vi: 'Lấy bản XML có chữ ký', en: 'Get signed XML' },
};

export const downloadNames: Readonly<Record<DataForm, Text>> = {
  json: { vi: 'Tải JSON', en: 'Download JSON' },
  xml: { vi: 'Tải XML', en: 'Download XML' },
};
