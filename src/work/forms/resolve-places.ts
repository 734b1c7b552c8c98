/** Finds today's commune for every address of a page, through the port that `world/places` answers (NQ 202/2025/QH15: no districts). */
import type { Context } from './fields/field.ts';
import { resolveAddress, type ResolvePlace } from './fields/address.tsx';
import { askedOn, fill } from './fill.ts';
import type { Form } from './form.ts';
import type { Answers } from './schema.ts';

const put = (value: unknown, [step, ...rest]: readonly string[], leaf: unknown): unknown => {
  if (step === undefined) return leaf;
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (String(index) === step ? put(one, rest, leaf) : one));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [step]: put(record[step], rest, leaf) };
};

/**
 * The answers with every address that is asked looked up: its commune code set, or the candidates to choose from. Call it with the answers
 * of a post before `validate`; codes that were posted count only when the lookup confirms them. Give `pageId` to look at one page only.
 */
export const resolvePlaces = async (
  form: Form,
  answers: Answers,
  context: Context,
  resolvePlace: ResolvePlace,
  pageId?: string,
): Promise<Answers> => {
  const filled = fill(form, answers, context);
  const pages = filled.pages.filter(({ form: { page } }) => pageId === undefined || page.id === pageId);
  const addresses = pages.flatMap(askedOn).filter(({ node }) => node.field.type === 'address');
  let resolved: unknown = { ...answers, ...filled.answers };
  for (const { path, value } of addresses) {
    if (value === undefined) continue;
    resolved = put(resolved, path.split('.'), await resolveAddress(value, resolvePlace));
  }
  return resolved as Answers;
};
