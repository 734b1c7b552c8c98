/** The agency signs the data of its paper: JSON as JWS (RFC 7515), XML as XAdES (Circular 15/2025/TT-BKHCN). Slow; stands outside of acts. */
import type { Look } from '../../../ground/db/act.ts';
import type { Stored } from '../../../ground/files/index.ts';
import { Unavailable } from '../../../ground/operate/errors.ts';
import { log } from '../../../ground/operate/log.ts';
import { signJws, signXml, stampJws, stampXml, type Signer } from '../../signing/index.ts';
import { listAnnexes } from '../annexes/queries.ts';
import { issuerNow } from '../issuer.ts';
import type { Press } from '../lay-out.ts';
import type { Paper } from '../schema.ts';
import { asJson, asXml, type Told } from './content.ts';

/** Forms of signed data. */
export type DataForm = 'json' | 'xml';

/** Signed data and what is noted of it; `file` is the hash of the issued file that it names. */
export type SignedData = {
  readonly form: DataForm;
  readonly stored: Stored;
  readonly file: string;
  readonly agency: string;
  /** Whether it carries a timestamp, or that follows. */
  readonly stamped: boolean;
};

const stamps = { json: stampJws, xml: stampXml } as const;

/** Signed data with a timestamp of the configured authority; null: it is out of reach. */
export async function stampData(
  { store, keyring }: Pick<Press, 'store' | 'keyring'>,
  form: DataForm,
  signed: string,
): Promise<Stored | null> {
  try {
    return await store.put(Buffer.from(await stamps[form](signed, keyring.timestamp)));
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    log.warn('signed data without timestamp', { form, why: error.message });
    return null;
  }
}

/** Signs the data of a paper with this seal, has it stamped and keeps it. Without the authority of time it is kept as it is: nobody waits. */
export async function signData(
  press: Pick<Press, 'store' | 'keyring'>,
  form: DataForm,
  paper: Told,
  seal: { readonly signer: Signer; readonly name: string },
  now: Date,
): Promise<SignedData> {
  const signed =
    form === 'json'
      ? await signJws(asJson(paper), seal.signer, now)
      : await signXml(asXml(paper), seal.signer, now);
  const stamped = await stampData(press, form, signed);
  const stored = stamped ?? (await press.store.put(Buffer.from(signed)));
  return { form, stored, file: paper.hash, agency: seal.name, stamped: stamped !== null };
}

/** Signs the data of an issued paper because somebody asked, with the seal of the agency that would issue it today. */
export async function signDataNow(
  press: Press,
  look: Look,
  paper: Paper & { readonly hash: string },
  form: DataForm,
): Promise<SignedData> {
  const { id, name } = await issuerNow(look, paper);
  const { signer } = await press.keyring.agency({ id, name: name.vi, organisation: name.vi });
  const annexes = (await listAnnexes(look, paper.id)).flatMap(({ n, hash }) => (hash ? [{ n, hash }] : []));
  return signData(press, form, { ...paper, annexes }, { signer, name: name.vi }, look.now);
}
