/** Words of the ratings that are given and read. */
import type { Text } from '../../ground/text/language.ts';

/** From the best to the worst. */
export const scores = ['5', '4', '3', '2', '1'] as const;

export const scoreWords: Readonly<Record<(typeof scores)[number], Text>> = {
  '5': { vi: 'Rất hài lòng', en: 'Very satisfied' },
  '4': { vi: 'Hài lòng', en: 'Satisfied' },
  '3': { vi: 'Bình thường', en: 'Neither' },
  '2': { vi: 'Không hài lòng', en: 'Dissatisfied' },
  '1': { vi: 'Rất không hài lòng', en: 'Very dissatisfied' },
};

/** Of the pages on which leaders read. */
export const readWords = {
  title: { vi: 'Đánh giá của người dân', en: 'What people say' },
  hint: {
    vi: 'Mức hài lòng và ý kiến sau khi nhận kết quả, theo thủ tục và tháng.',
    en: 'Satisfaction and comments after the result, by procedure and month.',
  },
  rule: {
    vi: 'Không ai biết người đã đánh giá, hồ sơ nào hay cán bộ nào. Chỉ có số liệu của tháng đã hết. Dưới 5 đánh giá thì không hiện riêng.',
    en: 'Nobody learns who rated, which dossier or which officer. Only months that are over have figures. Fewer than 5 ratings are not shown apart.',
  },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  month: { vi: 'Tháng', en: 'Month' },
  show: { vi: 'Xem', en: 'Show' },
  byProcedure: { vi: 'Theo thủ tục', en: 'By procedure' },
  byMonth: { vi: 'Theo tháng', en: 'By month' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  few: { vi: 'Các thủ tục có ít đánh giá', en: 'Procedures with few ratings' },
  n: { vi: 'Số đánh giá', en: 'Ratings' },
  mean: { vi: 'Điểm trung bình (trên 5)', en: 'Mean score (of 5)' },
  satisfied: { vi: 'Hài lòng trở lên', en: 'Satisfied or better' },
  none: { vi: 'Chưa có tháng nào đủ 5 đánh giá', en: 'No month has 5 ratings yet' },
  noneHint: {
    vi: 'Số liệu hiện khi tháng đã hết và có ít nhất 5 đánh giá.',
    en: 'Figures are shown once a month is over and has at least 5 ratings.',
  },
  comments: { vi: 'Ý kiến', en: 'Comments' },
  readThem: { vi: 'Đọc ý kiến', en: 'Read' },
  score: { vi: 'Mức hài lòng', en: 'Satisfaction' },
  said: { vi: 'Điều người dân nói', en: 'What was said' },
  silent: { vi: 'Không ai viết thêm ý kiến', en: 'Nobody added a comment' },
  notShown: {
    vi: 'Không có đánh giá nào được hiện cho thủ tục và tháng này.',
    en: 'No ratings can be shown for this procedure and month.',
  },
} as const satisfies Readonly<Record<string, Text>>;
