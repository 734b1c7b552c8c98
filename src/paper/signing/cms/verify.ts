/** A CMS file with its content inside (`.p7m`, CAdES): the verdict in the same shape as for any other file. */
import { Asn1Error } from '../asn1/read.ts';
import { reasons } from '../reasons.ts';
import { noEvidence, type Trust } from '../trust/trust.ts';
import { outcomeOf, verdictOf, type SignatureReport, type Verdict } from '../verdict.ts';
import { judgeSigner, nobody, type Judgement } from './judge.ts';
import { readSignedData, type SignedData } from './signed-data.ts';

const unreadable = (error: unknown): boolean => error instanceof Asn1Error || error instanceof RangeError;

const read = (bytes: Buffer): SignedData | null => {
  try {
    return readSignedData(bytes);
  } catch (error) {
    if (unreadable(error)) return null;
    throw error;
  }
};

const judge = async (signed: SignedData, content: Buffer, trust: Trust): Promise<Judgement> => {
  const around = { certificates: [], evidence: noEvidence, claimed: null, proven: trust.existed ?? null };
  try {
    return await judgeSigner(signed, [content], around, trust);
  } catch (error) {
    if (unreadable(error)) return { ...nobody(around), findings: [reasons.unreadable] };
    throw error;
  }
};

/** Judges each signer over the content inside. Null when the bytes are no CMS; a detached signature alone cannot be determined. */
export const verifyCms = async (bytes: Buffer, trust: Trust): Promise<Verdict | null> => {
  const signed = read(bytes);
  if (!signed) return null;
  const { content } = signed;
  if (!content) return verdictOf([], [reasons.contentElsewhere]);
  const reports: SignatureReport[] = [];
  for (const signer of signed.signers) {
    const { certificate: _, ...judged } = await judge({ ...signed, signers: [signer] }, content, trust);
    reports.push({
      ...judged,
      coversWholeFile: judged.integrity === 'intact',
      outcome: outcomeOf(judged.findings),
    });
  }
  return verdictOf(reports);
};
