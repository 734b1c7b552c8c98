/** Signs a PDF in one go, to any level of the PAdES baseline (ETSI EN 319 142-1; Circular 15/2025). */
import { deflateSync } from 'node:zlib';
import { Unavailable } from '../../../ground/operate/errors.ts';
import { readCertificate } from '../cms/certificate.ts';
import { readSignedData } from '../cms/signed-data.ts';
import { askTimestamp, type TimestampPort } from '../sign/timestamp.ts';
import type { Signer } from '../sign/signer.ts';
import type { Evidence } from '../trust/trust.ts';
import { catalogOf, dictOf } from './document.ts';
import { completeCms, fillHole, preparePdf, stampPdf, type SignaturePlan } from './prepare.ts';
import { arrayOf } from './structure.ts';
import { isRef, type Value } from './syntax.ts';
import {
  addObject,
  beginUpdate,
  changed,
  finishUpdate,
  made,
  name,
  setObject,
  stream,
  type Written,
} from './update.ts';

/** B-B signature · B-T with timestamp · B-LT with certificates and revocation evidence · B-LTA with a document timestamp over all of it. */
export type Level = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA';

/** The services a level needs. `evidence` answers for certificates in DER (each but the roots). */
export type Services = {
  readonly level?: Level;
  readonly timestamp?: TimestampPort;
  readonly evidence?: (certificates: readonly Buffer[]) => Promise<Evidence>;
};

/** Adds certificates and revocation evidence to the document security store; what it holds already stays and is not doubled. */
export const addEvidence = (
  pdf: Buffer,
  { certificates, crls, ocsps }: Evidence & { readonly certificates: readonly Buffer[] },
): Buffer => {
  const update = beginUpdate(pdf);
  const { document } = update;
  const catalog = catalogOf(document)!;
  const store = dictOf(document, catalog.entries.get('DSS'));
  const list = (key: string, pieces: readonly Buffer[]): readonly Written[] | undefined => {
    const known: readonly Value[] = arrayOf(document, store?.entries.get(key));
    const fresh = [...new Map(pieces.map((piece) => [piece.toString('latin1'), piece])).values()];
    const added = fresh.map((piece) =>
      addObject(update, stream({ Filter: name('FlateDecode') }, deflateSync(piece))),
    );
    return known.length + added.length > 0 ? [...known, ...added] : undefined;
  };
  const entries = {
    Type: name('DSS'),
    Certs: list('Certs', certificates),
    CRLs: list('CRLs', crls),
    OCSPs: list('OCSPs', ocsps),
  };
  const reference = addObject(update, store ? changed(store, entries) : made(entries));
  const root = document.trailer.get('Root');
  if (isRef(root)) setObject(update, root, changed(catalog, { DSS: reference }));
  return finishUpdate(update).bytes;
};

const missing = (vi: string, en: string): never => {
  throw new Unavailable({ vi, en });
};

/** Signs a PDF (E2). The default level is the highest that the services allow. */
export const signPdf = async (
  pdf: Buffer,
  plan: SignaturePlan,
  signer: Signer,
  services: Services = {},
): Promise<Buffer> => {
  const { timestamp, evidence } = services;
  const level: Level = services.level ?? (timestamp ? (evidence ? 'B-LTA' : 'B-T') : 'B-B');
  const prepared = preparePdf(pdf, plan, signer);
  const signature = await signer.sign(prepared.toSign);
  if (level === 'B-B') return fillHole(prepared, completeCms(prepared, signature));
  if (!timestamp)
    return missing('Chưa cấu hình dịch vụ cấp dấu thời gian.', 'No timestamp service is configured.');
  const token = await askTimestamp([signature], timestamp);
  const signed = fillHole(prepared, completeCms(prepared, signature, token));
  if (level === 'B-T') return signed;
  if (!evidence)
    return missing(
      'Chưa cấu hình nguồn thông tin thu hồi chứng thư.',
      'No source of revocation information is configured.',
    );
  return level === 'B-LT'
    ? keepEvidence(signed, signer, token, evidence)
    : archivePdf(signed, signer, token, { timestamp, evidence });
};

/** Brings a file that was signed with this timestamp token from level B-T to B-LTA. */
export const archivePdf = async (
  signed: Buffer,
  signer: Pick<Signer, 'certificate' | 'chain'>,
  token: Buffer,
  { timestamp, evidence }: Required<Pick<Services, 'timestamp' | 'evidence'>>,
): Promise<Buffer> =>
  stampPdf(await keepEvidence(signed, signer, token, evidence), (data) => askTimestamp(data, timestamp));

/**
 * Brings a file that was signed with this timestamp token from level B-T to B-LT: with the certificates of both, and what their
 * authorities say of them now.
 */
async function keepEvidence(
  signed: Buffer,
  { certificate, chain }: Pick<Signer, 'certificate' | 'chain'>,
  token: Buffer,
  evidence: NonNullable<Services['evidence']>,
): Promise<Buffer> {
  const stamped = readSignedData(token).certificates.map(({ der }) => der);
  const certificates = [certificate, ...chain, ...stamped];
  const found = await evidence(certificates.filter((der) => !isRoot(der)));
  return addEvidence(signed, { certificates, ...found });
}

const isRoot = (der: Buffer): boolean => {
  const { subjectKey, issuerKey } = readCertificate(der);
  return subjectKey === issuerKey;
};
