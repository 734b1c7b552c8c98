/** The questions that browsers put to passkeys. */
import { NotAllowed } from '../../ground/operate/errors.ts';
import { api, type Api } from '../../ground/web/api.ts';
import { nothing } from '../../ground/web/input.ts';
import { askForAny, askForNew } from './passkeys.ts';
import { isFresh } from './rules.ts';
import { siteOf } from './site.ts';
import { words } from './words.ts';

/** Asks for any passkey of this site (sign-in). */
export const ANY_PASSKEY = '/access/passkey-question';
/** Asks the device to make a passkey. */
export const NEW_PASSKEY = '/access/new-passkey-question';

const output = {
  type: 'object',
  required: ['challenge', 'options'],
  properties: { challenge: { type: 'string', format: 'uuid' }, options: { type: 'object' } },
};

export const accessApis: readonly Api[] = [
  api({
    method: 'post',
    path: ANY_PASSKEY,
    who: 'anyone',
    says: {
      vi: 'Câu hỏi WebAuthn để đăng nhập bằng khóa truy cập; dùng được một lần trong 5 phút.',
      en: 'A WebAuthn question to sign in with a passkey; good once, for five minutes.',
    },
    input: nothing,
    output,
    act: (act, _, visit) => askForAny(act, siteOf(visit)),
  }),
  api({
    method: 'post',
    path: NEW_PASSKEY,
    who: 'officer',
    says: {
      vi: 'Câu hỏi WebAuthn để thêm khóa truy cập; cần vừa đăng nhập trong 15 phút.',
      en: 'A WebAuthn question to add a passkey; asks for a sign-in of the last fifteen minutes.',
    },
    input: nothing,
    output,
    act: (act, _, visit) => {
      if (!visit.session || !isFresh(visit.session.signedInAt, act.now))
        throw new NotAllowed(words.signInAfresh);
      return askForNew(act, siteOf(visit));
    },
  }),
];
