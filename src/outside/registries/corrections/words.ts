/** Texts of corrections, and the facts that can be corrected. */
import type { Text } from '../../../ground/text/language.ts';
import { wrongPath } from '../paths.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

export const words = {
  title: say('Dữ liệu về tôi bị sai', 'Data about me are wrong'),
  intro: say(
    'Chúng tôi không tự sửa được cơ sở dữ liệu này. Chúng tôi chuyển yêu cầu của bạn tới cơ quan quản lý và báo lại kết quả.',
    'We cannot mend this database ourselves. We pass your request on to its keeper and tell you what came of it.',
  ),
  which: say('Thông tin nào sai?', 'What is wrong?'),
  whichField: say('thông tin bị sai', 'what is wrong'),
  right: say('Đúng ra là', 'It should be'),
  rightField: say('thông tin đúng', 'what is right'),
  why: say('Vì sao bạn biết, có giấy tờ nào', 'How you know, and which papers show it'),
  whyField: say('lý do', 'the reason'),
  send: say('Gửi yêu cầu sửa', 'Send'),
  sent: say(
    'Đã gửi. Bạn sẽ nhận được trả lời trong mục Tin nhắn.',
    'Sent. The answer will come under Messages.',
  ),
  silent: say(
    'Cơ sở dữ liệu này hiện không trả lời. Hãy thử lại sau.',
    'This database does not answer now. Please try again later.',
  ),
  nothing: say('Cơ sở dữ liệu này không có thông tin nào về bạn.', 'This database holds nothing about you.'),
  noOffice: say(
    'Chưa biết xã, phường của bạn. Hãy tới bộ phận một cửa nơi bạn ở.',
    'Your commune is not known here. Please go to the one-stop unit where you live.',
  ),
  asked: say('Người dân yêu cầu sửa dữ liệu', 'A correction was asked for'),
  workTitle: say('Yêu cầu sửa dữ liệu cá nhân', 'Correction of personal data'),
  pass: say('Chuyển cơ quan quản lý dữ liệu, trả lời người dân', 'Pass on to the keeper, answer the person'),
  none: say(
    'Không có yêu cầu này, hoặc bạn không được xem.',
    'There is no such request, or you may not see it.',
  ),
  mended: say('Dữ liệu của bạn đã được sửa', 'Your data have been corrected'),
  refused: say('Dữ liệu của bạn không được sửa', 'Your data were not corrected'),
  shows: say('Dữ liệu đang có', 'What the database says'),
  source: say('Cơ sở dữ liệu', 'Database'),
  fact: say('Thông tin', 'Fact'),
  outcome: say('Cơ quan quản lý dữ liệu', 'The keeper of the data'),
  outcomeField: say('kết quả', 'the outcome'),
  hasMended: say('đã sửa', 'has corrected it'),
  hasRefused: say('không sửa', 'did not correct it'),
  answer: say('Trả lời người dân', 'Answer to the person'),
  answerField: say('câu trả lời', 'the answer'),
  end: say('Gửi trả lời', 'Send the answer'),
  ended: say('Đã trả lời.', 'Answered.'),
} as const;

/** What may be said to be wrong, by source and path. */
export const facts: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  population: {
    name: say('Họ và tên', 'Name'),
    birth: say('Ngày sinh', 'Date of birth'),
    sexName: say('Giới tính', 'Sex'),
    ethnicity: say('Dân tộc', 'Ethnicity'),
    nationality: say('Quốc tịch', 'Nationality'),
    hometown: say('Quê quán', 'Home place'),
    residence: say('Nơi thường trú', 'Residence'),
    maritalStatus: say('Tình trạng hôn nhân', 'Marital status'),
    'father.name': say('Họ và tên cha', 'Name of the father'),
    'mother.name': say('Họ và tên mẹ', 'Name of the mother'),
    'spouse.name': say('Họ và tên vợ hoặc chồng', 'Name of the spouse'),
  },
  'civil-status': {
    'spouse.name': say('Họ và tên vợ hoặc chồng', 'Name of the spouse'),
    'marriage.on': say('Ngày đăng ký kết hôn', 'Day of the marriage'),
    'birth.number': say('Số đăng ký khai sinh', 'Number of the birth entry'),
  },
  insurance: {
    card: say('Mã thẻ bảo hiểm y tế', 'Health-insurance card'),
    insuranceCode: say('Mã số bảo hiểm xã hội', 'Social-insurance code'),
    clinic: say('Nơi đăng ký khám bệnh', 'Clinic'),
  },
};

/** Where a person says that this source is wrong about them: forms link there beside a value. Undefined: nothing of it can be corrected here. */
export const wrongHref = (source: string): string | undefined =>
  Object.hasOwn(facts, source) ? wrongPath(source) : undefined;
