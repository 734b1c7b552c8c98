/** A paper of a dossier that the counter compares with its original: the photo of a page, digitised by a job. */
import sharp from 'sharp';
import { TENANT } from '../src/app/wiring.ts';
import { bySystem } from '../src/ground/db/edge.ts';
import { askScan, listScans } from '../src/paper/scanning/index.ts';
import { dossierPath, findByCode, findDossier } from '../src/services/dossiers/index.ts';
import { getAgency } from '../src/world/agencies/index.ts';
import type { House } from './house.ts';

const page = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754">
  <rect width="100%" height="100%" fill="#fbfbf4"/>
  <text x="150" y="300" font-family="Liberation Serif,serif" font-size="38">Họ và tên mẹ: Nguyễn Thị Ví Dụ</text></svg>`;

/** Has a page of the dossier digitised, unless one is already. The address where it is compared. */
export async function bringPaper({ program: { edge, store } }: House, code: string): Promise<string> {
  const photo = await store.put(await sharp(Buffer.from(page)).jpeg().toBuffer());
  return edge.act(bySystem(TENANT), async (act) => {
    const item = (await findByCode(act, code)) ?? '';
    const dossier = await findDossier(act, item);
    if (!dossier) throw new Error(`${code} is no dossier.`);
    const [known] = await listScans(act, item);
    if (known) return `${dossierPath(code)}/so-hoa/${known.n}`;
    const { identifier, name } = await getAgency(act, dossier.one_stop);
    await askScan(act, {
      item,
      n: 1,
      title: 'Giấy chứng sinh',
      source: { hash: photo.hash, type: photo.type },
      agency: { identifier, name: name.vi },
    });
    return `${dossierPath(code)}/so-hoa/1`;
  });
}
