/** Registration with civil status: `dangKyHoTich`, `traTrangThaiHoSo`, `ketQuaDangKyHS` (STANDARDS §3.3). */
import type { Look } from '../../../ground/db/act.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { Garbled, type Wire } from '../../../ground/wire/index.ts';
import { foreignFields, kindOf } from '../numbers/fields.ts';
import type { NumberOffice, RequestKind, Told } from '../numbers/schema.ts';
import type { Why } from '../schema.ts';
import { readReply, type Reply } from './civil-status-reply.ts';
import { askService, type ServiceAccount } from './json-service.ts';
import { listOf, numberOf, textOf } from './values.ts';
import { writeXml } from './xml.ts';

const NOT_FINISHED = 200;
const NO_SUCH = 201;

/** The office of civil status. */
export function civilStatusOffice(wire: Wire, account: ServiceAccount): NumberOffice {
  const ask = (
    look: Look,
    why: Why,
    service: string,
    body: Readonly<Record<string, unknown>>,
  ): Promise<Reply> =>
    askService(wire, account, look, why, {
      registry: 'civil-status',
      service: `civil-status.${service}`,
      subject: null,
      path: service,
      body,
      read: readReply,
    });
  const poll: NumberOffice['poll'] = async (look, { unit, code, kind }, why) => {
    const standing = await ask(look, why, 'traTrangThaiHoSo', { maDonVi: unit, maHoSo: code });
    if (standing.error === NO_SUCH) return { state: 'lost' };
    if (standing.error !== null || standing.status === 2) return rejected(standing);
    if (standing.status !== 4) return { state: 'waiting' };
    const result = await ask(look, why, 'ketQuaDangKyHS', { maDonVi: unit, maHoSo: code });
    if (result.error === NOT_FINISHED) return { state: 'waiting' };
    return result.error === null
      ? { state: 'answered', numbers: numbersOf(kind, result.value) }
      : rejected(result);
  };
  return {
    poll,
    send: async (look, request, why) => {
      const { unit, code, kind, payload, asked_at: askedAt } = request;
      const data = `<hotich><hoso>${writeXml(foreignFields(kind, payload ?? {}))}</hoso></hotich>`;
      const body = {
        maDonVi: unit,
        module: kindOf(kind).module,
        maHoSo: code,
        ngayTiepNhan: vietnamDay(askedAt),
        data,
      };
      const filed = await ask(look, why, 'dangKyHoTich', body);
      return filed.error === null ? poll(look, request, why) : rejected(filed);
    },
  };
}

const rejected = ({ says }: Reply): Told => ({
  state: 'rejected',
  reason: says ?? 'Cơ quan cấp số không nêu lý do.',
});

function numbersOf(kind: RequestKind, value: unknown): Readonly<Record<string, string>> {
  const row = listOf(value)[0] ?? {};
  const personal = numberOf(row['nksSoDinhDanh']);
  const numbers = {
    ...(kind === 'birth' && personal && { personalNumber: personal }),
    ...(textOf(row['so']) && { registerNumber: textOf(row['so'])! }),
    ...(textOf(row['quyenSo']) && { book: textOf(row['quyenSo'])! }),
  };
  // An answer without all its numbers is none: nobody may fill in the rest.
  if (!kindOf(kind).brings.every((name) => name in numbers))
    throw new Garbled('numbers are missing in the answer');
  return numbers;
}
