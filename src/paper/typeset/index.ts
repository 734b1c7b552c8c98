/** Data to official PDF (Decree 30/2020): the door of the room. */
export { close, compilerUsage } from './compiler.ts';
export { dataErrors } from './faults.ts';
export { copyTypes, type DocumentType, documentTypes, findDocumentType } from './document-types.ts';
export {
  checkFormat,
  checkSheet,
  type Finding,
  type Line,
  type Margins,
  type Paper,
  paperOfLetter,
  paperOfNamedDocument,
  type Setting,
  type Sheet,
} from './format-check.ts';
export { type Authority, type PrintedSigner, printedSigner } from './signer.ts';
export type { Code, InputOf, Template } from './template.ts';
export type { Block } from './templates/blocks.ts';
export { typesetPictures, type PageWord, type PictureMeta, type PicturePage } from './pictures.ts';
export { findTemplate, templates } from './templates/index.ts';
export { dataFile, type Options, type Place, typeset, type Typeset } from './typeset.ts';
export { typesetPhotographed } from './photographed.ts';
