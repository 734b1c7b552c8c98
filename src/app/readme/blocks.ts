/** The code blocks of a Markdown text that are meant for a shell, in order. */
export const blocksOf = (markdown: string): string[] =>
  [...markdown.matchAll(/^```sh\n(.*?)\n```$/gms)].map(([, block = '']) => block);
