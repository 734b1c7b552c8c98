/** Our own attributes in BPMN files, in the form in which readers of the meta-model take them: on the server and in the browser. */

/** Namespace of our attributes in BPMN files. */
export const NAMESPACE = 'urn:toantrinh:bpmn:1';

const attribute = (name: string) => ({ name, isAttr: true, type: 'String' });

/** `toantrinh:role="…"` and so on, on any flow node: other tools keep attributes of namespaces they do not know. */
export const toantrinh = {
  name: 'ToanTrinh',
  uri: NAMESPACE,
  prefix: 'toantrinh',
  types: [
    {
      name: 'Office',
      extends: ['bpmn:FlowNode'],
      properties: ['role', 'unit', 'limit', 'output', 'act', 'form'].map(attribute),
    },
  ],
};
