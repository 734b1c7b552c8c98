/** What `toantrinh start` says when everything runs: the address, and who can sign in to the sample. */
import type { Config } from '../ground/operate/config.ts';
import { SAMPLE_PASSWORD } from '../world/access/index.ts';

const accounts: readonly (readonly [string, string])[] = [
  ['counter', 'mot-cua.an-mau'],
  ['case officer', 'ho-tich.an-mau'],
  ['leader', 'pho-chu-tich-1.an-mau'],
  ['clerk', 'van-thu.an-mau'],
  ['administrator', 'quan-tri.tinh'],
  ['data steward', 'du-lieu.tinh'],
];

/** The words for the terminal. */
export function welcome({ sample }: Pick<Config, 'sample'>, address: string): string {
  const lines = ['', `Toàn Trình: ${address}`];
  if (sample)
    lines.push(
      '',
      'Sample accounts (invented people; the second factor is shown on the sign-in page):',
      `  ${'citizen'.padEnd(14)} sign in with VNeID, choose a person, e.g. Nguyễn Văn Ví Dụ`,
      ...accounts.map(([role, login]) => `  ${role.padEnd(14)} ${login}`),
      `  ${'password'.padEnd(14)} ${SAMPLE_PASSWORD}`,
    );
  return `${lines.join('\n')}\n`;
}
