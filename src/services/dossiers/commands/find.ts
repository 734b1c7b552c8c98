/** An officer writes down what was found (kết quả thẩm tra): kept with the dossier, printed in its result. */
import type { Act, By } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import type { File } from '../../../ground/files/index.ts';
import { step } from '../../../ground/record/index.ts';
import type { Found } from '../findings.ts';
import { findSignatureVerdicts, pagesIn } from '../../../paper/papers/index.ts';
import type { Held } from '../load.ts';
import { listComponents } from '../queries.ts';
import { hasPart } from '../rules.ts';

/** Adds findings to a dossier; what was found before and is found otherwise now is replaced. Returns the dossier as it is then. */
export function noteFindings(act: Act, held: Held, found: Found): Held {
  const { dossier, head } = held;
  if (Object.entries(found).every(([name, value]) => dossier.found[name] === value)) return held;
  const all = { ...dossier.found, ...found };
  const key = { tenant: act.tenant, born: dossier.born, id: dossier.id };
  update(act.writes, 'dossiers.dossiers', key, { found: all });
  const may = (by: By): boolean => hasPart(by, dossier, 'do-step') || hasPart(by, dossier, 'propose');
  step(act, head, { act: 'dossier.find', visible: 'inside', after: { found }, may });
  return { head, dossier: { ...dossier, found: all } };
}

/** A scan that the officer made of a paper that was only shown: a document of the dossier that matches its original. */
export async function addScan(act: Act, { dossier }: Held, name: string, file: File): Promise<void> {
  const there = await listComponents(act, dossier.id);
  insert(act.writes, 'dossiers.components', {
    tenant: act.tenant,
    dossier: dossier.id,
    n: there.length + 1,
    component: 'original',
    name,
    manner: 'shown',
    file: file.id,
    hash: file.hash,
    pages: pagesIn(await findSignatureVerdicts(act, [file.hash]), file.hash),
    originals: 0,
    copies: 1,
    matches_by: act.by.account,
    added_at: act.now,
  });
}
