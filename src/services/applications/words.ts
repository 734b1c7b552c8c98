/** Texts of the pages on which people apply. */
import { formatDay } from '../../ground/text/dates.ts';
import type { Text } from '../../ground/text/language.ts';

export const words = {
  aboutField: { vi: 'mã hồ sơ bị khiếu nại', en: 'the code of the dossier that is complained about' },
  begin: { vi: 'Bắt đầu khai', en: 'Begin' },
  resume: { vi: 'Khai tiếp', en: 'Go on' },
  resumeHint: {
    vi: 'Bạn đang khai dở thủ tục này. Những gì đã khai vẫn còn.',
    en: 'You have begun this already. What you entered is kept.',
  },
  anew: { vi: 'Khai lại từ đầu', en: 'Begin anew' },
  answers: { vi: 'câu trả lời', en: 'answers' },
  edition: { vi: 'lần lưu', en: 'edition' },
  version: { vi: 'phiên bản thủ tục', en: 'the version of the procedure' },
  noDraft: { vi: 'Không có bản khai này.', en: 'There is no such draft.' },
  savedElsewhere: {
    vi: 'Bản khai đã được lưu ở nơi khác sau lần bạn đọc. Hãy đọc lại rồi lưu.',
    en: 'The draft was saved elsewhere since you read it. Read it again, then save.',
  },
  restricted: {
    vi: 'Tờ khai không được điền sẵn, vì người này đã yêu cầu hạn chế xử lý dữ liệu. Xem ở trang Dữ liệu của tôi.',
    en: 'The form is not filled in: this person asked to restrict the use of their data. See the page My data.',
  },
  silent: (names: string): Text => ({
    vi: `Hiện chưa lấy được dữ liệu từ ${names}. Bạn hãy tự khai; chúng tôi sẽ đối chiếu sau, bạn không phải chờ.`,
    en: `${names} cannot be reached now. Please answer yourself; we check it later, and you need not wait.`,
  }),
  notYet: { vi: 'Chưa đến trang này.', en: 'You have not come to this page yet.' },
  inVault: {
    vi: 'Kho giấy tờ của bạn đã có giấy này, bạn không phải chụp hay gửi lại:',
    en: 'Your documents hold this paper already; you need not photograph or send it again:',
  },
  inTheirVault: {
    vi: 'Kho giấy tờ của người nộp đã có giấy này, không phải chụp hay nộp lại:',
    en: 'The documents of the applicant hold this paper already; it need not be photographed or handed in again:',
  },
  vaultConsent: { vi: 'Người nộp đồng ý, tìm trong kho', en: 'The applicant consents: look for it' },
  vaultConsentHint: {
    vi: 'Hỏi người nộp: có đồng ý để cán bộ tìm giấy này trong Kho giấy tờ của họ, chỉ cho hồ sơ này, không? Lần tìm được ghi lại, người nộp xem được.',
    en: 'Ask the applicant: may you look for this paper in their documents, for this application alone? It is written down that you looked, and they can see it.',
  },
  useFromVault: { vi: 'Dùng giấy tờ này', en: 'Use this paper' },
  fromVault: { vi: 'Dùng giấy tờ trong kho', en: 'Use documents that are held already' },
  takenFromVault: { vi: 'Đã thêm giấy tờ từ kho.', en: 'The paper from the documents was added.' },
  nothingInVault: {
    vi: 'Kho giấy tờ không có giấy còn hiệu lực cho mục này, hoặc mục này đã có tệp.',
    en: 'The documents hold no paper in force for this question, or it has a file already.',
  },
  filedElsewhere: {
    vi: 'Dịch vụ này do hệ thống của bộ, ngành xử lý: hồ sơ nộp tại đó. Ở đây chỉ theo dõi tình trạng.',
    en: 'Another system keeps these dossiers: they are filed there. Here they are only followed.',
  },
  noForm: { vi: 'Thủ tục này chưa nộp được trên mạng', en: 'This cannot be filed online yet' },
  noFormHint: {
    vi: 'Mời bạn đến Trung tâm Phục vụ hành chính công gần nhất, bất kỳ nơi nào trong tỉnh.',
    en: 'Please go to any public administration service centre in the province.',
  },
  level2: {
    vi: 'Thủ tục này cần tài khoản định danh mức độ 2. Hãy đến công an xã, phường để nâng mức.',
    en: 'This needs a level 2 identity account. Your commune police can raise the level.',
  },
  knownHint: (n: number): Text => ({
    vi: `${n} mục đã có sẵn từ dữ liệu của Nhà nước, bạn không phải khai lại.`,
    en: `${n} answers are known to the state already: you need not give them again.`,
  }),
  actingFor: (name: string): Text => ({
    vi: `Bạn đang khai thay mặt ${name}. Hồ sơ đứng tên ${name}, ghi rõ bạn là người nộp thay.`,
    en: `You are applying for ${name}. The dossier is theirs and says that you filed it.`,
  }),
  enteringFor: { vi: 'Cán bộ nhập thay cho', en: 'Entered by an officer for' },
  change: { vi: 'Đổi người', en: 'Change' },
  toSubmit: { vi: 'Xuống phần nộp hồ sơ', en: 'Go down to submitting' },
  forOthers: {
    vi: 'Nộp thay con đã có khai sinh, hoặc người đã uỷ quyền cho bạn',
    en: 'Apply for a child whose birth is registered, or for somebody who has authorised you',
  },
  notCovered: {
    vi: 'Uỷ quyền của bạn không gồm việc nộp hồ sơ thủ tục này. Hãy nộp cho chính mình, hoặc xin uỷ quyền rộng hơn.',
    en: 'Your authorisation does not cover applying for this. Apply for yourself, or ask for a wider one.',
  },
  otherApplicant: {
    vi: 'Bản khai này được khai thay người khác. Hãy chọn làm việc thay người đó ở trang Tài khoản rồi mở lại; nếu uỷ quyền đã hết hoặc bị thu hồi, bản khai không mở được nữa.',
    en: 'This draft is for somebody else. Choose to act for them on the account page and open it again; if the authorisation has ended, it cannot be opened any more.',
  },
  applicant: { vi: 'Hồ sơ đứng tên', en: 'In the name of' },
  supplement: { vi: 'Bổ sung hồ sơ', en: 'Supplement the dossier' },
  supplementHint: {
    vi: 'Bạn sửa ngay trong bản đã khai. Chỉ sửa những chỗ được nêu; phần còn lại giữ nguyên.',
    en: 'You mend it in what you have entered. Change only what is named; the rest stays.',
  },
  askedBy: { vi: 'Căn cứ', en: 'Basis' },
  mend: { vi: 'Sửa và bổ sung', en: 'Mend and supplement' },
  sendSupplement: { vi: 'Gửi bổ sung', en: 'Send the supplement' },
  supplemented: { vi: 'Đã nhận phần bổ sung.', en: 'Your supplement has been received.' },
  notYours: { vi: 'Hồ sơ này không phải của bạn.', en: 'This dossier is not yours.' },
  nothingAsked: { vi: 'Hồ sơ này hiện không cần bổ sung.', en: 'Nothing is asked for at the moment.' },
  counter: { vi: 'Nhập hồ sơ tại quầy', en: 'Enter an application at the counter' },
  counterUnit: { vi: 'Nơi tiếp nhận', en: 'Received by' },
  counterHint: {
    vi: 'Hồ sơ ghi rõ cán bộ nhập thay cho người nộp. Nơi tiếp nhận có thể ở bất kỳ đâu trong tỉnh; cơ quan giải quyết vẫn theo quy định.',
    en: 'The dossier says which officer entered it for whom. It may be received anywhere in the province; the agency that decides stays as the law says.',
  },
  cameBy: { vi: 'hồ sơ đến bằng cách nào', en: 'how it came' },
  cameByLabel: { vi: 'Hồ sơ đến bằng', en: 'It came' },
  cameAtCounter: { vi: 'Người nộp mang đến quầy', en: 'to the counter' },
  cameByPost: { vi: 'Bưu chính công ích', en: 'by public post' },
  arrivedOn: { vi: 'ngày bưu gửi đến', en: 'day on which it arrived' },
  arrivedWrong: (first: string): Text => ({
    vi: `Ngày bưu gửi đến phải từ ${formatDay(first, 'vi')} đến hôm nay.`,
    en: `The day on which it arrived must lie between ${formatDay(first, 'en')} and today.`,
  }),
  sender: { vi: 'người gửi ghi trên bưu gửi', en: 'sender named on the envelope' },
  postalNumber: { vi: 'số hiệu bưu gửi', en: 'number of the postal item' },
  postalNumberHint: { vi: 'Ví dụ EB123456789VN', en: 'For example EB123456789VN' },
  personalNumber: { vi: 'số định danh của người nộp', en: 'the personal number of the applicant' },
  personalNumberLabel: { vi: 'Số định danh của người nộp', en: 'Personal number of the applicant' },
  procedureCode: { vi: 'mã thủ tục', en: 'the code of the procedure' },
  procedureField: { vi: 'mã hoặc tên thủ tục', en: 'the code or name of the procedure' },
  procedureLabel: { vi: 'Thủ tục: mã hoặc tên', en: 'Procedure: code or name' },
  procedureHint: {
    vi: 'Ví dụ 1.001193, hoặc gõ như người dân nói, có dấu hay không dấu đều được: ket hon',
    en: 'For example 1.001193, or in people’s own words, with or without diacritics: ket hon',
  },
  whichProcedure: { vi: 'Thủ tục nào?', en: 'Which procedure?' },
  chooseProcedure: {
    vi: 'Hãy chọn một thủ tục trong danh sách, hoặc gõ từ khác.',
    en: 'Choose one of the procedures listed, or type other words.',
  },
  noProcedure: (words: string): Text => ({
    vi: `Không tìm thấy thủ tục nào nhận hồ sơ ở đây theo «${words}». Hãy thử từ khác hoặc gõ mã.`,
    en: `No procedure that is filed here was found for «${words}». Try other words, or type its code.`,
  }),
  unknownPerson: {
    vi: 'Chưa có người mang số định danh này trong dữ liệu.',
    en: 'Nobody with this personal number is known.',
  },
  check: { vi: 'Kiểm tra và nộp', en: 'Check and submit' },
  submit: { vi: 'Nộp hồ sơ', en: 'Submit' },
  returnWay: { vi: 'Bạn muốn nhận kết quả bằng cách nào?', en: 'How do you want to receive the result?' },
  returnOnline: { vi: 'Bản điện tử, lưu trong Kho giấy tờ của tôi', en: 'Electronically, in my documents' },
  returnCounter: { vi: 'Nhận thêm bản giấy tại quầy', en: 'Also on paper at the counter' },
  returnPost: { vi: 'Nhận thêm bản giấy qua bưu điện', en: 'Also on paper by post' },
  postTo: (address: string): Text => ({ vi: `Gửi đến: ${address}`, en: `Sent to: ${address}` }),
  postNowhere: {
    vi: 'Chưa có địa chỉ để gửi: bộ phận một cửa sẽ hỏi trước khi gửi.',
    en: 'No address is known: the one-stop unit asks before it is sent.',
  },
  decidedBy: { vi: 'Cơ quan giải quyết', en: 'Decided by' },
  noAgency: {
    vi: 'Chưa xác định được cơ quan giải quyết từ nơi bạn khai. Hãy chọn lại xã, phường.',
    en: 'The agency that decides cannot be found from the place you gave. Choose the commune again.',
  },
  fees: { vi: 'Phí, lệ phí', en: 'Fees' },
  noFees: { vi: 'Không phải nộp', en: 'Nothing to pay' },
  feeUnknown: {
    vi: 'Chưa biết số tiền; cơ quan sẽ báo trước khi thu',
    en: 'Amount not known yet; you are told before you pay',
  },
  exempt: { vi: 'Được miễn', en: 'Exempt' },
  mayBeExempt: { vi: 'Được miễn nếu có giấy tờ chứng minh', en: 'Exempt on evidence' },
  tellBeforePaying: {
    vi: 'Nói với bộ phận một cửa trước khi nộp tiền',
    en: 'Tell the one-stop unit before you pay',
  },
  filesWaiting: {
    vi: 'Tệp bạn gửi đang được kiểm tra. Đợi vài giây rồi bấm Nộp hồ sơ lần nữa.',
    en: 'Your files are being checked. Wait a few seconds, then press Submit again.',
  },
  filesUnscanned: {
    vi: 'Tệp bạn gửi chưa được quét vi-rút: hệ thống này chưa có máy quét.',
    en: 'Your files have not been scanned for viruses: this installation has no scanner.',
  },
  infected: {
    vi: 'tệp chứa mã độc.',
    en: 'it contains malware.',
  },
  noPhoto: { vi: 'Không có ảnh này trong bản khai.', en: 'There is no such photo in the draft.' },
  filesInfected: {
    vi: 'Có tệp chứa mã độc nên không nhận. Hãy bỏ tệp đó và gửi tệp khác.',
    en: 'A file contains malware and cannot be taken. Remove it and send another.',
  },
  stillOpen: {
    vi: 'Còn câu chưa trả lời hoặc chưa đúng.',
    en: 'Some questions are not answered or not right yet.',
  },
  received: (code: string): Text => ({
    vi: `Đã nhận hồ sơ ${code}.`,
    en: `Dossier ${code} has been received.`,
  }),
  savedAt: { vi: 'Đã lưu lúc', en: 'Saved' },
  saved: {
    vi: 'Đã lưu. Bạn có thể khai tiếp trên bất kỳ máy nào.',
    en: 'Saved. You can go on, on any device.',
  },
} as const;

