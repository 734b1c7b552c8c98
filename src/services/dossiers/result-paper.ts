/** The paper that a dossier would end in, before it is signed: composed from what was declared, found and given. */
import type { Agency } from '../../world/agencies/index.ts';
import type { Whose } from '../../world/mandates/index.ts';
import type { Look } from '../../ground/db/act.ts';
import type { FieldError } from '../../ground/operate/errors.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { listCharges } from '../../outside/payments/index.ts';
import { listRequests } from '../../outside/registries/index.ts';
import { getPaper, inNameOf, type Draft, type Head, type Paper } from '../../paper/papers/index.ts';
import { dataErrors, findTemplate } from '../../paper/typeset/index.ts';
import { linesIn, type Refusal } from './grounds.ts';
import type { Whole } from './queries.ts';
import { fitting, issuedBy, mapped, planted, shownAnswers, signerOf, type Facts } from './result.ts';
import type { Dossier } from './schema.ts';

type Matter = Pick<Whole, 'dossier' | 'procedure' | 'agency'>;

/** What a paper says, and by which template. */
export type Composed = Pick<Draft, 'template' | 'title' | 'resultCode' | 'data'>;

/** What officers found and other authorities gave for a dossier, by the names that its procedure maps. */
export async function foundFor(look: Look, dossier: Dossier): Promise<Facts['found']> {
  const [requests, charges] = await Promise.all([
    listRequests(look, dossier.id),
    listCharges(look, dossier.id),
  ]);
  const given = requests.map(({ numbers }) => numbers ?? {});
  return {
    ...dossier.process?.data,
    fee: charges.reduce((sum, { state, amount }) => sum + (state === 'void' ? 0 : (amount ?? 0)), 0),
    ...planted(dossier.found),
    ...Object.assign({}, ...given),
  };
}

/** Everything that the mappings of a procedure may speak of. */
export function factsOf({ dossier, procedure, agency }: Matter, found: Facts['found'], now: Date): Facts {
  const today = vietnamDay(now);
  return {
    answers: dossier.answers,
    shown: shownAnswers(procedure.form, dossier.answers, today),
    found,
    dossier: { code: dossier.code, applicant: dossier.applicant_name },
    issuer: { agency: agency.name.vi },
    today,
  };
}

/** The result as far as it is known; null where the procedure prints none. `check` is the address printed for checking it. */
export function composeResult(
  { procedure }: Pick<Whole, 'procedure'>,
  facts: Facts,
  head: Head,
  check: string,
): Composed | null {
  const result = procedure.results.find((one) => one.template !== null);
  const template = result?.template ? findTemplate(result.template) : null;
  if (!result?.template || !template) return null;
  const data = { ...head, notation: 'UBND', ...mapped(procedure.resultData, facts), check };
  return {
    template: result.template,
    title: result.name,
    resultCode: result.code,
    data: fitting(template.schema, data),
  };
}

/** What a paper still lacks; the signer is added at the signature, and is not missed here. */
export function lacking(paper: Composed): readonly FieldError[] {
  const template = findTemplate(paper.template);
  return template
    ? dataErrors(template, { ...paper.data, signer: signerOf(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], 'Người ký') })
    : [];
}

/** A refusal to settle is a paper of its own, signed like a result: a notice with the lawful ground. */
export const composeRefusal = (
  dossier: Dossier,
  agency: Pick<Agency, 'short'>,
  head: Head,
  { reason, basis }: Refusal,
): Composed => ({
  template: 'named-document',
  title: `Thông báo từ chối giải quyết: ${dossier.title}`,
  resultCode: null,
  data: {
    ...head,
    notation: `TB-${agency.short}`,
    type: 'Thông báo',
    abstract: `Về việc từ chối giải quyết hồ sơ ${dossier.code}`,
    body: [
      {
        kind: 'paragraph',
        text: `${head.agency} từ chối giải quyết hồ sơ ${dossier.code} của ${dossier.applicant_name} về việc “${dossier.title}”.`,
      },
      ...linesIn(`Lý do: ${reason}`).map((text) => ({ kind: 'paragraph', text }) as const),
      { kind: 'paragraph', text: `Căn cứ: ${basis}.` },
      {
        kind: 'paragraph',
        text: `${dossier.organisation ? 'Quý tổ chức' : 'Ông/bà'} có quyền khiếu nại trong 90 ngày kể từ ngày nhận được thông báo này (Luật Khiếu nại 02/2011/QH13, Điều 9), hoặc khởi kiện vụ án hành chính tại Tòa án.`,
      },
    ],
    recipients: [dossier.applicant_name, 'Lưu: VT'],
  },
});

/** The draft of a composed paper, for the room of papers; it goes to the vault of who receives it (`receiverOf`). */
export const draftOf = ({ dossier, procedure, agency }: Matter, paper: Composed, receiver: Whose): Draft => ({
  ...paper,
  item: dossier.id,
  agency: agency.id,
  agencyName: agency.name.vi,
  field: procedure.field,
  owner: receiver.person,
  ownerOrganisation: receiver.organisation,
  ownerName: dossier.applicant_name,
  book: paper.template,
  validUntil: null,
});

/**
 * The draft that a dossier waits with, as it is signed now: in the name of the agency that decides, also where another one
 * drafted it and has ended since. Null while there is none.
 */
export async function paperToSign(look: Look, whole: Matter): Promise<Paper | null> {
  const { dossier, procedure, agency } = whole;
  if (!dossier.result) return null;
  const paper = await getPaper(look, dossier.result);
  if (paper.agency === agency.id) return paper;
  const renamed = await inNameOf(look, paper, agency);
  if (dossier.outcome !== 'granted') return renamed;
  return { ...renamed, data: issuedBy(renamed.data, procedure.resultData, factsOf(whole, {}, look.now)) };
}
