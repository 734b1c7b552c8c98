/** Beside a file of a dossier: what was found in it. */
import type { File } from '../../../ground/files/index.ts';
import { Tag } from '../../../ground/ui/index.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import type { SecrecyMark } from '../../../paper/scanning/index.ts';
import { scanWords, secrecyWords } from '../file-words.ts';

type Marks = { readonly scan: File['scan']; readonly secrecy: SecrecyMark | null };

/** Says of a file what the virus scan and the look for marks of secrecy have found; the person is told only what concerns them. */
export function FileMarks({
  marks,
  visit: { lang, by },
}: {
  readonly marks: Marks | undefined;
  readonly visit: Visit;
}) {
  if (!marks) return null;
  const { scan, secrecy } = marks;
  const told = secrecy === 'refused' || by.kind === 'officer' ? secrecy : null;
  return (
    <>
      {scan !== 'clean' && (
        <>
          {' '}
          <Tag colour={scan === 'infected' ? 'red' : 'grey'}>{scanWords[scan][lang]}</Tag>
        </>
      )}
      {told && (
        <>
          {' '}
          <Tag colour={told === 'refused' ? 'red' : 'grey'}>{secrecyWords[told][lang]}</Tag>
        </>
      )}
    </>
  );
}
