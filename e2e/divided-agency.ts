/** A commune that was divided yesterday, with a dossier for which neither field nor place says who goes on with it. */
import { scenarioOf } from '../sample/procedures/answers.ts';
import { sampleId } from '../sample/province/ids.ts';
import { TENANT } from '../src/app/wiring.ts';
import { bySystem } from '../src/ground/db/edge.ts';
import { vietnamDay } from '../src/ground/text/dates.ts';
import { receive } from '../src/services/dossiers/index.ts';
import { abolishAgency, existsOn, getAgency } from '../src/world/agencies/index.ts';
import type { House } from './house.ts';

const DAY = 86_400_000;

/** Has a dossier filed there, then divides the commune, unless it is already; its matters are handed over by jobs. */
export async function divideAgency({ program: { edge } }: House): Promise<void> {
  const ended = sampleId('agency', 'ubnd-hon-du');
  const agency = await edge.look(bySystem(TENANT), (look) => getAgency(look, ended));
  if (!existsOn(agency, vietnamDay(new Date()))) return;
  await edge.act(bySystem(TENANT), (act) =>
    receive(act, {
      key: 'divided',
      procedure: {
        code: '1.004873',
        version: 1,
        name: 'Cấp giấy xác nhận tình trạng hôn nhân',
        field: 'ho-tich',
      },
      channel: 2,
      applicant: { person: null, organisation: null, name: 'Nguyễn Văn Ví Dụ' },
      filer: null,
      agency: { id: ended, identifier: 'H99.72' },
      oneStop: sampleId('agency', 'ttpvhcc-hon-du'),
      place: null,
      answers: scenarioOf('1.004873').answers,
      contact: { phone: null, email: null, address: null },
      returnWay: 'online',
      components: [],
      nationalCode: null,
    }),
  );
  await edge.act(bySystem(TENANT), (act) =>
    abolishAgency(act, ended, {
      last: vietnamDay(new Date(Date.now() - DAY)),
      basis: 'Nghị quyết mẫu',
      heirs: [
        { successor: sampleId('agency', 'ubnd-hoa-thu'), field: null, place: 'SL010' },
        { successor: sampleId('agency', 'ubnd-ben-vi'), field: null, place: 'SL013' },
      ],
    }),
  );
}
