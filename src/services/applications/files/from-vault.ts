/** Papers of the applicant's own vault that stand in for what a page asks for (D2): offered there, taken with one press. */
import type { Act, Look } from '../../../ground/db/act.ts';
import { keepFile } from '../../../ground/files/index.ts';
import { look as noteLook } from '../../../ground/record/index.ts';
import type { Answers, FileReference } from '../../../work/forms/index.ts';
import type { Component, Procedure } from '../../catalogue/index.ts';
import { findForComponent, ownerOf, SOUGHT_AT_COUNTER, type VaultItem } from '../../vault/index.ts';
import { hasRoleAt } from '../../../world/mandates/index.ts';
import { counterOf } from '../counter.ts';
import type { Draft } from '../drafts.ts';

/** A paper of the vault, and the question that it answers. */
export type Offer = { readonly field: string; readonly paper: VaultItem };

/** The results that a component is, or that stand in for it. */
const codesOf = ({ paper, standIns }: Component): readonly string[] => [
  ...new Set([
    ...standIns.filter(({ kind }) => kind === 'vault').map(({ what }) => what),
    ...(paper ? [paper] : []),
  ]),
];

/** The questions for files on a page of the form that have none yet, each with the kinds of result that answer it. */
function openQuestions({ form, groups }: Procedure, answers: Answers, pageId: string) {
  const components = groups.flatMap((group) => group.components);
  const page = form?.sections.flatMap(({ pages }) => pages).find(({ id }) => id === pageId);
  return (page && !page.repeat ? page.fields : []).flatMap((field) => {
    if (field.type !== 'files' || !(field.accept ?? ['pdf']).includes('pdf')) return [];
    const given = answers[field.id];
    if (Array.isArray(given) && given.length > 0) return [];
    const component = components.find(({ key }) => key === field.component);
    return component ? [{ field: field.id, codes: codesOf(component) }] : [];
  });
}

const holderOf = (draft: Draft): string | null => draft.organisation ?? draft.person;

/**
 * Whose vault this visitor may look into for a draft; null: nobody's. The owner's own, or of whom they act for under a mandate that covers
 * it; an officer at the counter once the applicant has consented there.
 */
function vaultFor({ by }: Look, draft: Draft): string | null {
  const holder = holderOf(draft);
  if (by.kind === 'officer') return counterOf(by) !== null && draft.vault_consent_at ? holder : null;
  return by.kind === 'citizen' && ownerOf(by) === holder ? holder : null;
}

/**
 * Whether the officer may ask the applicant to consent: a paper that a vault can hold is asked for on this page, and the person stands at
 * the counter. What the vault holds is not known before.
 */
export const mayAskConsent = ({ by }: Look, draft: Draft, procedure: Procedure, pageId: string): boolean =>
  by.kind === 'officer' &&
  counterOf(by) !== null &&
  !draft.by_post &&
  draft.answers_to === null &&
  draft.vault_consent_at === null &&
  holderOf(draft) !== null &&
  openQuestions(procedure, draft.answers, pageId).some(({ codes }) => codes.length > 0);

/** Writes down that an officer looked into the applicant's vault: its owner sees who, when and why (D4). Nothing for the owner's own look. */
export function noteVaultLook(act: Act, draft: Draft, item: string): void {
  const holder = holderOf(draft);
  if (act.by.kind === 'officer' && holder)
    noteLook(act, holder, SOUGHT_AT_COUNTER, item, { may: hasRoleAt(counterOf(act.by) ?? '', 'counter') });
}

/**
 * What the applicant's vault holds for the open questions of this page: the newest paper in force of each kind. Only who may look into
 * that vault is offered anything of it.
 */
export async function offersFor(
  look: Look,
  draft: Draft,
  procedure: Procedure,
  pageId: string,
): Promise<readonly Offer[]> {
  const owner = vaultFor(look, draft);
  if (owner === null) return [];
  const offers: Offer[] = [];
  for (const { field, codes } of openQuestions(procedure, draft.answers, pageId)) {
    for (const code of codes) {
      const paper = await findForComponent(look, owner, code);
      if (paper?.type !== 'application/pdf') continue;
      offers.push({ field, paper });
      break;
    }
  }
  return offers;
}

/** Keeps a paper of the vault as a file of the draft, and gives the answers with it. The bytes stay where they are. */
export function takeOffer(act: Act, answers: Answers, { field, paper }: Offer): Answers {
  const { hash, size, type, title, symbol } = paper;
  const name = `${[title, symbol].filter(Boolean).join(' ').replaceAll('/', '-')}.pdf`;
  const file = keepFile(act, { hash, size, type }, name);
  const reference: FileReference = { id: file.id, name: file.name, size, state: 'received' };
  return { ...answers, [field]: [reference] };
}
