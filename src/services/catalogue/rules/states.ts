/** The life of a version: draft → reviewed → published by a second person → replaced. Pure. */
import type { By } from '../../../ground/db/act.ts';
import type { Text } from '../../../ground/text/language.ts';

/** Acts on a draft. */
export type DraftAct = 'edit' | 'review' | 'return' | 'publish';

/** A draft as far as the rules look at it. */
export type DraftState = {
  readonly state: 'draft' | 'reviewed' | 'published';
  readonly createdBy: string | null;
  readonly reviewedBy: string | null;
  readonly basedOn: number | null;
};

const from: Readonly<Record<DraftAct, DraftState['state']>> = {
  edit: 'draft',
  review: 'draft',
  return: 'reviewed',
  publish: 'reviewed',
};

/** Whether a person edits the catalogue (biên tập viên). */
export const isEditor = (by: By): boolean =>
  by.kind === 'officer' && by.powers.some(({ role }) => role === 'editor');

/**
 * Why an act may not be done; null when it may. Who wrote a draft does not review it; who reviewed it does not publish it
 * (four eyes); nothing is published on a base that has moved on.
 */
export function refusal(act: DraftAct, draft: DraftState, by: By, newest: number | null): Text | null {
  if (!isEditor(by))
    return { vi: 'Việc này dành cho biên tập viên danh mục.', en: 'This is for editors of the catalogue.' };
  if (draft.state !== from[act])
    return { vi: 'Bản này không còn ở bước đó.', en: 'This version is no longer at that step.' };
  if (act === 'review' && draft.createdBy === by.account) {
    return { vi: 'Người soạn không tự rà soát bản của mình.', en: 'Who wrote a draft does not review it.' };
  }
  if (act === 'publish' && draft.createdBy === by.account) {
    return {
      vi: 'Bản này phải do người thứ hai công bố, không phải người soạn.',
      en: 'A second person publishes it, not who wrote it.',
    };
  }
  if (act === 'publish' && draft.basedOn !== newest) {
    return {
      vi: 'Thủ tục đã có phiên bản mới hơn bản mà bạn dựa vào. Hãy trả về để soạn lại trên bản mới.',
      en: 'The procedure has a newer version than the one this began from. Return it and work on the newer one.',
    };
  }
  return null;
}

/** Acts that a person may do on a draft now. */
export const possibleActs = (draft: DraftState, by: By, newest: number | null): readonly DraftAct[] =>
  (Object.keys(from) as DraftAct[]).filter((act) => refusal(act, draft, by, newest) === null);
