/** Paths of a dossier and of the acts on it. Acts are nouns: what comes into being by the act. */
import type { ActName } from './rules.ts';

/** The page of a dossier. */
export const dossierPath = (code: string): string => `/ho-so/${encodeURIComponent(code)}`;

const nouns: Partial<Record<ActName, string>> = {
  accept: 'tiep-nhan',
  'ask-supplement': 'yeu-cau-bo-sung',
  'answer-supplement': 'bo-sung',
  'refuse-intake': 'tu-choi-tiep-nhan',
  withdraw: 'rut',
  discontinue: 'dung',
  return: 'tra-ket-qua',
};

/** The page of an act. */
export const actPath = (code: string, act: ActName): string => `${dossierPath(code)}/${nouns[act] ?? act}`;

/** The page of a step of the process: its kind decides the screen, its token which one of several is meant. */
export const stepPath = (code: string, kind: string, token: string): string => {
  const screen =
    kind === 'draft'
      ? 'du-thao'
      : kind === 'sign'
        ? 'ky'
        : kind === 'seal'
          ? 'phat-hanh'
          : kind === 'return'
            ? 'tra'
            : 'buoc';
  return `${dossierPath(code)}/${screen}/${token}`;
};
