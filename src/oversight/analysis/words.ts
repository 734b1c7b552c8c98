/** Texts of process analysis. */
import type { Text } from '../../ground/text/language.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

export const words = {
  title: say('Phân tích quy trình', 'Process analysis'),
  older: say('Hồ sơ đang chạy theo quy trình cũ', 'Dossiers that run by an older process'),
  hint: say(
    'Thời gian thật của từng bước, điểm nghẽn, thử thay đổi trước khi ban hành',
    'Real times of steps, bottlenecks, changes tried before they are adopted',
  ),
  empty: say(
    'Chưa có hồ sơ nào được tiếp nhận trong 12 tháng qua.',
    'No dossier was accepted in the last 12 months.',
  ),
  procedure: say('Thủ tục', 'Procedure'),
  cases: say('Số hồ sơ', 'Dossiers'),
  source: say(
    'Tính từ nhật ký hồ sơ 12 tháng qua, nhiều nhất 2.000 hồ sơ mới nhất. Giờ tính liên tục, kể cả ngày nghỉ.',
    'From the record of the last 12 months, at most the latest 2,000 dossiers. Hours run on, days off included.',
  ),
  decided: say('Đã giải quyết', 'Decided'),
  median: say('Một nửa số lượt xong trong', 'Half are done within'),
  medianAll: say('Một nửa số hồ sơ xong trong', 'Half of the dossiers are decided within'),
  late: say('Trễ so với ngày hẹn đầu tiên', 'Later than first promised'),
  hours: (n: string): Text => say(`${n} giờ`, `${n} hours`),
  days: (n: string): Text => say(`${n} ngày`, `${n} days`),
  inShort: say('Nhìn nhanh', 'In short'),
  shortAll: (median: Text, late: Text): Text =>
    say(
      `Một nửa số hồ sơ có kết quả trong ${median.vi} kể từ khi tiếp nhận; ${late.vi} số hồ sơ có kết quả sau ngày hẹn đầu tiên.`,
      `Half of the dossiers are decided within ${median.en} of acceptance; ${late.en} are decided after the day first promised.`,
    ),
  shortStep: (step: string, share: Text, median: Text, slowest: Text): Text =>
    say(
      `Mất nhiều thời gian nhất là bước “${step}”: ${share.vi} tổng thời gian. Một nửa số lượt xong trong ${median.vi}, nhưng cứ 10 lượt lại có 1 lượt kéo dài hơn ${slowest.vi}.`,
      `Most of the time is spent at “${step}”: ${share.en} of all. Half are done within ${median.en}, but one in ten takes longer than ${slowest.en}.`,
    ),
  noSteps: say(
    'Nhật ký của những hồ sơ này không ghi từng bước, nên chưa biết thời gian mất ở đâu.',
    'The record of these dossiers names no steps, so it is not known where their time went.',
  ),
  firstOf: (shown: number, all: number): Text =>
    say(
      `${shown} mục mất nhiều thời gian nhất trong ${all} mục.`,
      `The ${shown} with most of the time, of ${all}.`,
    ),
  all: (n: number): Text => say(`Xem cả ${n} mục, với thời gian từng lượt`, `All ${n}, with their times`),
  variantsHint: say(
    'Hồ sơ đã đi qua những bước nào, theo thứ tự. Một bước lặp lại là hồ sơ bị trả về làm lại.',
    'The steps that dossiers went through, in their order. A step that stands twice was done again.',
  ),
  where: say('Điểm nghẽn trên sơ đồ', 'Bottlenecks on the diagram'),
  pictureHint: say(
    'Bước càng vàng càng chiếm nhiều thời gian. Dưới mỗi bước là phần của nó trong tổng thời gian, rồi đến thời gian mà một nửa số lượt đã xong.',
    'The more golden a step, the more of the time it takes. Below each stand its share of all the time, and the time within which half are done.',
  ),
  byStep: say('Thời gian theo bước', 'Time by step'),
  byAgency: say('Thời gian theo cơ quan', 'Time by agency'),
  byGroup: say('Thời gian theo nhóm vị trí', 'Time by group of posts'),
  groupHint: say(
    'Nhóm ít hơn 3 người không được nêu riêng.',
    'Groups of fewer than 3 officers are not shown by themselves.',
  ),
  otherGroups: say('Các nhóm nhỏ gộp lại', 'Small groups together'),
  applicant: say('Người nộp, hệ thống', 'Applicant, platform'),
  name: say('Tên', 'Name'),
  visits: say('Lượt', 'Visits'),
  slowest: say('9 trên 10 lượt xong trong', '9 of 10 are done within'),
  share: say('Phần thời gian', 'Share of time'),
  variants: say('Các đường đi của hồ sơ', 'Ways that dossiers took'),
  path: say('Các bước', 'Steps'),
  exportHint: say(
    'Hai dạng tệp mà các phần mềm khai phá quy trình đọc được; dành cho người phân tích.',
    'Two formats that software for process mining reads; for analysts.',
  ),
  export: say('Tải nhật ký sự kiện (không có tên người)', 'Download the event log (no names of persons)'),
  replay: say('Thử thay đổi trên hồ sơ cũ', 'Try a change on past dossiers'),
  replayHint: say(
    'Mỗi hồ sơ đã giải quyết được chạy lại: bước nào đã có thì mất đúng thời gian thật, bước mới thì mất hết thời hạn của nó. Không có gì được lưu.',
    'Every decided dossier runs again: known steps take the time they really took, new steps take their whole limit. Nothing is stored.',
  ),
  useDraft: say('Dùng quy trình trong bản soạn', 'Use the process of the draft'),
  noDraft: say(
    'Thủ tục này không có bản soạn; chỉ thử được thời hạn và ngày nghỉ.',
    'There is no draft of this procedure; only limit and days off can be tried.',
  ),
  term: say('Thời hạn mới (ngày làm việc)', 'New limit (working days)'),
  termField: say('thời hạn', 'the limit'),
  daysOff: say(
    'Thêm ngày nghỉ (mỗi dòng một ngày, như 24/12/2026)',
    'Further days off (one a line, like 24/12/2026)',
  ),
  daysOffField: say('ngày nghỉ', 'days off'),
  badDay: say(
    'Mỗi dòng phải là một ngày có thật, như 24/12/2026.',
    'Every line must be a real day, like 24/12/2026.',
  ),
  run: say('Chạy thử', 'Try it'),
  result: say('Kết quả chạy thử', 'What came of it'),
  before: say('Như đã xảy ra', 'As it was'),
  after: say('Nếu thay đổi', 'With the change'),
  shortReplay: (time: Text, late: Text): Text =>
    say(
      `Nếu áp dụng thay đổi này: thời gian giải quyết ${time.vi}; phần hồ sơ trễ hẹn ${late.vi}.`,
      `With this change the time to decide ${time.en}, and the share of late dossiers ${late.en}.`,
    ),
  goesTo: (before: string, after: string, direction: number): Text =>
    direction === 0
      ? say(`giữ nguyên ${before}`, `stays at ${before}`)
      : direction < 0
        ? say(`giảm từ ${before} xuống ${after}`, `falls from ${before} to ${after}`)
        : say(`tăng từ ${before} lên ${after}`, `rises from ${before} to ${after}`),
  difference: say('Chênh lệch', 'Difference'),
  stuck: (n: number): Text =>
    say(
      `${n} hồ sơ không chạy lại được vì thiếu thông tin để rẽ nhánh.`,
      `${n} dossiers could not be replayed: what decides a branch is not known of them.`,
    ),
  assumed: say(
    'Bước chưa từng có, tính bằng thời hạn của bước:',
    'Steps never seen, counted with their limit:',
  ),
  replayed: (n: number): Text => say(`${n} hồ sơ được chạy lại`, `${n} dossiers replayed`),
} as const;
