/** The form that the passkey script fills and sends; without it, what to do instead. */
import { Button } from '../../../ground/ui/index.ts';
import type { ComponentChildren } from 'preact';
import type { Text } from '../../../ground/text/language.ts';
import { Form } from '../../../ground/web/form.tsx';
import { input, text, type Field } from '../../../ground/web/input.ts';
import type { Visit } from '../../../ground/web/visit.ts';

const label = { vi: 'khóa truy cập', en: 'passkey' } as const;

/** What the script posts. */
export const passkeyFields = {
  challenge: text({ label, max: 60 }),
  answer: text({ label, max: 20_000 }),
} satisfies Readonly<Record<string, Field<string>>>;
export const passkeyInput = input(passkeyFields);

const words = {
  none: {
    vi: 'Trình duyệt này không dùng được khóa truy cập, hoặc đang tắt JavaScript. Hãy dùng cách đăng nhập khác.',
    en: 'This browser cannot use passkeys, or JavaScript is off. Please sign in another way.',
  },
  failed: {
    vi: 'Chưa nhận được khóa truy cập từ thiết bị. Hãy thử lại.',
    en: 'The device gave no passkey. Please try again.',
  },
} as const;

type Props = {
  readonly visit: Visit;
  /** Path of the question, under the API. */
  readonly question: string;
  readonly makes?: boolean;
  readonly button: Text;
  readonly children?: ComponentChildren;
};

export const PasskeyForm = ({ visit, question, makes, button, children }: Props) => (
  <div data-passkey={`/api/v1${question}`} data-passkey-new={makes ? '' : undefined}>
    <p class="govuk-body" data-passkey-none>
      {words.none[visit.lang]}
    </p>
    <p class="govuk-error-message" role="alert" data-passkey-failed hidden>
      {words.failed[visit.lang]}
    </p>
    <div data-passkey-shown hidden>
      <Form visit={visit} action={actionOf(visit)}>
        {children}
        <input type="hidden" name="challenge" />
        <input type="hidden" name="answer" />
        <Button attributes={{ 'data-passkey-button': '' }}>{button[visit.lang]}</Button>
      </Form>
    </div>
  </div>
);

const actionOf = ({ path, query }: Visit): string =>
  query['next'] ? `${path}?next=${encodeURIComponent(query['next'])}` : path;
