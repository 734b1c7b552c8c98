export type { Code, CodeList, LegalText, ListName, Period } from './schema.ts';
export { dayAfter, dayBefore, isInForce, overlap, periodProblems } from './rules.ts';
export { bringInLine, type Brought } from './bring.ts';
export { findCode, findText, getCode, listCodes, listTextsInForce } from './queries.ts';
export { endText, importLaw, putCode, registerText, type LawImported } from './commands.ts';
export { shippedLists, shippedTexts } from './shipped.ts';
