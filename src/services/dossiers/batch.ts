/** What can be done to many dossiers at once from the desk: accept, sign, seal and issue, send back for another draft, return the result. */
import type { Act, Look } from '../../ground/db/act.ts';
import type { Edge } from '../../ground/db/edge.ts';
import { Conflict, Invalid, NotAllowed } from '../../ground/operate/errors.ts';
import {
  confirmMany,
  documentToSign,
  noteSignature,
  signAsLeader,
  type Press,
} from '../../paper/papers/index.ts';
import { batchAct, mayDo, type BatchAct, type Work } from '../../work/desk/index.ts';
import { maySign } from '../../world/mandates/index.ts';
import { acceptNow } from './commands/accept.ts';
import { issueResult, paperToIssue, sealResult } from './commands/issue.ts';
import { noteNoticeSigned } from './commands/notice.ts';
import { refuseUnpaid } from './commands/payment.ts';
import { refuseUnsigned } from './commands/receipt.ts';
import { noteReturned, noteSigned, sendBack } from './commands/steps.ts';
import { holdStep } from './held-step.ts';
import { guardDossierInterest } from './interest.ts';
import { noticeOf, paperToSignAt } from './notice.ts';
import { noticeWords } from './notice-words.ts';
import { getWhole, type Whole } from './queries.ts';
import { signerOf } from './result.ts';
import { tokenOf } from './work.ts';

const isWork =
  (kind: string) =>
  (work: Pick<Work, 'room' | 'kind'>): boolean =>
    work.room === 'dossiers' && work.kind === kind;

/** The dossier behind a work item, for an officer who may do that work. Throws NotAllowed when it is somebody else's, or a conflict of interest. */
async function wholeOf(look: Look, work: Work): Promise<Whole> {
  if (!mayDo(look.by, work))
    throw new NotAllowed({ vi: 'Việc này đang do người khác xử lý.', en: 'Somebody else is doing this.' });
  const whole = await getWhole(look, work.code);
  await guardDossierInterest(look, whole.dossier);
  return whole;
}

/** The same for an act on a step of the process: held, with the definition and the token. */
async function atStep(act: Act, work: Work, whole: Whole) {
  const { held, definition } = await holdStep(act, whole, work);
  return { held, definition, token: Number(work.ref) };
}

const acceptMany = batchAct({
  name: 'dossiers.accept',
  title: { vi: 'Tiếp nhận các hồ sơ', en: 'Accept the dossiers' },
  fits: isWork('accept'),
  asks: null,
  prepare: wholeOf,
  act: async (act, _, __, whole) => {
    await acceptNow(act, whole);
  },
});

/** The paper of a dossier as this leader would sign it. Throws what stands against it. */
async function toSign(look: Look, work: Work) {
  const whole = await wholeOf(look, work);
  const { agency, procedure } = whole;
  const paper = await paperToSignAt(look, work, whole);
  if (!paper)
    throw new Conflict({ vi: 'Hồ sơ chưa có văn bản để ký.', en: 'There is no paper to sign yet.' });
  const document = documentToSign(paper, procedure.field);
  const authority = await maySign(look, look.by.person ?? '', agency.id, document);
  if (!authority.may) throw new NotAllowed(authority.reason);
  const printed = { ...paper, data: { ...paper.data, signer: signerOf(authority.lines, look.by.name) } };
  const leader = { id: look.by.person ?? '', name: look.by.name, organisation: agency.name.vi };
  return { whole, paper, printed, leader };
}

const signMany = (press: Press): BatchAct =>
  batchAct({
    name: 'dossiers.sign',
    title: { vi: 'Ký các kết quả', en: 'Sign the results' },
    fits: isWork('sign'),
    asks: null,
    // One confirmation on the phone for all of them; what cannot be signed is told of at its own item.
    beforeAll: async (look, works) => {
      const found = await Promise.all(works.map((work) => toSign(look, work).catch(() => null)));
      const ready = found.filter((one) => one !== null);
      const [first] = ready;
      if (first)
        await confirmMany(
          press,
          ready.map(({ printed }) => printed),
          first.leader,
          look.now,
        );
    },
    prepare: async (look, work) => {
      const { whole, paper, printed, leader } = await toSign(look, work);
      return { whole, paper, signed: await signAsLeader(press, printed, leader, look.now) };
    },
    act: async (act, work, _, { whole, paper, signed }) => {
      const { held, definition, token } = await atStep(act, work, whole);
      await noteSignature(act, paper.id, signed);
      if (noticeOf(work)) await noteNoticeSigned(act, held, paper.id);
      else await noteSigned(act, held, definition, token);
    },
  });

const sealMany = (press: Press, edge: Edge): BatchAct =>
  batchAct({
    name: 'dossiers.seal',
    title: { vi: 'Cấp số, đóng dấu và phát hành các kết quả', en: 'Number, seal and issue the results' },
    fits: isWork('seal'),
    asks: null,
    prepare: async (look, work) => {
      const whole = await wholeOf(look, work);
      const paper = await paperToIssue(look, whole, work);
      return { whole, paper, sealed: await sealResult(press, edge, look, { ...whole, paper }, work) };
    },
    act: (act, work, _, { whole, paper, sealed }) => issueResult(act, whole, work, paper, sealed),
  });

const sendBackMany = batchAct({
  name: 'dossiers.send-back',
  title: { vi: 'Trả lại để làm lại dự thảo', en: 'Send back for another draft' },
  fits: isWork('sign'),
  asks: 'note',
  prepare: wholeOf,
  act: async (act, work, { note }, whole) => {
    if (!note)
      throw new Invalid([
        { field: 'note', message: { vi: 'Hãy nêu lý do trả lại.', en: 'State why it is sent back.' } },
      ]);
    if (noticeOf(work)) throw new Conflict(noticeWords.notSentBack);
    const { held, definition, token } = await atStep(act, work, whole);
    await sendBack(act, held, definition, token, note);
  },
});

const returnMany = batchAct({
  name: 'dossiers.return',
  title: { vi: 'Ghi nhận đã trả kết quả', en: 'Note that the results were handed over' },
  fits: isWork('return'),
  asks: null,
  prepare: wholeOf,
  act: async (act, work, _, whole) => {
    const { held, definition } = await atStep(act, work, whole);
    await refuseUnpaid(act, 'return', held.dossier, whole.procedure);
    refuseUnsigned(held.dossier);
    await noteReturned(act, held, definition, tokenOf(work));
  },
});

/** What dossiers contribute to the batches of the desk. `edge` is for the number of a result, which is given in an act of its own. */
export const dossierBatches = (press: Press, edge: Edge): readonly BatchAct[] => [
  acceptMany,
  signMany(press),
  sealMany(press, edge),
  sendBackMany,
  returnMany,
];
