/** Content of other tools in a file: kept on export, never run; the person is told once for each tool. */
import type { ModdleElement } from 'bpmn-moddle';
import type { Text } from '../../ground/text/language.ts';
import { NAMESPACE } from './attributes.ts';

const tools: readonly (readonly [RegExp, string])[] = [
  [/camunda\.org\/schema\/zeebe/, 'Camunda 8 (Zeebe)'],
  [/camunda\.org\/schema\/modeler/, 'Camunda Modeler'],
  [/camunda\.org/, 'Camunda'],
  [/flowable\.org/, 'Flowable'],
  [/activiti\.org/, 'Activiti'],
  [/signavio/, 'Signavio'],
  [/bizagi/, 'Bizagi'],
  [/jboss\.org|drools/, 'jBPM'],
  [/trisotech/, 'Trisotech'],
  [/sparxsystems/, 'Enterprise Architect'],
  [/visual-paradigm/, 'Visual Paradigm'],
];

const standard = /omg\.org\/spec|w3\.org\/|bpmn\.io\/schema/;

const kept = (tool: string): Text => ({
  vi: `Nội dung riêng của ${tool} được giữ nguyên khi xuất ra, nhưng không được chạy.`,
  en: `Content of ${tool} itself is kept on export but not run.`,
});

/** One sentence for each foreign namespace that the file declares on its root. */
export const findForeign = (root: ModdleElement): readonly Text[] => {
  const uris = Object.entries(root.$attrs)
    .filter(([name]) => name.startsWith('xmlns:') || name === ':xmlns')
    .map(([, uri]) => uri)
    .filter((uri) => uri !== NAMESPACE && uri !== root.get('targetNamespace') && !standard.test(uri));
  const names = uris.map((uri) => tools.find(([pattern]) => pattern.test(uri))?.[1] ?? uri.slice(0, 100));
  return [...new Set(names)].map(kept);
};
