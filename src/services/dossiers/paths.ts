/** Paths of a dossier and of the acts on it. Acts are nouns: what comes into being by the act. */
import type { ActName } from './rules.ts';
import { AWAIT_MESSAGE, AWAIT_TIME } from './work.ts';

/** The page of a dossier. */
export const dossierPath = (code: string): string => `/ho-so/${encodeURIComponent(code)}`;

/** Where on the page of a dossier its acceptance slip (form 01) is printed from. */
export const SLIP = 'in-mau-01';

const nouns: Partial<Record<ActName, string>> = {
  accept: 'tiep-nhan',
  'ask-supplement': 'yeu-cau-bo-sung',
  'propose-supplement': 'de-nghi-bo-sung',
  'answer-supplement': 'bo-sung',
  'refuse-intake': 'tu-choi-tiep-nhan',
  withdraw: 'rut',
  discontinue: 'dung',
  apologise: 'xin-loi',
  'ask-payment': 'nghia-vu-tai-chinh',
  return: 'tra-ket-qua',
};

/** The page of an act. */
export const actPath = (code: string, act: ActName): string => `${dossierPath(code)}/${nouns[act] ?? act}`;

/** The page on which the one-stop unit accepts. */
export const acceptPath = (code: string): string => actPath(code, 'accept');

/** Where an officer notes that a message came for which the process waits. */
export const messagePath = (code: string): string => `${dossierPath(code)}/tin-den`;

/** Screens on which steps of a process are done. */
export type Screen = 'buoc' | 'du-thao' | 'ky' | 'phat-hanh' | 'tra';

const ownScreens: Partial<Record<string, Screen>> = {
  draft: 'du-thao',
  sign: 'ky',
  seal: 'phat-hanh',
  return: 'tra',
};

/** The screen on which a step of this kind is done, and on no other; null: nobody does it, it is waited for. */
export const screenOf = (kind: string): Screen | null =>
  kind === AWAIT_MESSAGE || kind === AWAIT_TIME ? null : (ownScreens[kind] ?? 'buoc');

/** The page of a step of the process: its kind decides the screen, its token which one of several is meant. */
export function stepPath(code: string, kind: string, token: string): string {
  const screen = screenOf(kind);
  if (screen) return `${dossierPath(code)}/${screen}/${token}`;
  return kind === AWAIT_MESSAGE ? messagePath(code) : dossierPath(code);
}

/** Running dossiers of a procedure that could go on by the process of its newest version. */
export const newProcessPath = (procedure: string): string =>
  `/quy-trinh-moi/${encodeURIComponent(procedure)}`;

/** How far an order is that such dossiers go over, and what came of each. */
export const processMovePath = (procedure: string, move: string): string =>
  `${newProcessPath(procedure)}/chuyen/${move}`;

/** Where officers talk about a dossier. */
export const discussPath = (code: string): string => `${dossierPath(code)}/trao-doi`;

/** Where an officer takes the work that waits on a dossier. */
export const takePath = (code: string): string => `${dossierPath(code)}/nhan-viec`;

/** Where the applicant rates the service once it is decided. */
export const ratePath = (code: string): string => `${dossierPath(code)}/danh-gia`;

/** The file of an annex of the result. */
export const resultAnnexPath = (code: string, n: number): string =>
  `${dossierPath(code)}/ket-qua/phu-luc/${n}`;
