/** Papers as the program sees them. */
import type { Door } from '../../ground/web/administration.ts';
import type { DeskEntry, Handover, WorkKind } from '../../work/desk/index.ts';
import type { SigningService } from './gateway/signing-service.ts';
import type { Programs } from '../scanning/index.ts';
import { handovers } from './handover.ts';
import { invariants } from './invariants.ts';
import { COPY_WORK } from './copies/orders/commands.ts';
import { orderHandover } from './copies/orders/handover.ts';
import { copyAnswers, copyPages } from './copies/pages/index.ts';
import { words as copyWords } from './copies/pages/words.ts';
import { keysAreTheirs } from './keys/own-name.ts';
import type { SigningSettings } from './keys/settings.ts';
import { checkPages } from './pages/check.tsx';
import { annexesPage, annexFileAnswer } from './pages/annexes.tsx';
import { copyPage } from './pages/copy.tsx';
import { MINUTES_WORK } from './minutes/commands.ts';
import { minutesFileAnswer, signMinutesPage } from './minutes/pages/sign.tsx';
import { signerPages } from './minutes/pages/signers.tsx';
import { writtenPages } from './minutes/pages/write.tsx';
import { signerListeners } from './minutes/signers.ts';
import { words as minutesWords } from './minutes/words.ts';
import { ownData } from './pages/own-data.ts';
import { dataAnswer, dataPage } from './signed-data/page.tsx';
import { copySheetAnswer } from './pages/copy-sheet.ts';
import { correctionPages } from './pages/correct.tsx';
import { formatPage, mayCheckFormat } from './pages/format.tsx';
import { issuedPage } from './pages/issued.tsx';
import { keysAnswer, offlinePage } from './pages/offline.tsx';
import { paperFileAnswer, paperPage } from './pages/paper.tsx';
import { maySign, mySignaturePage } from './pages/my-signature.tsx';
import {
  COPIES,
  FORMAT,
  minutesPath,
  MY_SIGNATURE,
  NEW_MINUTES,
  orderPath,
  PAPERS,
  paperActPath,
  rewritePath,
} from './paths.ts';
import { remoteWords } from './pages/remote-words.ts';
import { revokePage } from './pages/revoke.tsx';
import { words } from './pages/words.ts';
import { words as formatWords } from './format/words.ts';
import type { Press } from './lay-out.ts';
import { renewalListeners, renewalTimed } from './renewal/jobs.ts';
import { recordListeners, recordTimed } from './evidence-records/jobs.ts';
import { stampListeners, stampTimed } from './signed-data/jobs.ts';
import { mayCopy, mayDraft, mayList } from './rules.ts';
import {
  mayReadTemplates,
  TEMPLATES,
  templatePages,
  templatePreviewAnswer,
} from './templates/pages/index.ts';
import { templateWords } from './templates/pages/words.ts';
import { signatureListeners } from './signature-check.ts';

/** What of the desk is ours: corrections that wait for signature and seal, electronic copies for the decision and the clerk. */
export const paperWork: readonly WorkKind[] = [
  {
    room: 'papers',
    kind: 'sign',
    name: { vi: 'Ký bản đính chính', en: 'Sign a correction' },
    path: ({ item }) => paperActPath(item, 'ky'),
  },
  {
    room: 'papers',
    kind: 'seal',
    name: { vi: 'Cấp số, đóng dấu bản đính chính', en: 'Number and seal a correction' },
    path: ({ item }) => paperActPath(item, 'phat-hanh'),
  },
  {
    room: MINUTES_WORK,
    kind: 'sign-first',
    name: minutesWords.signFirst,
    path: ({ item }) => minutesPath(item),
  },
  {
    room: MINUTES_WORK,
    kind: 'sign-second',
    name: minutesWords.signSecond,
    path: ({ item }) => minutesPath(item),
  },
  {
    room: MINUTES_WORK,
    kind: 'name-signer',
    name: minutesWords.nameSigner,
    path: ({ item }) => minutesPath(item),
  },
  {
    room: MINUTES_WORK,
    kind: 'rewrite',
    name: minutesWords.rewrite,
    path: ({ item }) => rewritePath(item),
  },
  {
    room: MINUTES_WORK,
    kind: 'seal',
    name: { vi: 'Cấp số, đóng dấu biên bản', en: 'Number and seal minutes' },
    path: ({ item }) => paperActPath(item, 'phat-hanh'),
  },
  {
    room: COPY_WORK,
    kind: 'decide',
    name: { vi: 'Quyết định cho sao văn bản', en: 'Decide on a copy' },
    path: ({ item }) => orderPath(item),
  },
  {
    room: COPY_WORK,
    kind: 'sign',
    name: { vi: 'Ký số bản sao, vào sổ', en: 'Sign a copy and enter it in the book' },
    path: ({ item }) => orderPath(item),
  },
];

