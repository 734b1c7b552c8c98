/** What we use of `bpmn-moddle`, which ships no types for its main door. */
declare module 'bpmn-moddle' {
  export type ModdleElement = {
    readonly $type: string;
    $parent?: ModdleElement;
    readonly $attrs: Readonly<Record<string, string>>;
    readonly $children?: readonly ModdleElement[];
    get(name: string): unknown;
    set(name: string, value: unknown): void;
    $instanceOf(type: string): boolean;
  };
  export type ModdleWarning = {
    readonly message: string;
    readonly element?: ModdleElement;
    readonly property?: string;
    readonly value?: string;
  };
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(
      xml: string,
    ): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly ModdleWarning[] }>;
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
  }
}
