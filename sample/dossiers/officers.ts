/** Who of the sample's officers does a piece of work. */
import { nobody, type By, type Look } from '../../src/ground/db/act.ts';
import type { Work } from '../../src/work/desk/index.ts';
import { findAccount } from '../../src/world/access/index.ts';
import { powersOf } from '../../src/world/mandates/index.ts';
import { sampleId } from '../province/ids.ts';
import { readSample } from '../province/load.ts';

const { officers, posts } = readSample();
const postOf = new Map(posts.map((post) => [post.slug, post]));

/** The officer whose post this work waits for, signed in as always; null when nobody has it. */
export async function officerFor(
  look: Look,
  { agency, unit, role }: Pick<Work, 'agency' | 'unit' | 'role'>,
): Promise<By | null> {
  for (const { slug, name, holds } of officers) {
    const post = holds
      .map((held) => postOf.get(held.post))
      .find(
        (held) =>
          held !== undefined &&
          sampleId('agency', held.agency) === agency &&
          held.roles.some((one) => one === role) &&
          (unit === null || (held.unit !== undefined && sampleId('unit', held.unit) === unit)),
      );
    if (!post) continue;
    const person = sampleId('officer', slug);
    return {
      ...nobody,
      kind: 'officer',
      account: (await findAccount(look, 'officer', slug))?.id ?? null,
      person,
      name,
      post: sampleId('post', post.slug),
      agency,
      unit: post.unit === undefined ? null : sampleId('unit', post.unit),
      powers: await powersOf(look, person),
      assurance: 2,
    };
  }
  return null;
}
