/** Service tasks whose service the platform has not got: the process runs, but a person does the step (C2). Which services there are, the caller knows. */
import type { Language, Text } from '../../ground/text/language.ts';
import type { Definition, Finding } from './schema.ts';

/** A service of the platform (dịch vụ của nền tảng). */
export type ServiceName = {
  /** The name that a service task has as its act. */
  readonly act: string;
  readonly does: Text;
  /** Names of the data that it brings, for conditions behind it. */
  readonly brings: readonly string[];
};

/** So much of a name out of a file stands within a sentence. */
const LONGEST_NAME = 80;

const conditions: Text = { vi: 'cho điều kiện', en: 'for conditions' };

const listed = (services: readonly ServiceName[], lang: Language): string =>
  services
    .map(({ act, does, brings }) => {
      const data = brings.length > 0 ? `; ${conditions[lang]}: ${brings.join(', ')}` : '';
      return `${act} (${does[lang]}${data})`;
    })
    .join(', ');

/** The services there are, as a sentence. */
export const servicesThere = (services: readonly ServiceName[]): Text =>
  services.length === 0
    ? { vi: 'Nền tảng chưa có dịch vụ nào.', en: 'The platform has no services yet.' }
    : {
        vi: `Các dịch vụ của nền tảng: ${listed(services, 'vi')}.`,
        en: `Services of the platform: ${listed(services, 'en')}.`,
      };

const unknown = (act: string, services: readonly ServiceName[]): Text => {
  const there = servicesThere(services);
  const name = act.slice(0, LONGEST_NAME);
  return {
    vi: `Nền tảng không có dịch vụ “${name}” nên cán bộ thụ lý sẽ làm bước này. ${there.vi}`,
    en: `The platform has no service “${name}”, so a case officer will do this step. ${there.en}`,
  };
};

/** A warning for each service task, also of called processes, that names a service which is not among these. */
export const unknownServices = (
  { nodes, called = [] }: Pick<Definition, 'nodes' | 'called'>,
  services: readonly ServiceName[],
): readonly Finding[] =>
  [...nodes, ...called.flatMap((one) => one.nodes)].flatMap((node): Finding[] => {
    if (node.kind !== 'service') return [];
    const { act } = node.office;
    if (act === null || services.some((one) => one.act === act)) return [];
    return [{ element: node.id, name: node.name, severity: 'warning', message: unknown(act, services) }];
  });
