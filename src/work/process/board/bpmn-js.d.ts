/** What we use of `bpmn-js`: its own types are written for bundlers. */
declare module 'bpmn-js/lib/Modeler.js' {
  /** What an element means: a part of the BPMN file. */
  export type BusinessObject = {
    readonly $type: string;
    $parent?: BusinessObject;
    readonly id: string;
    get(name: string): unknown;
    $instanceOf(type: string): boolean;
  };
  /** What is drawn. */
  export type Element = {
    readonly id: string;
    readonly type: string;
    readonly businessObject: BusinessObject;
    readonly source?: Element;
    readonly source?: Element;
    readonly target?: Element;
    readonly outgoing?: readonly Element[];
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly labelTarget?: Element;
  };
  type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  type Values = Readonly<Record<string, unknown>>;
  type Entries = Readonly<Record<string, object>>;
  type Updater = (entries: Entries) => Entries;
  /** The parts of the library that we call, by the names under which it keeps them. */
  export type Services = {
    readonly autoPlace: { append(source: Element, shape: object): Element };
    readonly bpmnFactory: { create(type: string, values?: Values): BusinessObject };
    readonly canvas: {
      addMarker(element: string, marker: string): void;
      getRootElement(): Element;
      viewbox(): { readonly inner: Box; readonly outer: Box };
      viewbox(box: Box): void;
      scrollToElement(element: Element, padding?: number): void;
    };
    readonly commandStack: { canUndo(): boolean; canRedo(): boolean; undo(): void; redo(): void };
    readonly contextPad: {
      registerProvider(priority: number, provider: { getContextPadEntries(element: Element): Updater }): void;
    };
    readonly create: { start(event: Event, shape: object, context?: object): void };
    readonly elementFactory: { createShape(values: Values): object };
    readonly elementRegistry: {
      get(id: string): Element | undefined;
      filter(test: (element: Element) => boolean): readonly Element[];
    };
    readonly eventBus: {
      on(event: string | readonly string[], listener: (event: Values) => void): void;
      on(event: string, priority: number, listener: (event: Values) => unknown): void;
    };
    readonly modeling: {
      connect(source: Element, target: Element): Element | undefined;
      reconnectStart(
        connection: Element,
        source: Element,
        at: { readonly x: number; readonly y: number },
      ): void;
      removeElements(elements: readonly Element[]): void;
      updateLabel(element: Element, name: string): void;
      updateModdleProperties(element: Element, part: BusinessObject, values: Values): void;
      updateProperties(element: Element, values: Values): void;
    };
    readonly palette: {
      isOpen(): boolean;
      close(): void;
      toggle(): void;
      registerProvider(priority: number, provider: { getPaletteEntries(): Updater }): void;
    };
    readonly popupMenu: {
      registerProvider(
        id: string,
        priority: number,
        provider: {
          getPopupMenuEntries(target: Element): Updater;
          getPopupMenuHeaderEntries(target: Element): Updater;
        },
      ): void;
    };
    readonly rules: { allowed(rule: string, context: Values): unknown };
    readonly selection: { get(): readonly Element[]; select(element: Element | null): void };
  };
  export default class Modeler {
    constructor(options: {
      readonly container: HTMLElement;
      readonly moddleExtensions?: Values;
      readonly additionalModules?: readonly Values[];
    });
    get<Name extends keyof Services>(name: Name): Services[Name];
    getDefinitions(): BusinessObject;
    importXML(xml: string): Promise<{ readonly warnings: readonly unknown[] }>;
    saveXML(options?: { readonly format?: boolean }): Promise<{ readonly xml?: string }>;
  }
}

/** Style sheets are bundled with the script that asks for them. */
declare module '*.css';
