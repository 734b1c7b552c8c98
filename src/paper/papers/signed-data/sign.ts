/** The agency signs the data of its paper: JSON as JWS (RFC 7515), XML as XAdES (Circular 15/2025/TT-BKHCN). Slow; stands outside of acts. */
import type { Look } from '../../../ground/db/act.ts';
import type { Stored } from '../../../ground/files/index.ts';
import { signJws, signXml, type Signer } from '../../signing/index.ts';
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
};

/** Signs the data of a paper with this seal and keeps it. */
export async function signData(
  { store }: Pick<Press, 'store'>,
  form: DataForm,
  paper: Told,
  seal: { readonly signer: Signer; readonly name: string },
  now: Date,
): Promise<SignedData> {
  const signed =
    form === 'json'
      ? await signJws(asJson(paper), seal.signer, now)
      : await signXml(asXml(paper), seal.signer, now);
  return { form, stored: await store.put(Buffer.from(signed)), file: paper.hash, agency: seal.name };
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
