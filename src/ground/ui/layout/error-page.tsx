/** Bodies of error pages: what happened, what is not lost, and what to do now. Never a code alone, never a stack trace. */
import type { Text } from '../../text/language.ts';
import { isEmpty, type Content } from '../content.ts';
import { useLanguage } from '../language.tsx';

/** The kinds of error that a visitor may meet. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;

const say = (vi: string, en: string): Text => ({ vi, en });

type Words = { readonly title: Text; readonly next: Text };

const words: Readonly<Record<ErrorStatus, Words>> = {
  400: {
    title: say('Không đọc được yêu cầu', 'The request cannot be read'),
    next: say('Hãy quay lại trang trước và thử lại.', 'Go back to the page before and try again.'),
  },
  401: {
    title: say('Cần đăng nhập', 'You need to sign in'),
    next: say('Đăng nhập rồi mở lại trang này.', 'Sign in, then open this page again.'),
  },
  403: {
    title: say('Bạn không xem được trang này', 'You cannot see this page'),
    next: say(
      'Nếu bạn có tài khoản khác, hãy đăng nhập bằng tài khoản đó. Cán bộ cần trang này để làm việc thì hỏi người quản trị của cơ quan mình.',
      'If you have another account, sign in with it. Officers who need this page for their work ask the administrator of their agency.',
    ),
  },
  404: {
    title: say('Không tìm thấy trang', 'Page not found'),
    next: say(
      'Xem lại địa chỉ có đúng không, hoặc về trang chủ để tìm.',
      'Check that the address is right, or search from the home page.',
    ),
  },
  405: {
    title: say('Không gửi được như vậy', 'It cannot be sent like this'),
    next: say(
      'Hãy mở lại trang này rồi làm lại từ đầu.',
      'Open this page again and start from the beginning.',
    ),
  },
  409: {
    title: say('Lúc này không làm được việc này', 'This cannot be done now'),
    next: say(
      'Điều bạn vừa gửi, nếu có, chưa được ghi. Hãy mở lại để xem tình trạng mới, rồi làm tiếp nếu còn cần.',
      'What you have just sent, if anything, was not saved. Open it again to see how things stand, then go on if you still need to.',
    ),
  },
  413: {
    title: say('Tệp quá lớn', 'The file is too large'),
    next: say(
      'Hãy giảm cỡ tệp (chụp lại nhẹ hơn, tách thành nhiều tệp) rồi gửi lại.',
      'Make the file smaller or split it, then send it again.',
    ),
  },
  415: {
    title: say('Loại tệp này không nhận được', 'This kind of file is not accepted'),
    next: say(
      'Hãy gửi tệp PDF, ảnh JPG hoặc PNG, hoặc văn bản Word, Excel.',
      'Send a PDF, a JPG or PNG picture, or a Word or Excel document.',
    ),
  },
  422: {
    title: say('Có chỗ chưa đúng', 'There is a problem'),
    next: say(
      'Hãy quay lại, sửa những chỗ được nêu rồi gửi lại.',
      'Go back, correct what is named, and send it again.',
    ),
  },
  429: {
    title: say('Có quá nhiều yêu cầu', 'Too many requests'),
    next: say(
      'Yêu cầu vừa rồi chưa được nhận. Hãy đợi một phút rồi thử lại.',
      'Your last request was not taken. Wait a minute, then try again.',
    ),
  },
  500: {
    title: say('Hệ thống gặp lỗi', 'Something went wrong'),
    next: say(
      'Lỗi ở phía chúng tôi và đã được ghi lại để xử lý. Hãy thử lại sau ít phút; những gì đã lưu vẫn còn.',
      'The fault is ours and has been recorded. Try again in a few minutes; what was saved is still there.',
    ),
  },
  503: {
    title: say('Hệ thống đang bận', 'The service is busy'),
    next: say(
      'Hãy thử lại sau ít phút; những gì đã lưu vẫn còn.',
      'Try again in a few minutes; what was saved is still there.',
    ),
  },
};

const code: Text = say('Mã để báo lại', 'Code to quote');
const home: Text = say('Về trang chủ', 'Go to the home page');

/** The title of the page for an error. */
export const errorTitle = (status: ErrorStatus): Text => words[status].title;

export type ErrorPageProps = {
  readonly status: ErrorStatus;
  /** What happened here, if more is known than the status says. */
  readonly text?: Text | undefined;
  readonly level?: 1 | 2 | 3 | 4 | undefined;
  /** Id of the request, for those who report the error. */
  readonly requestId?: string | undefined;
  /** What is possible instead: links, buttons. */
  readonly children?: Content;
};

/** The body of an error page. */
export function ErrorPage({ status, text, level, requestId, children }: ErrorPageProps) {
  const lang = useLanguage();
  const { title, next } = words[status];
  const Heading = `h${level ?? 1}` as 'h1';
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Heading class="govuk-heading-l">{title[lang]}</Heading>
        {text && <p class="govuk-body-l">{text[lang]}</p>}
        <p class="govuk-body">{next[lang]}</p>
        {children}
        {isEmpty(children) && (
          <p class="govuk-body">
            <a class="govuk-link" href="/">
              {home[lang]}
            </a>
          </p>
        )}
        {requestId && (
          <p class="govuk-hint">
            {code[lang]}: <code>{requestId}</code>
          </p>
        )}
      </div>
    </div>
  );
}
