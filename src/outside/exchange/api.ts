/** Where dossiers arrive from the national portal and other systems, machine to machine. */
import { timingSafeEqual, createHash } from 'node:crypto';
import type { Act } from '../../ground/db/act.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import { api } from '../../ground/web/api.ts';
import type { Input } from '../../ground/web/input.ts';
import { noteArrival, noteMirrored } from './commands/arrive.ts';
import { ARRIVALS, MIRRORED } from './paths.ts';
import { senders, type FiledAt } from './schema.ts';
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

/** Who sends: each sender knows the word that was agreed with it, and nobody else does. */
function senderOf({ session, unit }: Message, account: PortalAccount): FiledAt {
  const known = senders.find((sender) => {
    const word = account.incoming[sender];
    return word !== undefined && timingSafeEqual(digest(session), digest(word));
  });
  if (known && unit === account.unit) return known;
  throw new NotAllowed({ vi: 'Phiên làm việc không hợp lệ.', en: 'The session is not valid.' });
}

const done: Fields = { error_code: '0' };

/** Taken in before with another content: nothing of it is changed by a message. */
const differs = (code: string): Fields => ({
  error_code: '409',
  message: `Hồ sơ ${code} đã được nhận với nội dung khác. Nội dung mới không được ghi; cán bộ giải quyết đã được báo.`,
});

const answer = {
  type: 'object',
  required: ['error_code'],
  properties: { error_code: { type: 'string' }, message: { type: 'string' } },
};

const arriving = (
  account: PortalAccount,
  path: string,
  says: Text,
  note: (act: Act, sender: FiledAt, data: Fields) => Promise<Fields>,
) =>
  api({
    method: 'post',
    path,
    who: 'anyone',
    says,
    input: message,
    output: answer,
    act: async (act, given) => {
      const sender = senderOf(given, account);
      return note(act, sender, given.data);
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
            vi: 'Nhận hồ sơ nộp từ Cổng Dịch vụ công quốc gia hoặc VNeID',
            en: 'Receives a dossier filed at the national portal or in VNeID',
          },
          async (act, sender, data) => {
            const noted = await noteArrival(act, sender, data);
            return noted === 'differs' ? differs(String(data['MaHoSo'])) : done;
          },
        ),
        arriving(
          portal,
          MIRRORED,
          {
            vi: 'Nhận tình trạng hồ sơ của hệ thống khác',
            en: 'Receives the state of a dossier of another system',
          },
          async (act, _, data) => {
            await noteMirrored(act, 'ministry', data);
            return done;
          },
        ),
      ];