/** What a new version of a procedure changes for who has begun to apply, one sentence each. */
export const changeWords = {
  told: (day: string): Text => ({
    vi: `Thủ tục này có phiên bản mới từ ngày ${formatDay(day, 'vi')}, sau khi bạn bắt đầu khai. Những gì đã khai vẫn còn. Thay đổi đối với bạn:`,
    en: `There is a new version of this procedure since ${formatDay(day, 'en')}, after you began. What you entered is kept. What changes for you:`,
  }),
  over: {
    vi: 'Thủ tục này không còn được tiếp nhận. Những gì bạn đã khai vẫn còn, nhưng không nộp được nữa.',
    en: 'This procedure is no longer received. What you entered is kept, but it cannot be submitted any more.',
  },
  find: { vi: 'Tìm thủ tục thay thế', en: 'Look for the procedure in its place' },
  readFirst: {
    vi: 'Thủ tục vừa thay đổi. Hãy xem những thay đổi dưới đây, kiểm tra lại rồi nộp.',
    en: 'The procedure has just changed. Read below what is different, check your answers again, then submit.',
  },
  newQuestion: ({ vi, en }: Text): Text => ({ vi: `Câu hỏi mới: ${vi}`, en: `New question: ${en}` }),
  otherQuestion: ({ vi, en }: Text): Text => ({
    vi: `Câu hỏi đã thay đổi: ${vi}`,
    en: `Question changed: ${en}`,
  }),
  noQuestion: ({ vi, en }: Text): Text => ({ vi: `Không còn hỏi: ${vi}`, en: `No longer asked: ${en}` }),
  newPaper: (name: string): Text => ({ vi: `Giấy tờ mới: ${name}`, en: `New document: ${name}` }),
  noPaper: (name: string): Text => ({ vi: `Không còn cần: ${name}`, en: `No longer needed: ${name}` }),
  conditions: {
    vi: 'Yêu cầu, điều kiện đã thay đổi: hãy đọc lại ở trang thủ tục',
    en: 'The conditions have changed: read them again on the page of the procedure',
  },
  amountUnknown: { vi: 'chưa biết mức', en: 'amount not known yet' },
  newFee: (name: string, price: Text): Text => ({
    vi: `Khoản phải nộp mới: ${name}, ${price.vi}`,
    en: `New fee: ${name}, ${price.en}`,
  }),
  otherFee: (name: string, now: Text, before: Text): Text =>
    now.vi === before.vi
      ? { vi: `Cách tính hoặc miễn đã thay đổi: ${name}`, en: `Reckoned or exempted otherwise: ${name}` }
      : { vi: `${name}: ${now.vi} (trước là ${before.vi})`, en: `${name}: ${now.en} (it was ${before.en})` },
  noFee: (name: string): Text => ({ vi: `Không còn thu: ${name}`, en: `No longer charged: ${name}` }),
  feesBefore: {
    vi: 'Thời điểm phải nộp tiền đã thay đổi',
    en: 'When the fee must be paid has changed',
  },
  term: (now: Text, before: Text | null): Text => ({
    vi: `Thời hạn giải quyết: ${now.vi}${before ? ` (trước là ${before.vi})` : ''}`,
    en: `Time limit: ${now.en}${before ? ` (it was ${before.en})` : ''}`,
  }),
  decidedBy: { vi: 'Cơ quan giải quyết đã thay đổi', en: 'Another agency decides' },
  results: (names: string): Text => ({ vi: `Kết quả: ${names}`, en: `Result: ${names}` }),
} as const;

