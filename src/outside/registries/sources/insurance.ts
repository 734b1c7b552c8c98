/** `insurance`: card and code of the person, and the birth that a hospital notified of them as a parent. */
import type { Look } from '../../../ground/db/act.ts';
import { patience } from '../../../ground/wire/index.ts';
import { getPerson } from '../../../world/people/index.ts';
import type { Ask } from '../asking.ts';
import type { InsuranceDatabase } from '../gateway/insurance.ts';
import { known, type SubjectSource } from '../known.ts';
import { registries } from '../registry.ts';
import type { BirthNotification } from '../schema.ts';
import { partyIn, sexWord } from './wording.ts';

export const insuranceSource = (port: InsuranceDatabase, ask: Ask): SubjectSource => ({
  name: 'insurance',
  registry: registries.insurance,
  facts: async (look, subject, paths, { patient, ...why }) => {
    const person = subject.person ? await getPerson(look, subject.person) : null;
    if (!person?.number) return { tree: {}, at: look.now };
    const { number } = person;
    const full = { ...why, patience: patience[patient] };
    const birth = paths.some((path) => path.startsWith('birthNotification'));
    const own = paths.some((path) => !path.startsWith('birthNotification'));
    const [insured, births] = await Promise.all([
      own
        ? ask(look, registries.insurance, 'traCuuThamGia', number, full, () => port.find(look, number, full))
        : undefined,
      birth
        ? ask(look, registries.insurance, 'traCuuGiayChungSinh', number, full, () =>
            port.listNotified(look, number, full),
          )
        : undefined,
    ]);
    if (insured === null || births === null) return null;
    const { number: _, ...card } = insured?.answer ?? { number };
    return {
      at: births?.at ?? insured?.at ?? look.now,
      tree: known({ ...card, birthNotification: await notificationTree(look, births?.answer ?? []) }),
    };
  },
});

/** The latest birth. Twins are two notifications: which child is meant is for the parent to say, so nothing is filled in. */
async function notificationTree(
  look: Look,
  births: readonly BirthNotification[],
): Promise<Readonly<Record<string, unknown>> | null> {
  const [birth, other] = births;
  if (!birth || other?.born === birth.born) return null;
  return known({
    number: birth.number,
    childName: birth.childName,
    sex: sexWord(birth.sex),
    born: birth.born,
    place: birth.place,
    mother: await partyIn(look, birth.mother),
    father: await partyIn(look, birth.father),
  });
}
