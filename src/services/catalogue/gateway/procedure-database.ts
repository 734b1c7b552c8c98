/** The national procedure database over HTTP: `LayDanhSachTTHC` and `LayThuTuc` (STANDARDS §3.3). */
import { Garbled, patience, type Call, type Destination, type Wire } from '../../../ground/wire/index.ts';
import { codeOf, portalSession, type PortalLogin } from '../../../outside/exchange/index.ts';
import { rowOfAnswer } from './answer.ts';
import type { Listed, ProcedureDatabase } from './port.ts';

type Fields = Readonly<Record<string, unknown>>;

const database: Destination = {
  id: 'national-procedures',
  name: { vi: 'Cơ sở dữ liệu quốc gia về thủ tục hành chính', en: 'The national database of procedures' },
};

const call = (service: string): Omit<Call, 'to' | 'subject'> => ({
  service: `national-procedures.${service}`,
  purpose: 'Đối chiếu danh mục thủ tục hành chính',
  basis: 'Nghị định 63/2010/NĐ-CP',
  item: null,
  patience: patience.job,
});

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const resultsOf = (answer: Fields): readonly Fields[] => [answer['result']].flat().filter(isFields);

const textIn = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value.normalize('NFC').trim() : '';
};

/** Connects the database. Nothing is sent. */
export function procedureDatabase(wire: Wire, account: PortalLogin): ProcedureDatabase {
  const ask = portalSession(wire, database, account);
  return {
    list: async (look) => {
      const service = 'LayDanhSachTTHC';
      const answer = await ask(look, call(service), service, {}, (said) => {
        if (codeOf(said) !== '0' || !Array.isArray(said['result'])) throw new Garbled('no list');
      });
      return resultsOf(answer).flatMap((one): readonly Listed[] => {
        const code = textIn(one, 'MATTHC');
        return code === '' ? [] : [{ code, name: textIn(one, 'TENTTHC') }];
      });
    },
    read: async (look, code) => {
      const service = 'LayThuTuc';
      const answer = await ask(look, call(service), service, { maTTHC: code }, (said) => {
        const [found] = resultsOf(said);
        if (codeOf(said) === '0' && found && textIn(found, 'MATTHC') !== code)
          throw new Garbled('about another procedure');
      });
      const [found] = codeOf(answer) === '0' ? resultsOf(answer) : [];
      return found ? rowOfAnswer(found) : null;
    },
  };
}
