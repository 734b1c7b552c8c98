/** Where keys, timestamps and roots of an installation are found: by environment, told in one sentence when it is wrong. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { certificatesOf, type Certificate } from '../../signing/index.ts';

/** The settings of signing. Null: not configured. */
export type SigningSettings = {
  /** Folder of PKCS#12 files, named by the agency's identifier or the officer's sign-in name. */
  readonly keys: { readonly folder: string; readonly password: string | null } | null;
  /** Address of the timestamp authority (RFC 3161 over HTTP). */
  readonly timestamp: URL | null;
  /** Certificates that chains may end in. No root of the state is shipped: the administrator decides whom to trust. */
  readonly roots: readonly Certificate[];
};

/** Nothing configured. */
export const noSigning: SigningSettings = { keys: null, timestamp: null, roots: [] };

/** Reads `SIGNING_KEYS`, `SIGNING_KEYS_PASSWORD`, `TIMESTAMP_URL` and `TRUST_ROOTS`. Throws an Error with one clear sentence. */
export function readSigningSettings(env: NodeJS.ProcessEnv = process.env): SigningSettings {
  const folder = folderOf(env, 'SIGNING_KEYS');
  const roots = folderOf(env, 'TRUST_ROOTS');
  return {
    keys: folder === null ? null : { folder, password: env['SIGNING_KEYS_PASSWORD'] || null },
    timestamp: addressOf(env, 'TIMESTAMP_URL'),
    roots: roots === null ? [] : rootsIn(roots),
  };
}

function folderOf(env: NodeJS.ProcessEnv, name: string): string | null {
  const folder = env[name];
  if (!folder) return null;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`${name} must be a folder that exists; "${folder}" is none.`);
  return path.resolve(folder);
}

function addressOf(env: NodeJS.ProcessEnv, name: string): URL | null {
  const text = env[name];
  if (!text) return null;
  const address = URL.parse(text);
  if (!address || !/^https?:$/.test(address.protocol))
    throw new Error(`${name} must be an address that begins with https:// or http://.`);
  return address;
}

function rootsIn(folder: string): readonly Certificate[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:pem|crt|cer|der)$/i.test(name))
    .sort()
    .flatMap((name) => {
      try {
        return certificatesOf(readFileSync(path.join(folder, name)));
      } catch (error) {
        throw new Error(`${path.join(folder, name)} in TRUST_ROOTS holds no certificate that can be read.`, {
          cause: error,
        });
      }
    });
}
