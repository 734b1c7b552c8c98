/** What our tests use of `bpmnlint`, which ships no types for its doors. */
declare module 'bpmnlint' {
  export class Linter {
    constructor(options: { readonly config: unknown; readonly resolver: unknown });
    lint(
      root: unknown,
    ): Promise<
      Readonly<
        Record<
          string,
          readonly { readonly id: string; readonly message: string; readonly category: string }[]
        >
      >
    >;
  }
}
declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  const NodeResolver: new () => unknown;
  export default NodeResolver;
}
