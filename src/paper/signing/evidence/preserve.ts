/** From a signed file that came in to its evidence record, and back: the verdict on a file with its record. */
import { verifyFile } from '../file.ts';
import type { TimestampPort } from '../sign/timestamp.ts';
import type { Trust } from '../trust/trust.ts';
import type { Verdict } from '../verdict.ts';
import { judgeRecord, makeRecord } from './record.ts';
import type { Material } from './values.ts';

/** Verifies a file and keeps what the verifier was told from outside: with just that, it comes to the same verdict later. */
async function verifyNoting(
  file: Buffer,
  trust: Trust,
): Promise<{ readonly verdict: Verdict; readonly material: Material }> {
  const certificates = new Map<string, Buffer>();
  const given = { crls: [...(trust.evidence?.crls ?? [])], ocsps: [...(trust.evidence?.ocsps ?? [])] };
  for (const { id, der } of trust.intermediates ?? []) certificates.set(id, der);
  const ask = trust.fetchRevocation;
  const verdict = await verifyFile(file, {
    ...trust,
    ...(ask && {
      fetchRevocation: async (certificate, issuer) => {
        for (const { id, der } of [certificate, issuer]) certificates.set(id, der);
        const found = await ask(certificate, issuer);
        given.crls.push(...found.crls);
        given.ocsps.push(...found.ocsps);
        return found;
      },
    }),
  });
  return { verdict, material: { certificates: [...certificates.values()], ...given } };
}

/** The evidence record of a signed file as of now, and the verdict that it lets others come to later. */
export async function preserveFile(
  file: Buffer,
  trust: Trust,
  port: TimestampPort,
): Promise<{ readonly verdict: Verdict; readonly record: Buffer }> {
  const { verdict, material } = await verifyNoting(file, trust);
  return { verdict, record: await makeRecord(file, material, port) };
}

/**
 * The verdict on a file that has an evidence record: its signatures are judged at the moment at which the record proves that it existed.
 * A record that proves nothing changes nothing.
 */
export async function verifyWithRecord(file: Buffer, record: Buffer, trust: Trust): Promise<Verdict> {
  const { existed, material, findings } = await judgeRecord(record, file, trust);
  const verdict = await verifyFile(
    file,
    existed
      ? {
          ...trust,
          existed,
          intermediates: [...(trust.intermediates ?? []), ...material.certificates],
          evidence: {
            crls: [...(trust.evidence?.crls ?? []), ...material.crls],
            ocsps: [...(trust.evidence?.ocsps ?? []), ...material.ocsps],
          },
        }
      : trust,
  );
  return { ...verdict, findings: [...verdict.findings, ...findings] };
}
