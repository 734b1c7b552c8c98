/**
 * Who signs with what: a port. A real installation has its keys in a folder (`keys/`) or at a remote signing service
 * (`remote/`); the sample province has a test authority and software keys in the data folder, made here.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { slug } from '../../ground/text/fold.ts';
import type { Holder } from './holder.ts';
import type { RemoteSigning } from './remote/signing.ts';
import {
  issueHolder,
  loadIdentity,
  makeAuthority,
  readPicture,
  revocationList,
  saveIdentity,
  signerOf,
  timestampPort,
  type Authority,
  type Evidence,
  type Fetch,
  type Identity,
  type Picture,
  type Signer,
  type TimestampPort,
} from '../signing/index.ts';

/** Signers, their pictures, and the services that make a signature last. */
export type Keyring = {
  /** The signer of a person in a post, with the picture of the signature (blue). */
  readonly person: (holder: Holder) => Promise<{ readonly signer: Signer; readonly picture: Picture }>;
  /** The seal of an agency (red). */
  readonly agency: (holder: Holder) => Promise<{ readonly signer: Signer; readonly picture: Picture }>;
  readonly timestamp: TimestampPort;
  readonly evidence: (certificates: readonly Buffer[]) => Promise<Evidence>;
  /** Signing on the signer's own device; null: not configured. */
  readonly remote?: RemoteSigning | null;
  /** The way to the revocation information of certificates under the roots; none: only what is at hand counts. */
  readonly fetch?: Fetch;
  /** Roots that signatures may end in, in DER: those of our own papers, and those that the administrator trusts. */
  readonly roots: () => Promise<readonly Buffer[]>;
};

/**
 * The keyring of the sample province: made on first use, kept in a folder that only the program may read. `clock` says
 * from when its certificates and timestamps are.
 */
export function sampleKeyring(folder: string, clock: () => Date = () => new Date()): Keyring {
  let authority: Promise<Authority> | null = null;
  const known = new Map<string, ReturnType<Keyring['person']>>();
  const authorityOf = (): Promise<Authority> => (authority ??= openAuthority(folder, clock()));
  const holderOf =
    (kind: 'person' | 'agency') =>
    (holder: Holder): ReturnType<Keyring['person']> => {
      const key = `${kind}-${holder.id}`;
      let found = known.get(key);
      if (!found) {
        found = openHolder({ folder, key, kind, now: clock() }, holder, authorityOf);
        found.catch(() => known.delete(key));
        known.set(key, found);
      }
      return found;
    };
  return {
    person: holderOf('person'),
    agency: holderOf('agency'),
    timestamp: async (request) => timestampPort(await authorityOf(), clock)(request),
    evidence: async () => {
      const { root, issuing } = await authorityOf();
      const now = clock().getTime();
      const window = { from: new Date(now - 3_600_000), until: new Date(now + 7 * 86_400_000) };
      return { crls: [revocationList(root, [], window), revocationList(issuing, [], window)], ocsps: [] };
    },
    roots: async () => [(await authorityOf()).root.certificate],
  };
}

type Saved = ReturnType<typeof saveIdentity>;

async function openAuthority(folder: string, now: Date): Promise<Authority> {
  const saved = await keep<Record<keyof Authority, Saved>>(folder, 'authority', async () => {
    const { root, issuing, timestamps } = makeAuthority({ now, keys: 'p-256' });
    return { root: saveIdentity(root), issuing: saveIdentity(issuing), timestamps: saveIdentity(timestamps) };
  });
  return {
    root: loadIdentity(saved.root),
    issuing: loadIdentity(saved.issuing),
    timestamps: loadIdentity(saved.timestamps),
  };
}

type Place = {
  readonly folder: string;
  readonly key: string;
  readonly kind: 'person' | 'agency';
  readonly now: Date;
};

async function openHolder(
  { folder, key, kind, now }: Place,
  holder: Holder,
  authorityOf: () => Promise<Authority>,
): ReturnType<Keyring['person']> {
  const saved = await keep<Saved>(folder, key, async () =>
    saveIdentity(
      issueHolder(
        await authorityOf(),
        { name: holder.name, organization: holder.organisation },
        { now, keys: 'p-256' },
      ),
    ),
  );
  const picture = await (kind === 'agency' ? sealPicture : signaturePicture)(holder.name);
  return { signer: signerOf(loadIdentity(saved)), picture };
}

async function drawn(drawing: string): Promise<Picture> {
  const { default: sharp } = await import('sharp');
  return readPicture(await sharp(Buffer.from(drawing), { density: 300 }).png().toBuffer());
}

const sealPicture = (name: string): Promise<Picture> => drawn(sealDrawing(name));

/** The picture of a signature, for those of whom none is kept. */
export const signaturePicture = (name: string): Promise<Picture> => drawn(signatureDrawing(name));

/** Certificate and key of an account of the simulated remote signing service, made once by the authority of this folder. */
export async function remoteIdentity(
  folder: string,
  account: string,
  name: string,
  now = new Date(),
): Promise<Identity> {
  const saved = await keep<Saved>(folder, `remote-${slug(account)}`, async () =>
    saveIdentity(issueHolder(await openAuthority(folder, now), { name }, { now, keys: 'rsa-2048' })),
  );
  return loadIdentity(saved);
}

/** Reads what was kept, or makes and keeps it. The first of several processes wins; the others take its. */
async function keep<T>(folder: string, name: string, make: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${name}.json`);
  if (!existsSync(file)) {
    const fresh = `${file}.${randomUUID()}`;
    await writeFile(fresh, JSON.stringify(await make()), { mode: 0o600 });
    if (!existsSync(file)) await rename(fresh, file);
  }
  return JSON.parse(await readFile(file, 'utf8')) as T;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A red round seal with the name around a star: plainly a sample. */
function sealDrawing(name: string): string {
  const size = Math.max(7, Math.min(12, 340 / Math.max(1, name.length)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 140 140" width="140" height="140">
<defs><path id="ring" d="M 22 76 A 48 48 0 1 1 118 76"/></defs>
<g fill="none" stroke="#c8102e"><circle cx="70" cy="70" r="66" stroke-width="3"/><circle cx="70" cy="70" r="42" stroke-width="1"/></g>
<path fill="#c8102e" d="M70 42l6.6 20.3h21.4l-17.3 12.6 6.6 20.3L70 82.6 52.7 95.2l6.6-20.3L42 62.3h21.4z"/>
<text fill="#c8102e" font-family="Tinos,Liberation Serif,serif" font-weight="bold" font-size="${size}"><textPath href="#ring" startOffset="50%" text-anchor="middle">${escape(name.toLocaleUpperCase('vi'))}</textPath></text>
<text x="70" y="126" fill="#c8102e" text-anchor="middle" font-family="Tinos,Liberation Serif,serif" font-size="9">MẪU</text></svg>`;
}

/** A blue stroke that differs from person to person: plainly a sample. */
function signatureDrawing(name: string): string {
  const bytes = createHash('sha256').update(name).digest();
  let stroke = 'M 8 44';
  for (let i = 0; i < 9; i++) {
    const x = 22 + i * 17;
    stroke += ` Q ${x - 9} ${8 + (bytes[i * 2]! % 50)} ${x} ${24 + (bytes[i * 2 + 1]! % 24)}`;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 64" width="180" height="64"><path d="${stroke}" fill="none" stroke="#1746a2" stroke-width="2.6" stroke-linecap="round"/><path d="M 20 56 L 150 50" stroke="#1746a2" stroke-width="1.6"/></svg>`;
}
