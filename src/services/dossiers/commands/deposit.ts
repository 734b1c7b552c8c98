/** What was handed in and accepted goes into its owner's vault, so that nobody is asked for it again (D1, once only). */
import type { Act } from '../../../ground/db/act.ts';
import { listFiles } from '../../../ground/files/index.ts';
import { getAgency } from '../../../world/agencies/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { depositAccepted } from '../../vault/index.ts';
import { listComponents } from '../queries.ts';
import type { Dossier } from '../schema.ts';

/** Deposits the documents of an accepted dossier, each once. Those that came out of the vault are there already. */
export async function depositComponents(act: Act, dossier: Dossier): Promise<void> {
  const owner = dossier.organisation ?? dossier.applicant;
  const components = (await listComponents(act, dossier.id)).filter(
    ({ file, manner }) => file !== null && manner !== 'vault',
  );
  if (!owner || components.length === 0) return;
  const [files, procedure, agency] = await Promise.all([
    listFiles(
      act,
      components.flatMap(({ file }) => file ?? []),
    ),
    getVersion(act, dossier.procedure, dossier.procedure_version),
    getAgency(act, dossier.one_stop),
  ]);
  const declared = procedure.groups.flatMap((group) => group.components);
  for (const { component, name, file } of components) {
    const kept = files.find(({ id }) => id === file);
    if (!kept) continue;
    depositAccepted(act, {
      owner,
      ownerKind: dossier.organisation ? 'organisation' : 'person',
      title: name,
      resultCode: declared.find(({ key }) => key === component)?.paper ?? null,
      issuer: agency.name.vi,
      origin: dossier.code,
      file: { hash: kept.hash, size: kept.size, type: kept.type, name: kept.name },
    });
  }
}