/** What goes to the heirs of an agency whose duties are divided. */
export const paperHandovers: readonly Handover[] = [...handovers, orderHandover];

export { MY_SIGNATURE } from './paths.ts';

/** Drafters check a document before it goes to be signed. */
export const formatEntry: DeskEntry = {
  href: FORMAT,
  text: formatWords.title,
  key: 'f',
  who: mayCheckFormat,
};

/** The clerk copies documents and keeps the book. */
export const copiesEntry: DeskEntry = { href: COPIES, text: copyWords.book, key: 's', who: mayCopy };

type Parts = Press & {
  /** The remote signing service; null: none is connected. */
  readonly service?: SigningService | null;
  /** Where the simulated phone of the sample province lies; null: phones are real. */
  readonly phone?: string | null;
  /** The programs that read a PDF for the format check. */
  readonly programs?: Programs;
  /** The folder of keys, for the doctor; none: keys are elsewhere. */
  readonly keyFolder?: SigningSettings['keys'];
};

const noPrograms: Programs = { tesseract: null, poppler: null };

export const papersRoom = ({
  service = null,
  phone = null,
  programs = noPrograms,
  keyFolder = null,
  ...press
}: Parts) => ({
  pages: [
    offlinePage,
    ...checkPages(press, programs),
    issuedPage,
    paperPage,
    revokePage,
    copyPage,
    annexesPage(press.store, programs),
    dataPage(press, ownData),
    ...copyPages({ ...press, programs }),
    mySignaturePage(service, phone),
    ...correctionPages(press),
    ...writtenPages,
    signMinutesPage(press),
    ...signerPages,
    ...templatePages,
    formatPage(programs),
  ],
  answers: [
    keysAnswer,
    templatePreviewAnswer,
    paperFileAnswer(press.store),
    annexFileAnswer(press.store),
    dataAnswer(press.store, ownData),
    minutesFileAnswer(press),
    copySheetAnswer,
    ...copyAnswers({ ...press, programs }),
  ],
  doors: [
    { path: PAPERS, name: words.list, hint: words.listHint, may: mayList },
    { path: COPIES, name: copyWords.book, hint: copyWords.bookHint, may: mayCopy },
    {
      path: NEW_MINUTES,
      name: minutesWords.title,
      hint: minutesWords.hint,
      may: (by) => by.powers.some(({ agency }) => mayDraft(by, { agency, keeper: null })),
    },
    { path: MY_SIGNATURE, name: remoteWords.title, hint: remoteWords.hint, may: maySign },
    { path: TEMPLATES, name: templateWords.title, hint: templateWords.hint, may: mayReadTemplates },
  ] satisfies readonly Door[],
  listeners: [
    ...signatureListeners(press.store, press.keyring),
    ...signerListeners,
    ...renewalListeners(press),
    ...recordListeners(press),
    ...stampListeners(press),
  ],
  timed: [...renewalTimed, ...recordTimed, ...stampTimed],
  invariants: [...invariants, ...(keyFolder ? [keysAreTheirs(keyFolder)] : [])],
});
