/**
 * What the platform does at service tasks of a process (việc của hệ thống), by the name that the task has as its act. A closed list: whatever
 * else a process names is done by a case officer, so that no dossier waits for a machine that does not come. C2.
 */
import type { Act } from '../../ground/db/act.ts';
import type { Text } from '../../ground/text/language.ts';
import type { Data, ServiceName } from '../../work/process/index.ts';
import { tellApplicant } from './commands/tell-applicant.ts';
import { findDuplicates, matterKeysOf } from './duplicates.ts';
import type { Held } from './load.ts';
import type { Whole } from './queries.ts';

/** One service: what it is called, and what it does. It answers with what conditions of the process may ask for. */
type Service = {
  readonly does: Text;
  /** Names of the data that it brings. */
  readonly brings: readonly string[];
  readonly act: (act: Act, held: Held, whole: Whole, words: string) => Promise<Data>;
};

export const services: Readonly<Record<string, Service>> = {
  'find-duplicates': {
    does: { vi: 'Tìm hồ sơ trùng', en: 'Look for duplicates' },
    brings: ['trung'],
    act: async (act, { dossier }, { procedure }) => {
      const others = await findDuplicates(act, matterKeysOf(procedure, dossier.answers), dossier);
      return { trung: others.length > 0 };
    },
  },
  'tell-applicant': {
    does: { vi: 'Báo người nộp bằng tên của bước', en: 'Tell the applicant by the name of the step' },
    brings: [],
    act: async (act, held, _, words) => {
      tellApplicant(act, held, words);
      return {};
    },
  },
};

/** Their names, for those who draw processes. */
export const serviceNames: readonly ServiceName[] = Object.entries(services).map(
  ([act, { does, brings }]) => ({ act, does, brings }),
);

/** Whether the platform does a service task of this act itself. */
export const isService = (act: string | null): act is string => act !== null && Object.hasOwn(services, act);
