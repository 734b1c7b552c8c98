/**
 * An answer of `LayThuTuc` as a row that the import reads (STANDARDS §3.3). A field that was not sent, or sent as an empty
 * list, is not in the row: silence is no statement that a procedure has no steps.
 */
import type { NationalRow } from './port.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects of a list, also where the list is sent as its only element. */
const listOf = (value: unknown): readonly Fields[] => [value].flat().filter(isFields);

const said = (value: unknown): value is string | number =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';

const lines = (values: readonly unknown[]): string => values.filter(said).join('\n');

/** «Đồng», «VNĐ» are the currency of the catalogue; anything else is named as it is. */
const currencyOf = (word: unknown): unknown =>
  !said(word) || /^(đồng|vnđ|vnd)$/iu.test(String(word).trim().normalize('NFC')) ? 'VND' : word;

const stepsOf = (value: unknown): string =>
  lines(
    listOf(value).flatMap((one) => [
      one['TRUONGHOP'],
      ...listOf(one['TRINHTU']).map((step) => step['TENTRINHTU']),
    ]),
  );

const methodsOf = (value: unknown): readonly Fields[] =>
  listOf(value).flatMap((way) =>
    listOf(way['THOIGIAN']).map((time) => ({
      channel: way['KENH'],
      time_limit: time['THOIGIANGIAIQUYET'],
      time_unit: time['DONVITINH'],
      description: time['MOTA'],
      fees: listOf(time['PHILEPHI']).map((fee) => ({
        amount: fee['SOTIEN'],
        currency: currencyOf(fee['DONVI']),
        note: fee['MOTA'],
      })),
    })),
  );

/** Documents; those without a name (only the code and the form are certain to be sent) are left out. */
const groupsOf = (value: unknown): readonly Fields[] =>
  listOf(value).flatMap((group) => {
    const items = listOf(group['GIAYTO'])
      .filter((paper) => said(paper['TENGIAYTO']))
      .map((paper) => ({
        code: paper['MAGIAYTO'],
        name: paper['TENGIAYTO'],
        originals: paper['SOBANCHINH'],
        copies: paper['SOBANSAO'],
        form_file: paper['TENMAUDON'],
      }));
    return items.length > 0 ? [{ case: group['TRUONGHOP'], items }] : [];
  });

/** Reads the answer. Wrong kinds of values are left to the import, which doubts them. */
export function rowOfAnswer(answer: Fields): NationalRow {
  const audience = answer['MOTADOITUONGTHUCHIEN'];
  const row: Fields = {
    code: answer['MATTHC'],
    name: answer['TENTTHC'],
    domain: listOf(answer['LINHVUCTHUCHIEN'])
      .map((one) => one['TENLINHVUC'])
      .filter(said)
      .join('; '),
    domain_code: listOf(answer['LINHVUCTHUCHIEN'])
      .map((one) => one['MALINHVUC'])
      .find(said),
    audience: said(audience) ? String(audience).split(/\s*[;\n]\s*/u) : [],
    implementing_agencies: listOf(answer['COQUANTHUCHIEN']).flatMap((one) => one['TENDONVI'] ?? []),
    steps: stepsOf(answer['TRINHTUTHUCHIEN']),
    methods: methodsOf(answer['CACHTHUCTHUCHIEN']),
    component_groups: groupsOf(answer['THANHPHANHOSO']),
    results: listOf(answer['KETQUATHUCHIEN']).map((one) => ({
      code: one['MAKETQUA'],
      name: one['TENKETQUA'],
    })),
    legal_basis: listOf(answer['CANCUPHAPLY']).map((one) => ({
      number: one['SOVANBAN'],
      title: one['TENVANBAN'],
    })),
  };
  const sent = Object.entries(row).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : said(value),
  );
  // Conditions may be said to be none: an empty text is an answer, an absent one is not.
  const conditions = answer['YEUCAU'];
  return Object.fromEntries([
    ...sent,
    ...(typeof conditions === 'string' ? [['conditions', conditions]] : []),
  ]) as NationalRow;
}
