/** What a verifier answers, in memory and as the one line of JSON of `toantrinh verify`. */
import type { Language, Text } from '../../ground/text/language.ts';

/** `undetermined` is *không xác định*: nothing speaks against the signature, but not all that the law asks for is proven (STANDARDS §8.6). */
export type Outcome = 'valid' | 'invalid' | 'undetermined' | 'unsigned';

/** How far the certificate leads: to a configured root, to a root that nobody configured, not to any root, or no certificate at all. */
export type ChainState = 'trusted' | 'unknown-root' | 'incomplete' | 'none';

/** What a finding does to the outcome. A `note` only explains. */
type Weight = 'invalid' | 'undetermined' | 'note';
export type Finding = { readonly weight: Weight; readonly text: Text };

export type SignatureReport = {
  readonly outcome: Exclude<Outcome, 'unsigned'>;
  /** Name in the certificate; null when no certificate is tied to the signed bytes. */
  readonly signer: string | null;
  /** Best known moment of signing: of a trusted timestamp, else what the signer claims. */
  readonly time: Date | null;
  readonly timeProven: boolean;
  /** Whether the signed bytes are the ones that were signed. */
  readonly integrity: 'intact' | 'broken';
  readonly coversWholeFile: boolean;
  readonly chain: ChainState;
  /** Names from the signer up to the last certificate found. */
  readonly chainNames: readonly string[];
  readonly findings: readonly Finding[];
};

export type Verdict = {
  readonly verdict: Outcome;
  readonly signatures: readonly SignatureReport[];
  /** What concerns the file and no single signature. */
  readonly findings: readonly Finding[];
};

/** The outcome that findings lead to: one that makes invalid wins, then one that leaves open. */
export const outcomeOf = (findings: readonly Finding[]): Exclude<Outcome, 'unsigned'> => {
  if (findings.some(({ weight }) => weight === 'invalid')) return 'invalid';
  return findings.some(({ weight }) => weight === 'undetermined') ? 'undetermined' : 'valid';
};

/** The verdict on a file: as bad as its worst signature (E2: fails closed). */
export const verdictOf = (
  signatures: readonly SignatureReport[],
  findings: readonly Finding[] = [],
): Verdict => {
  const outcomes = new Set([...signatures.map(({ outcome }) => outcome), outcomeOf(findings)]);
  if (outcomes.has('invalid')) return { verdict: 'invalid', signatures, findings };
  if (outcomes.has('undetermined')) return { verdict: 'undetermined', signatures, findings };
  return { verdict: signatures.length > 0 ? 'valid' : 'unsigned', signatures, findings };
};

/** A moment as ISO 8601 in UTC with whole seconds. */
const moment = (time: Date | null): string | null => time && time.toISOString().replace(/\.\d+Z$/, 'Z');

/** The verdict as the plain data of the issue: reasons are sentences in one language; those of the file itself only where there are some. */
export const verdictJson = (verdict: Verdict, language: Language = 'vi'): object => ({
  verdict: verdict.verdict,
  signatures: verdict.signatures.map((signature) => ({
    signer: signature.signer,
    time: moment(signature.time),
    integrity: signature.integrity,
    coversWholeFile: signature.coversWholeFile,
    chain: signature.chain,
    reasons: reasonsIn(signature.findings, language),
  })),
  ...(verdict.findings.length > 0 && { reasons: reasonsIn(verdict.findings, language) }),
});

const reasonsIn = (findings: readonly Finding[], language: Language): readonly string[] => [
  ...new Set(findings.map(({ text }) => text[language])),
];