/** Of a draft that was submitted, or changed in another window. */
export const submittedWords = {
  title: { vi: 'Bản khai đã được nộp', en: 'This was submitted' },
  says: (code: string): Text => ({
    vi: `Bản khai này đã thành hồ sơ ${code}. Những gì sửa ở đây sau khi nộp không vào hồ sơ. Muốn báo chỗ sai, hãy mở hồ sơ và hỏi cơ quan giải quyết.`,
    en: `This has become the dossier ${code}. What is changed here afterwards does not reach it. To tell of an error, open the dossier and ask the office.`,
  }),
  open: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
  notAwaitedTitle: {
    vi: 'Phần bổ sung này không còn được chờ',
    en: 'This supplement is no longer waited for',
  },
  notAwaited: (code: string): Text => ({
    vi: `Hồ sơ ${code} không còn chờ phần bổ sung này: có người đã bổ sung, hoặc hồ sơ đã kết thúc. Hãy mở hồ sơ để xem.`,
    en: `The dossier ${code} no longer waits for this supplement: somebody has sent it, or the dossier is over. Open it to see.`,
  }),
  changedElsewhere: {
    vi: 'Bản khai đã được sửa ở cửa sổ hoặc thiết bị khác sau khi trang này mở. Đây là những câu trả lời hiện có: hãy xem lại rồi nộp.',
    en: 'The answers were changed in another window or on another device after this page was opened. These are the answers now: read them, then submit.',
  },
} as const;
