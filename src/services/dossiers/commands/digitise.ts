/** Digitising the papers of a dossier at intake (số hóa thành phần hồ sơ; C5, TT 01/2023/TT-VPCP): asked for, compared, handed back. */
import type { Act } from '../../../ground/db/act.ts';
import { update } from '../../../ground/db/writes.ts';
import { keepFile, listFiles, type File, type Stored } from '../../../ground/files/index.ts';
import { NotAllowed } from '../../../ground/operate/errors.ts';
import { step } from '../../../ground/record/index.ts';
import {
  askScan,
  listScans,
  noteConfirmed,
  noteHandedBack,
  type PaperFacts,
  type Scan,
} from '../../../paper/scanning/index.ts';
import { noteCopySigned } from '../../../paper/papers/index.ts';
import { getAgency } from '../../../world/agencies/index.ts';
import { hasRoleAt } from '../../../world/mandates/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { noteRenewedCopy, replaceAccepted } from '../../vault/index.ts';
import { addScan } from './find.ts';
import type { Held } from '../load.ts';
import { listComponents } from '../queries.ts';
import { mayDigitise } from '../rules.ts';
import type { Dossier, DossierComponent } from '../schema.ts';

/** Kinds of file that hold the picture of a paper. */
const SCANNED = /^(?:image\/(?:jpeg|png|tiff|webp)|application\/pdf)$/;

/** Throws NotAllowed for everybody but the one-stop unit that has the paper in hand. */
export const guardDigitising = ({ by }: Pick<Act, 'by'>, dossier: Dossier): void => {
  if (mayDigitise(by, dossier)) return;
  throw new NotAllowed({
    vi: 'Chỉ bộ phận một cửa tiếp nhận hồ sơ mới đối chiếu và số hóa giấy tờ.',
    en: 'Only the one-stop unit that received the dossier compares and digitises its papers.',
  });
};

/** Asks for every picture and PDF among the documents that was not asked for before. What came out of the vault or a registry is electronic already. */
export async function askScans(act: Act, dossier: Dossier): Promise<void> {
  const [components, scans] = [await listComponents(act, dossier.id), await listScans(act, dossier.id)];
  // A supplement brings the unchanged documents again: the same bytes for the same purpose are digitised once.
  const known = new Set(scans.map((scan) => `${scan.source_hash} ${scan.title}`));
  const wanted = components.filter(({ file, hash, name, manner }) => {
    if (file === null || known.has(`${hash} ${name}`)) return false;
    known.add(`${hash} ${name}`);
    return manner === 'handed-in' || manner === 'shown';
  });
  const files = await listFiles(
    act,
    wanted.flatMap(({ file }) => file ?? []),
  );
  for (const component of wanted) {
    const file = files.find(({ id }) => id === component.file);
    if (file) await askFor(act, dossier, component, file);
  }
}

async function askFor(
  act: Act,
  dossier: Dossier,
  { n, name }: Pick<DossierComponent, 'n' | 'name'>,
  { hash, type }: Pick<File, 'hash' | 'type'>,
): Promise<void> {
  if (!SCANNED.test(type)) return;
  const agency = await getAgency(act, dossier.one_stop);
  await askScan(act, {
    item: dossier.id,
    n,
    title: name,
    source: { hash, type },
    agency: { identifier: agency.identifier, name: agency.name.vi },
  });
}

/** The counter scans a paper that was only shown or handed in. Returns its number among the documents. */
export async function addPaper(act: Act, held: Held, name: string, file: File): Promise<number> {
  guardDigitising(act, held.dossier);
  const n = (await listComponents(act, held.dossier.id)).length + 1;
  await addScan(act, held, name, file);
  await askFor(act, held.dossier, { n, name }, file);
  return n;
}

/** What the officer says when comparing. */
export type Comparison = { readonly facts: PaperFacts; readonly handedBack: boolean };

/** Notes that the officer signed `stored`: it matches the original. The owner's vault keeps it from now on. */
export async function confirmScan(
  act: Act,
  held: Held,
  scan: Scan,
  stored: Stored,
  { facts, handedBack }: Comparison,
): Promise<void> {
  guardDigitising(act, held.dossier);
  const { dossier, head } = held;
  noteConfirmed(act, scan, stored, facts);
  noteCopySigned(act, scan.id);
  if (handedBack) noteHandedBack(act, scan);
  update(
    act.writes,
    'dossiers.components',
    { tenant: act.tenant, dossier: dossier.id, n: scan.n },
    { matches_by: act.by.account },
  );
  const file = keepFile(act, stored, scan.file_name ?? `${scan.doc_code}.pdf`);
  step(act, head, {
    act: 'dossier.digitise',
    visible: 'party',
    before: { hash: scan.source_hash },
    after: { n: scan.n, document: scan.doc_code, hash: stored.hash, handedBack },
    may: hasRoleAt(dossier.one_stop, 'counter'),
  });
  await keepInVault(act, dossier, { ...scan, facts }, file);
}

async function keepInVault(act: Act, dossier: Dossier, scan: Scan, file: File): Promise<void> {
  const owner = dossier.organisation ?? dossier.applicant;
  if (!owner) return;
  const [procedure, components] = await Promise.all([
    getVersion(act, dossier.procedure, dossier.procedure_version),
    listComponents(act, dossier.id),
  ]);
  const key = components.find(({ n }) => n === scan.n)?.component;
  const declared = procedure.groups.flatMap((group) => group.components).find((one) => one.key === key);
  const { hash, size, type, name } = file;
  await replaceAccepted(
    act,
    {
      owner,
      ownerKind: dossier.organisation ? 'organisation' : 'person',
      title: scan.title,
      resultCode: declared?.paper ?? null,
      // What the officer read off the paper tells its owner, and the next office, which paper it is.
      issuer: scan.facts?.issuer || scan.agency_name,
      symbol: scan.facts?.symbol || null,
      issuedOn: scan.facts?.issuedOn ?? null,
      origin: dossier.code,
      file: { hash, size, type, name },
    },
    scan.source_hash,
  );
}

/** The owner's vault keeps the digitised copy with the newer evidence in place of the one it was. */
export async function keepRenewed(
  act: Act,
  { applicant, organisation, code: origin }: Pick<Dossier, 'applicant' | 'organisation' | 'code'>,
  former: string,
  file: Pick<File, 'hash' | 'size'>,
): Promise<void> {
  const owner = organisation ?? applicant;
  if (owner) await noteRenewedCopy(act, { owner, origin }, former, file);
}

/** Notes that the original went back into the hands of whoever brought it. */
export function handBack(act: Act, held: Held, scan: Scan): void {
  guardDigitising(act, held.dossier);
  if (scan.handed_back_at) return;
  noteHandedBack(act, scan);
  step(act, held.head, {
    act: 'dossier.hand-back',
    visible: 'party',
    after: { n: scan.n, document: scan.doc_code },
    may: hasRoleAt(held.dossier.one_stop, 'counter'),
  });
}
