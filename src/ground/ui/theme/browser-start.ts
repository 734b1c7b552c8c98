/** A component of the browser: started on each element whose `data-module` names it. */
export type BrowserComponent = { readonly moduleName: string; new (root: Element): unknown };

/** Starts these components. One that fails leaves its element as it is without script. */
export function start(components: readonly BrowserComponent[]): void {
  for (const Component of components) {
    for (const element of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) {
      try {
        Reflect.construct(Component, [element]);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
