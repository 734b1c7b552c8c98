/** How fast official documents are typeset, and whether the memory of the process stays flat (C6). */
import { close, compilerUsage, templates, typeset } from '../src/paper/typeset/index.ts';

const { birthCertificate, letter, receiptForm, report } = templates;
const options = { date: '2026-11-20' };

export type TypesetBench = {
  readonly name: string;
  readonly documents: number;
  /** Processor seconds of the typesetting process alone. */
  readonly cpuSeconds: number;
  readonly perCpuSecond: number;
};

async function measure(
  name: string,
  documents: number,
  make: (index: number) => Promise<unknown>,
): Promise<TypesetBench> {
  await make(0);
  const before = compilerUsage().cpuSeconds;
  for (let index = 1; index <= documents; index += 1) await make(index);
  const cpuSeconds = compilerUsage().cpuSeconds - before;
  return { name, documents, cpuSeconds, perCpuSecond: documents / cpuSeconds };
}

/** A certificate like all others but for the name, so that nothing of its content can be remembered. */
const certificate = (index: number) =>
  typeset(
    birthCertificate,
    {
      ...birthCertificate.sample,
      child: { ...birthCertificate.sample.child, name: `Nguyễn Thị Thí Dụ Số ${index}` },
    },
    options,
  );

const tableRows = (count: number) =>
  Array.from({ length: count }, (_, row) => [
    String(row + 1),
    `Lĩnh vực ${row % 17}`,
    '120',
    '100',
    '18',
    '2',
  ]);

/** Certificates alone: what a result of the birth registration costs to typeset. */
export const benchCertificate = async (documents: number): Promise<TypesetBench> => {
  const result = await measure('birth certificate, 1 page', documents, certificate);
  await close();
  return result;
};

/** Documents per processor second: a certificate, a letter, a slip with both codes, a report of 500 rows. */
export async function benchTypeset(): Promise<readonly TypesetBench[]> {
  const [, , table] = report.sample.body;
  const results = [
    await measure('birth certificate, 1 page', 200, certificate),
    await measure('letter, 1 page', 200, (index) =>
      typeset(letter, { ...letter.sample, number: String(index + 10) }, options),
    ),
    await measure('acceptance slip with codes', 100, (index) =>
      typeset(receiptForm, { ...receiptForm.sample, dossier: `H99.26-261120-${index}` }, options),
    ),
    await measure('report with 500 rows', 5, (index) =>
      typeset(
        report,
        {
          ...report.sample,
          abstract: `Kết quả lần ${index}`,
          body: table?.kind === 'table' ? [{ ...table, rows: tableRows(500) }] : [],
        },
        options,
      ),
    ),
  ];
  await close();
  return results;
}

/** Bytes that the process has grown by between the `first` and the `last` document (limit: 20 MB from 1,000 to 10,000). */
export async function growthOfTypesetting(first = 1000, last = 10_000): Promise<number> {
  for (let index = 0; index < first; index += 1) await certificate(index);
  const before = compilerUsage().residentBytes;
  for (let index = first; index < last; index += 1) await certificate(index);
  const growth = compilerUsage().residentBytes - before;
  await close();
  return growth;
}
