/**
 * Who may sign a document of an agency, in which form, and how that is written above the name (quyền hạn, chức vụ của
 * người ký). Decree 30/2020/NĐ-CP, art. 13 and annex I, part I, section II.7; STANDARDS §6.1. Pure.
 */
import type { Text } from '../../ground/text/language.ts';
import { heldOn, type Agency, type AgencyKind, type Held } from '../agencies/index.ts';
import { covers, holds, isAgent } from './rules.ts';
import type { Mandate } from './schema.ts';

/** Plain signature of the head, TM. for the collective, Q. acting head, KT. deputy, TL. by order, TUQ. under authority, PT. in charge. */
export type SigningForm = 'plain' | 'TM' | 'Q' | 'KT' | 'PT' | 'TL' | 'TUQ';

/** The document to be signed. */
export type ToSign = {
  /** Code of the list `document-type` or `result-document`. */
  readonly type: string;
  readonly field: string | null;
  /** Issued by the agency, or by its head in his own right (Chủ tịch, not Ủy ban): then there is no TM. line. */
  readonly authority: 'agency' | 'head';
};

/** An agency right below. The office (văn phòng) is the apparatus of the agency itself: TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG. */
export type Below = { readonly name: string; readonly kind: AgencyKind };

export type SigningQuestion = {
  readonly agency: Pick<Agency, 'id' | 'name' | 'kind' | 'regime' | 'headTitle'>;
  readonly signer: string;
  /** Posts the signer holds, in this agency and elsewhere. */
  readonly held: readonly Held[];
  readonly mandates: readonly Mandate[];
  /** The agencies right below it where the signer holds a post, by id: their heads may sign TUQ. */
  readonly below: ReadonlyMap<string, Below>;
  readonly document: ToSign;
};

/** `lines` stand above the signer's name, in capitals: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
export type SigningAuthority =
  | {
      readonly may: true;
      readonly form: SigningForm;
      readonly lines: readonly string[];
      readonly mandate: Mandate | null;
    }
  | { readonly may: false; readonly reason: Text };

const capitals = (text: string): string => text.normalize('NFC').toLocaleUpperCase('vi');

const bodies: Partial<Record<Agency['kind'], string>> = {
  'peoples-committee': 'ỦY BAN NHÂN DÂN',
  'peoples-council': 'HỘI ĐỒNG NHÂN DÂN',
};

/** The first line: whom the signature stands for, when it is the collective. */
const collective = ({ agency, document }: SigningQuestion): readonly string[] =>
  agency.regime === 'collective' && document.authority === 'agency'
    ? [`TM. ${bodies[agency.kind] ?? capitals(agency.name.vi)}`]
    : [];

const authority = (
  form: SigningForm,
  lines: readonly string[],
  mandate: Mandate | null = null,
): SigningAuthority => ({ may: true, form, lines, mandate });

/** As head of the agency: appointed, acting (Q.), or in charge (a deputy then signs KT., annex I; anybody else PT.). */
function asHead(question: SigningQuestion, held: readonly Held[], head: string): SigningAuthority | null {
  const above = collective(question);
  const seat = held.find(({ post }) => post.agency === question.agency.id && post.rank === 'head');
  switch (seat?.holding.kind) {
    case undefined:
      return null;
    case 'appointed':
    case 'seconded':
      return authority(above.length > 0 ? 'TM' : 'plain', [...above, head]);
    case 'acting':
      return authority('Q', [...above, `Q. ${head}`]);
    case 'in-charge': {
      const deputy = held.find(({ post }) => post.agency === question.agency.id && post.rank === 'deputy');
      return deputy
        ? authority('KT', [...above, `KT. ${head}`, capitals(deputy.post.title.vi)])
        : authority('PT', [...above, `PT. ${head}`]);
    }
  }
}

/** Lines of one who signs under a mandate; null when the post does not fit the form. */
function underMandate(
  question: SigningQuestion,
  mandate: Mandate,
  seat: Held,
  head: string,
  parents: ReadonlyMap<string, Mandate>,
): SigningAuthority | null {
  const title = capitals(seat.post.title.vi);
  const parent = mandate.under === null ? undefined : parents.get(mandate.under);
  if (mandate.form === 'KT' && parent?.form === 'TL') {
    // The deputy of one who signs by order: TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG (art. 13.4).
    if (seat.post.rank !== 'deputy' && seat.post.rank !== 'unit-deputy') return null;
    const ordered = title.replace(/^PHÓ /u, '');
    return authority('TL', [`TL. ${head}`, `KT. ${ordered}`, title], mandate);
  }
  if (mandate.form === 'KT') {
    if (seat.post.rank !== 'deputy' || seat.post.agency !== question.agency.id) return null;
    return authority('KT', [...collective(question), `KT. ${head}`, title], mandate);
  }
  if (mandate.form === null) return null;
  if (seat.post.agency === question.agency.id)
    return seat.post.rank === 'unit-head'
      ? authority(mandate.form, [`${mandate.form}. ${head}`, title], mandate)
      : null;
  // TL. goes to heads of units of the agency (art. 13.4); TUQ. also to heads of agencies below, who name theirs (art. 13.3).
  const theirs = question.below.get(seat.post.agency);
  if (seat.post.rank !== 'head' || theirs === undefined) return null;
  if (theirs.kind === 'office') return authority(mandate.form, [`${mandate.form}. ${head}`, title], mandate);
  return mandate.form === 'TUQ'
    ? authority('TUQ', [`TUQ. ${head}`, `${title} ${capitals(theirs.name)}`], mandate)
    : null;
}

const refuse = (vi: string, en: string): SigningAuthority => ({ may: false, reason: { vi, en } });

/** Decides whether the signer may sign this document on a day, in which form, and under which mandate. */
export function signingAuthority(question: SigningQuestion, day: string): SigningAuthority {
  const { agency, signer, document } = question;
  const held = heldOn(question.held, day);
  const head = capitals(agency.headTitle ?? 'Thủ trưởng');
  const own = asHead(question, held, head);
  if (own) return own;
  const posts = held.map(({ post }) => post.id);
  const given = question.mandates.filter(
    (mandate) =>
      mandate.kind === 'signing' &&
      mandate.agency === agency.id &&
      isAgent(mandate, { person: signer, posts }),
  );
  if (given.length === 0) {
    const vi = 'Người này chưa được giao ký văn bản của cơ quan.';
    return refuse(vi, 'This person has not been authorised to sign documents of the agency.');
  }
  const all = new Map(question.mandates.map((mandate) => [mandate.id, mandate]));
  const holding = given.filter((mandate) => holds(mandate, day, all));
  if (holding.length === 0) {
    const vi = 'Việc giao ký đã hết hạn, chưa bắt đầu hoặc đã bị thu hồi.';
    return refuse(vi, 'The authority to sign has ended, not begun, or been revoked.');
  }
  const deed = {
    act: 'sign',
    document: document.type,
    ...(document.field === null ? {} : { field: document.field }),
  };
  for (const mandate of holding.filter((one) => covers(one, deed))) {
    const seats = held.filter(({ post }) => mandate.agent.kind === 'person' || mandate.agent.id === post.id);
    for (const seat of seats) {
      const found = underMandate(question, mandate, seat, head, all);
      if (found) return found;
    }
  }
  const vi = 'Loại văn bản hoặc lĩnh vực này nằm ngoài phạm vi được giao ký.';
  return refuse(vi, 'This document lies outside of what the person may sign.');
}
