/** Brings papers that the national store holds of a person into the person's vault here (D3). */
import type { Act, Look } from '../../ground/db/act.ts';
import type { Store, Stored } from '../../ground/files/index.ts';
import { keepFile } from '../../ground/files/index.ts';
import { noteSecrecy, SECRECY, type Secrecy, type SecrecyDoor } from '../../paper/scanning/index.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { principalOf } from '../../world/mandates/index.ts';
import { getOrganisation, getPerson } from '../../world/people/index.ts';
import { putOnce } from './deposit.ts';
import { listItems, ownerOf } from './items.ts';
import type { NationalStore, StorePaper } from './gateway/national-store.ts';

/** A paper of the national store with its bytes in our store. */
export type Fetched = {
  readonly paper: StorePaper;
  readonly file: StorePaper['DanhSachTepDinhKem'][number];
  readonly stored: Stored;
  /** What the look for marks of secrecy found: one that carries a mark is not kept. */
  readonly found: Secrecy;
};

/** Largest file that is taken over. */
const LARGEST = 20 * 1024 * 1024;

/** Whose papers are asked for: the person's, or those of whom they act for, by the number of each. */
async function findNumbers(look: Look): Promise<{ readonly owner: string; readonly asker: string } | null> {
  const person = look.by.person === null ? null : await getPerson(look, look.by.person);
  if (!person?.number) return null;
  const principal = ownerOf(look.by) === null ? null : principalOf(look.by);
  const owner = principal?.organisation
    ? await getOrganisation(look, principal.organisation)
    : principal?.person
      ? await getPerson(look, principal.person)
      : null;
  return owner?.number ? { owner: owner.number, asker: person.number } : null;
}

async function numbersOf(look: Look): Promise<{ readonly owner: string; readonly asker: string }> {
  const numbers = await findNumbers(look);
  if (!numbers)
    throw new NotAllowed({
      vi: 'Chỉ tài khoản có số định danh cá nhân mới lấy được giấy tờ từ kho quốc gia.',
      en: 'Only an account with a personal number can ask the national store.',
    });
  return numbers;
}

/** When the vault was last brought up to date with the national store (D3); null: never. */
export async function lastSynchronised(look: Look, national: NationalStore): Promise<Date | null> {
  const numbers = await findNumbers(look);
  return numbers && national.lastAnswer(look, numbers.owner);
}

/** Where papers come from, where their bytes go, and who looks through them. */
export type Sources = {
  readonly store: Store;
  readonly secrecy: SecrecyDoor;
  readonly national: NationalStore;
};

/** Asks the store as the owner and fetches what is not in the vault yet. Network: never inside an act. */
export async function fetchNew(
  look: Look,
  { store, secrecy, national }: Sources,
): Promise<readonly Fetched[]> {
  const { owner, asker } = await numbersOf(look);
  const papers = await national.query(look, {
    SoDinhDanhChuSoHuu: owner,
    HoTenNguoiYeuCau: look.by.name,
    SoDinhDanhNguoiYeuCau: asker,
    KenhThucHien: '2',
    MaThuTuc: '',
    DanhSachDanhMucKetQua: [],
  });
  const known = new Set((await listItems(look, 1000)).map(({ origin }) => origin));
  const fetched: Fetched[] = [];
  for (const paper of papers) {
    for (const file of paper.DanhSachTepDinhKem.filter(({ DuongDan }) => !known.has(DuongDan))) {
      const { CoQuanChuQuan } = paper;
      const bytes = await national.download(look, { CoQuanChuQuan, DuongDan: file.DuongDan, owner });
      const stored = await store.put(bytes, LARGEST);
      fetched.push({ paper, file, stored, found: await secrecy.now(look, stored) });
    }
  }
  return fetched;
}

/**
 * Puts what was fetched into the vault; each file is scanned and its signature checked like any other. What carries a mark of secrecy is
 * refused and erased; returns what was kept.
 */
export function keepFetched(act: Act, fetched: readonly Fetched[]): readonly Fetched[] {
  const owner = ownerOf(act.by);
  if (owner === null) return [];
  for (const { paper, file, stored, found } of fetched) {
    const { id } = keepFile(act, stored, file.TenTep || paper.TenGiayTo, { known: [SECRECY] });
    noteSecrecy(act, id, stored.hash, found);
    if (found.marked) continue;
    putOnce(act, {
      owner,
      owner_kind: principalOf(act.by).organisation === null ? 'person' : 'organisation',
      paper: null,
      title: paper.TenGiayTo,
      result_code: paper.MaKetQua || null,
      symbol: paper.SoKyHieu || null,
      issuer: paper.CoQuanChuQuan,
      issued_on: null,
      valid_until: null,
      hash: stored.hash,
      size: stored.size,
      type: stored.type,
      name: file.TenTep || null,
      source: 'national-store',
      origin: file.DuongDan,
    });
  }
  return fetched.filter(({ found }) => !found.marked);
}
