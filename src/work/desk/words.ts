/** Texts of the desk. */
import type { Text } from '../../ground/text/language.ts';

const say = (vi: string, en: string): Text => ({ vi, en });

export const words = {
  title: say('Việc chờ tôi', 'Waiting for me'),
  code: say('Mã', 'Code'),
  work: say('Việc, người nộp', 'Work, applicant'),
  step: say('Bước', 'Step'),
  due: say('Hạn', 'Due'),
  manage: say('Phân công, ý kiến', 'Assign, opinions'),
  manageHint: say('Phân công, chuyển, xin ý kiến', 'Assign, hand over, ask'),
  move: say('di chuyển', 'move'),
  tick: say('chọn', 'select'),
  open: say('mở', 'open'),
  straight: say('vào thẳng bước', 'go to the step'),
  find: say('tìm', 'search'),
  lateCount: say('Quá hạn', 'Overdue'),
  todayCount: say('Đến hạn hôm nay', 'Due today'),
  pausedCount: say('Đang tạm dừng có lý do', 'Paused with a reason'),
  openCount: say('Tất cả', 'All'),
  all: say('Tất cả', 'All'),
  mine: say('Của riêng tôi', 'Mine'),
  pool: say('Chờ người nhận', 'To be taken'),
  assign: say('Chờ phân công', 'To be assigned'),
  searchLabel: say('Tìm theo mã, tên việc, người nộp', 'Search code, work or applicant'),
  kindLabel: say('Loại việc', 'Kind of work'),
  anyKind: say('Mọi loại việc', 'Every kind'),
  filter: say('Lọc', 'Filter'),
  searched: say(
    'Chỉ tìm trong 2.000 việc gấp nhất của mỗi nơi.',
    'Only the 2,000 most urgent items of each place are searched.',
  ),
  empty: say('Không có việc nào đang chờ', 'Nothing is waiting'),
  emptyHint: say('Việc mới sẽ tự hiện ở đây.', 'New work will appear here by itself.'),
  hours: (n: number): Text => say(`${n} giờ`, n === 1 ? '1 hour' : `${n} hours`),
  days: (n: number): Text => say(`${n} ngày`, n === 1 ? '1 day' : `${n} days`),
  late: (span: Text): Text => say(`Trễ ${span.vi}`, `${span.en} late`),
  left: (span: Text): Text => say(`Còn ${span.vi}`, `${span.en} left`),
  insteadOf: (name: string): Text => say(`Làm thay ${name} (đang vắng)`, `For ${name}, who is away`),
  standIn: (names: string): Text =>
    say(
      `Bạn đang làm thay: ${names}. Việc của họ cũng hiện ở đây.`,
      `You do the work of: ${names}. Their work is shown here, too.`,
    ),

  views: say('Bộ lọc đã lưu', 'Saved views'),
  saveView: say('Lưu bộ lọc này', 'Save this view'),
  manageViews: say('Đổi tên, bỏ bộ lọc', 'Rename or remove views'),
  viewName: say('Tên bộ lọc', 'Name of the view'),
  viewNameField: say('tên bộ lọc', 'a name'),
  dropView: say('Bỏ', 'Remove'),
  renameView: say('Đổi tên', 'Rename'),
  newName: (name: string): Text => say(`Tên mới của “${name}”`, `New name of “${name}”`),
  enterName: say('Hãy nhập tên bộ lọc.', 'Enter a name for the view.'),
  viewRenamed: say('Đã đổi tên bộ lọc.', 'The view is renamed.'),
  viewSaved: say('Đã lưu bộ lọc.', 'The view is saved.'),
  viewDropped: say('Đã bỏ bộ lọc.', 'The view is removed.'),
  tooManyViews: say(
    'Mỗi người lưu nhiều nhất 50 bộ lọc. Hãy bỏ bớt.',
    'At most 50 views. Remove some first.',
  ),
  noView: say('Không có bộ lọc này.', 'There is no such view.'),
  keysTitle: say('Phím tắt', 'Keyboard shortcuts'),
  keysHint: say(
    'Phím tắt chỉ để làm nhanh hơn: mọi việc đều làm được bằng phím Tab và Enter hoặc bằng chuột.',
    'Shortcuts only make it faster: everything can be done with Tab and Enter, or with the mouse.',
  ),

  noWork: say('Việc này đã xong, hoặc không có.', 'This work is done already, or does not exist.'),
  notYours: say('Việc này thuộc người khác.', 'This work is somebody else’s.'),
  takenAlready: say('Đã có người khác nhận việc này.', 'Somebody else has taken it.'),
  notYoursToPass: say(
    'Chỉ người đang giữ việc hoặc lãnh đạo được chuyển việc này.',
    'Only who has it, or a leader, may pass it on.',
  ),
  notThatRole: say(
    'Người này không giữ vai trò cần cho việc này.',
    'This officer does not hold the role for it.',
  ),
  isAway: (name: string, by: string): Text =>
    say(
      `${name} đang vắng. Hãy giao cho ${by}, người làm thay.`,
      `${name} is away. Choose ${by}, who substitutes.`,
    ),
  ownMatter: say(
    'Đây là việc của chính bạn. Theo Luật Phòng, chống tham nhũng (Điều 23), người khác phải xử lý.',
    'This is your own matter. By the law against corruption (article 23) somebody else must handle it.',
  ),
  relativesMatter: say(
    'Đây là việc của người thân của bạn. Theo Luật Phòng, chống tham nhũng (Điều 23), người khác phải xử lý.',
    'This is the matter of a relative of yours. By the law against corruption (article 23) somebody else must handle it.',
  ),
  declaredMatter: say(
    'Bạn đã khai có lợi ích liên quan đến việc này. Theo Luật Phòng, chống tham nhũng (Điều 23), người khác phải xử lý.',
    'You declared an interest in this matter. By the law against corruption (article 23) somebody else must handle it.',
  ),
  theirMatter: (name: string): Text =>
    say(
      `${name} có lợi ích liên quan đến việc này (việc của mình, của người thân, hoặc đã khai): hãy chọn người khác.`,
      `${name} has an interest in this matter (it is their own, a relative’s, or declared): choose somebody else.`,
    ),

  workTitle: say('Phân công và ý kiến', 'Assignment and opinions'),
  holder: say('Đang giữ', 'Held by'),
  nobody: say('Chưa ai nhận', 'Nobody yet'),
  somebody: say('Một cán bộ khác', 'Another officer'),
  goDo: say('Mở để xử lý', 'Open and do it'),
  writePerson: say('Nhắn người nộp', 'Write to the applicant'),
  take: say('Nhận việc này', 'Take it'),
  giveBack: say('Trả lại cho mọi người', 'Give it back'),
  pass: say('Giao cho', 'Pass to'),
  passTitle: say('Chuyển hoặc phân công', 'Hand over or assign'),
  passButton: say('Giao việc', 'Pass it on'),
  choose: say('Chọn người', 'Choose'),
  colleagueField: say('người nhận', 'a person'),
  note: say('Ghi chú (không bắt buộc)', 'Note (optional)'),
  noteField: say('ghi chú', 'a note'),
  noColleague: say('Không có ai khác giữ vai trò này.', 'Nobody else holds this role.'),
  awayBy: (name: string): Text => say(`vắng, ${name} làm thay`, `away, ${name} substitutes`),
  choiceField: say('việc cần làm', 'what to do'),
  opinions: say('Xin ý kiến đồng nghiệp', 'Ask a colleague'),
  opinionAsked: say('Xin ý kiến', 'Opinion asked for'),
  opinionStep: (name: string): Text =>
    say(`Cho ý kiến theo đề nghị của ${name}`, `Give an opinion to ${name}`),
  opinionHint: say(
    'Chờ ý kiến không làm lùi hạn của hồ sơ.',
    'Waiting for an opinion does not move the date of the dossier.',
  ),
  question: say('Cần hỏi gì', 'What do you ask'),
  questionField: say('điều cần hỏi', 'the question'),
  answer: say('Ý kiến của bạn', 'Your opinion'),
  answerField: say('ý kiến', 'your opinion'),
  giveOpinion: say('Gửi ý kiến', 'Send the opinion'),
  askButton: say('Gửi câu hỏi', 'Ask'),
  hoursLabel: say('Trả lời trong (giờ làm việc)', 'Answer within (working hours)'),
  hoursField: say('số giờ', 'hours'),
  askAnother: say('Hãy hỏi một người khác.', 'Ask somebody else.'),
  notAnswered: say('Chưa trả lời', 'Not answered yet'),
  comments: say('Ghi chú nội bộ', 'Private comments'),
  commentsHint: say('Người nộp không thấy phần này.', 'The applicant does not see this.'),
  comment: say('Ghi chú', 'Comment'),
  addComment: say('Ghi lại', 'Add'),
  interest: say('Xung đột lợi ích', 'Conflict of interest'),
  interestHint: say(
    'Bạn có lợi ích riêng trong việc này (bạn thân, làm ăn chung, đang tranh chấp…)? Hãy khai. Phần bạn đang giữ trở về chỗ chung, người khác xử lý.',
    'Have you an interest of your own in this matter (a close friend, a business, a dispute)? Declare it. What you hold goes back, and somebody else handles it.',
  ),
  interestReason: say('Lợi ích liên quan là gì', 'What is your interest'),
  interestField: say('lợi ích liên quan', 'your interest'),
  declare: say('Khai lợi ích liên quan', 'Declare an interest'),
  interestDeclared: say('Đã ghi. Người khác sẽ xử lý việc này.', 'Noted. Somebody else will handle it.'),
  declaredBy: (name: string): Text =>
    say(`${name} khai có lợi ích liên quan`, `${name} declared an interest`),
  liftReason: say('Vì sao vẫn được xử lý', 'Why they may handle it'),
  liftField: say('lý do', 'a reason'),
  lift: (name: string): Text => say(`Cho ${name} xử lý tiếp`, `Let ${name} go on`),
  notYoursToLift: say(
    'Chỉ lãnh đạo phân công việc này, và không phải chính người đã khai, được quyết định.',
    'Only a leader who assigns this work, and not who declared it, may decide that.',
  ),
  notDeclared: say('Người này không còn khai lợi ích liên quan.', 'No such interest is declared any more.'),
  done: say('Đã ghi nhận.', 'Done.'),

  chooseHeir: say('Chọn cơ quan kế thừa', 'Choose the heir'),
  chooseHeirStep: (agency: string): Text =>
    say(`Chọn cơ quan kế thừa của ${agency}`, `Choose who takes over from ${agency}`),
  chooseHeirWhy: (agency: Text): Text =>
    say(
      `${agency.vi} đã giải thể và nhiều cơ quan nhận việc. Lĩnh vực và địa bàn của việc này chưa đủ để biết cơ quan nào giải quyết tiếp.`,
      `${agency.en} was abolished and several agencies took over. Field and place of this matter do not say which of them goes on with it.`,
    ),
  heir: say('Cơ quan nào giải quyết tiếp?', 'Which agency goes on with it?'),
  heirField: say('cơ quan kế thừa', 'the heir'),
  giveToHeir: say('Giao cho cơ quan này', 'Give it to this agency'),
  notAnHeir: say('Hãy chọn một trong các cơ quan kế thừa.', 'Choose one of the heirs.'),
  noHeirs: say(
    'Chưa có cơ quan kế thừa nào đang hoạt động. Hãy ghi quyết định kế thừa ở trang của cơ quan trước.',
    'No heir exists today. Record the decision on who takes over at the page of the agency first.',
  ),
  heirChosen: (agency: Text): Text =>
    say(`Đã giao việc cho ${agency.vi}.`, `The matter was given to ${agency.en}.`),
  holderLeft: say(
    'Người giữ việc không còn làm việc ở cơ quan này hoặc tài khoản đã bị khóa',
    'Whoever had it has left the agency, or their account was stopped',
  ),
  inherited: (from: Text, to: Text): Text =>
    say(`${from.vi} đã giải thể; ${to.vi} giải quyết tiếp`, `${from.en} was abolished; ${to.en} goes on`),

  steps: {
    'desk.inherit': say('Chuyển đến cơ quan kế thừa', 'Handed over to the heir of the agency'),
    'desk.take': say('Có cán bộ nhận việc', 'An officer took the work'),
    'desk.give-back': say('Việc được trả lại để người khác nhận', 'The work was given back'),
    'desk.free': say(
      'Việc của cán bộ không còn làm việc được trả lại để người khác nhận',
      'Work of an officer who has left was given back',
    ),
    'desk.hand-over': say('Việc được chuyển cho cán bộ khác', 'The work was handed over'),
    'desk.assign': say('Lãnh đạo phân công việc', 'The work was assigned'),
    'desk.ask-opinion': say('Xin ý kiến đồng nghiệp', 'A colleague was asked for an opinion'),
    'desk.declare-interest': say('Cán bộ khai có lợi ích liên quan', 'An officer declared an interest'),
    'desk.lift-interest': say(
      'Lãnh đạo cho cán bộ đã khai lợi ích xử lý tiếp',
      'A leader let the officer who declared an interest go on',
    ),
    'desk.give-opinion': say('Đồng nghiệp đã cho ý kiến', 'A colleague gave an opinion'),
  },
} as const;
