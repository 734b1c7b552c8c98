/**
 * A key file lies under the sign-in name of an officer or the identifier of an agency; whose it is says its certificate alone. Signing in
 * another's name is no signature of this person (Law on Electronic Transactions 20/2023, art. 22), so the two must agree, as on the phone.
 */
import { readdir } from 'node:fs/promises';
import type { Look } from '../../../ground/db/act.ts';
import { Unavailable } from '../../../ground/operate/errors.ts';
import type { Finding, Invariant } from '../../../ground/record/invariants.ts';
import { sameWords } from '../../../ground/text/fold.ts';
import { findAccount } from '../../../world/access/index.ts';
import { findAgencyByIdentifier } from '../../../world/agencies/index.ts';
import { readCertificate } from '../../signing/index.ts';
import { keysIn, type Key } from './folder.ts';
import type { SigningSettings } from './settings.ts';

/** Throws Unavailable where the certificate of the key under `file` names another than `name`. */
export function refuseOther({ signer }: Key, name: string, file: string): void {
  const named = readCertificate(signer.certificate).name;
  if (sameWords(named, name)) return;
  throw new Unavailable({
    vi: `Chứng thư của khóa ký “${file}” mang tên “${named}”, không phải “${name}”, nên không được dùng để ký. Hãy báo quản trị viên.`,
    en: `The certificate of the signing key “${file}” names “${named}” and not “${name}”, so it may not be used to sign. Tell the administrator.`,
  });
}

/** What `doctor` says of the folder of keys: files that nobody can sign with, and files that lie under another's name. */
export const keysAreTheirs = (keys: NonNullable<SigningSettings['keys']>): Invariant => ({
  name: 'papers.keys-own-name',
  holds: 'Every signing key lies under the name of whom its certificate names, and can be opened.',
  check: async (look) => {
    const open = keysIn(keys);
    const findings: Finding[] = [];
    for (const file of await listKeyFiles(keys.folder)) {
      const holder = await findHolder(look, file);
      if (holder === null) {
        findings.push({
          item: file,
          what: 'is neither the identifier of an agency nor the sign-in name of an officer',
        });
        continue;
      }
      try {
        refuseOther(await open(file, look.now), holder, file);
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        findings.push({ item: file, what: error.text.en });
      }
    }
    return findings;
  },
});

/** Names of the files that sign, without their endings. */
const listKeyFiles = async (folder: string): Promise<readonly string[]> => [
  ...new Set((await readdir(folder)).flatMap((name) => /^(.+)\.(?:p12|token)$/.exec(name)?.[1] ?? [])),
];

const findHolder = async (look: Look, file: string): Promise<string | null> =>
  (await findAgencyByIdentifier(look, file))?.name.vi ??
  (await findAccount(look, 'officer', file))?.name ??
  null;
