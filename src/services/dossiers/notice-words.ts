/** What is said of an approval by silence and the notice of it. */
import type { Text } from '../../ground/text/language.ts';

export const noticeWords = {
  why: {
    vi: 'Hết thời hạn giải quyết mà cơ quan không trả lời; với thủ tục này, pháp luật coi đó là chấp thuận.',
    en: 'The time limit passed without an answer; for this procedure the law takes that as approval.',
  },
  coming: {
    vi: 'Chấp thuận đã có hiệu lực. Thông báo có chữ ký và dấu của cơ quan đang được làm; khi xong, thông báo nằm ở trang này và trong Kho giấy tờ.',
    en: 'The approval holds already. A notice with the signature and seal of the agency is being made; once it is ready it is here and among the documents of the person.',
  },
  here: {
    vi: 'Thông báo có chữ ký và dấu của cơ quan tải được ở trang này.',
    en: 'The notice with the signature and seal of the agency can be downloaded here.',
  },
  notSentBack: {
    vi: 'Thông báo chấp thuận do hết thời hạn được lập từ hồ sơ, không có người dự thảo để trả lại.',
    en: 'The notice of approval by silence is made from the dossier: there is no drafter to send it back to.',
  },
  sign: {
    vi: 'Ký thông báo: được chấp thuận do hết thời hạn',
    en: 'Sign the notice of approval by silence',
  },
  seal: {
    vi: 'Cấp số, đóng dấu thông báo: được chấp thuận do hết thời hạn',
    en: 'Number and seal the notice of approval by silence',
  },
  handOver: {
    vi: 'Trả thông báo: được chấp thuận do hết thời hạn',
    en: 'Hand over the notice of approval by silence',
  },
} satisfies Record<string, Text>;
