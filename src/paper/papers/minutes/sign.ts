/** The two signatures of minutes: each visible in its place, the second over the first. Slow; stands outside of acts. */
import { signPdf, type SignaturePlan } from '../../signing/index.ts';
import { dataFile } from '../../typeset/index.ts';
import type { Holder } from '../holder.ts';
import { signaturePicture } from '../keyring.ts';
import { layOut, type LaidOut, type Press } from '../lay-out.ts';
import { phoneOf, signOnPhone } from '../remote/on-phone.ts';
import type { Minutes, Paper, Signed } from '../schema.ts';

/** Places of the template (`closing.typ`). */
const places = { secretary: 'secretary-signature', chair: 'signature' } as const;

type Bytes = { readonly pdf: Buffer; readonly result: LaidOut['result'] };

/** What the signer gets before the eyes: the secretary a fresh file, the chair the one that the secretary has signed. */
async function bytesFor(press: Press, paper: Paper, minutes: Minutes, now: Date): Promise<Bytes> {
  if (minutes.file !== null && minutes.laid_out)
    return { pdf: await press.store.read(minutes.file), result: minutes.laid_out };
  const { prepared, result } = await layOut(press, paper, now);
  return { pdf: prepared, result };
}

/** Signs as whoever is next. The first signature certifies the file: from then on only signing and the clerk's words are let in. */
export async function signMinutes(
  press: Press,
  paper: Paper,
  minutes: Minutes,
  signer: Holder,
  now: Date,
): Promise<Signed> {
  const isFirst = minutes.file === null;
  const planWith = (picture: Awaited<ReturnType<typeof signaturePicture>>): SignaturePlan => ({
    field: isFirst ? places.secretary : places.chair,
    time: now,
    ...(isFirst && { permission: 2 }),
    appearance: { kind: 'picture', picture },
  });
  const phone = await phoneOf(press, signer);
  if (phone) {
    const { stored, result } = await signOnPhone(phone, {
      id: paper.id,
      title: paper.title,
      madeFrom: `${minutes.file ?? paper.template}\n${dataFile(paper.data)}`,
      level: 'B-T',
      make: async () => ({
        ...(await bytesFor(press, paper, minutes, now)),
        plan: planWith(await signaturePicture(signer.name)),
      }),
    });
    return { stored, ...result };
  }
  const { pdf, result } = await bytesFor(press, paper, minutes, now);
  const { signer: own, picture } = await press.keyring.person(signer);
  const signed = await signPdf(pdf, planWith(picture), own, {
    timestamp: press.keyring.timestamp,
    level: 'B-T',
  });
  return { stored: await press.store.put(signed), ...result };
}
