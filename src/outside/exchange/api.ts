/** Where dossiers arrive from the national portal and other systems, machine to machine. */
import { timingSafeEqual, createHash } from 'node:crypto';
import type { Act } from '../../ground/db/act.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import { api } from '../../ground/web/api.ts';
import type { Input } from '../../ground/web/input.ts';
import { noteArrival, noteMirrored } from './commands/arrive.ts';
import { ARRIVALS, MIRRORED } from './paths.ts';
import type { PortalAccount } from './settings.ts';

type Fields = Readonly<Record<string, unknown>>;
type Message = { readonly session: string; readonly unit: string; readonly data: Fields };

/** `{session, madonvi, service, data}`: the form in which the portal speaks to us as well. */
const message: Input<Message> = {
  schema: {
    type: 'object',
    required: ['session', 'madonvi', 'data'],
    properties: {
      session: { type: 'string' },
      madonvi: { type: 'string' },
      service: { type: 'string' },
      data: { type: 'object', description: 'HoSo', required: ['MaHoSo', 'MaTTHC', 'ChuHoSo'] },
    },
  },
  read: ({ session, madonvi: unit, data }) =>
    typeof session === 'string' &&
    typeof unit === 'string' &&
    typeof data === 'object' &&
    data !== null &&
    !Array.isArray(data)
      ? { value: { session, unit, data: data as Fields } }
      : {
          errors: [
            {
              field: 'data',
              message: { vi: 'Bản tin không đúng dạng.', en: 'The message has the wrong form.' },
            },
          ],
        },
};

const digest = (words: string): Buffer => createHash('sha256').update(words).digest();

/** Only the portal knows the word that was agreed with it. */
function guard({ session, unit }: Message, account: PortalAccount): void {
  if (unit === account.unit && timingSafeEqual(digest(session), digest(account.incoming))) return;
  throw new NotAllowed({ vi: 'Phiên làm việc không hợp lệ.', en: 'The session is not valid.' });
}

const answer = { type: 'object', required: ['error_code'], properties: { error_code: { type: 'string' } } };

const arriving = (
  account: PortalAccount,
  path: string,
  says: Text,
  note: (act: Act, data: Fields) => Promise<unknown>,
) =>
  api({
    method: 'post',
    path,
    who: 'anyone',
    says,
    input: message,
    output: answer,
    act: async (act, given) => {
      guard(given, account);
      await note(act, given.data);
      return { error_code: '0' };
    },
  });

export const apis = (portal: PortalAccount | null) =>
  portal === null
    ? []
    : [
        arriving(
          portal,
          ARRIVALS,
          {
            vi: 'Nhận hồ sơ nộp từ Cổng Dịch vụ công quốc gia',
            en: 'Receives a dossier filed at the national portal',
          },
          (act, data) => noteArrival(act, 'national-portal', data),
        ),
        arriving(
          portal,
          MIRRORED,
          {
            vi: 'Nhận tình trạng hồ sơ của hệ thống khác',
            en: 'Receives the state of a dossier of another system',
          },
          (act, data) => noteMirrored(act, 'ministry', data),
        ),
      ];
