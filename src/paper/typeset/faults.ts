/** What is wrong with the data or the template of a document, in words for the person who can mend it. */
import type { Ajv2020, ErrorObject } from 'ajv/dist/2020.js';
import { later } from '../../ground/operate/later.ts';
import type { Text } from '../../ground/text/language.ts';
import type { FieldError } from '../../ground/operate/errors.ts';
import type { Compiled } from './compiler.ts';
import type { Complaint } from './compiler-process.ts';
import type { Schema } from './fields.ts';

const library = later<typeof import('ajv/dist/2020.js')>('ajv/dist/2020.js');
const formats = later<typeof import('ajv-formats')>('ajv-formats');

let made: Ajv2020 | null = null;
function ajv(): Ajv2020 {
  if (made) return made;
  made = new (library().Ajv2020)({ allErrors: true, strict: false, verbose: true, discriminator: true });
  formats().default(made);
  return made;
}

/** Says what of the data does not fit the template; empty when all is well. */
export function dataErrors(template: { readonly schema: Schema }, data: unknown): readonly FieldError[] {
  const check = ajv().compile(template.schema);
  return check(data) ? [] : (check.errors ?? []).map(dataError);
}

function dataError({ instancePath, keyword, params, parentSchema }: ErrorObject): FieldError {
  const child = params['missingProperty'] ?? params['additionalProperty'];
  const path = [...instancePath.split('/').slice(1), ...(child === undefined ? [] : [String(child)])];
  const properties = parentSchema?.['properties'] as Readonly<Record<string, { title?: string }>> | undefined;
  const own =
    child === undefined ? (parentSchema?.['title'] as string | undefined) : properties?.[child]?.title;
  return { field: path.join('.'), message: dataMessage(keyword, params, own ?? path.join('.')) };
}

function dataMessage(keyword: string, params: ErrorObject['params'], title: string): Text {
  switch (keyword) {
    case 'required':
    case 'minLength':
    case 'minItems':
      return { vi: `Còn thiếu: ${title}.`, en: `Missing: ${title}.` };
    case 'additionalProperties':
      return { vi: `Mẫu này không có mục “${title}”.`, en: `This template has no field “${title}”.` };
    case 'maxLength':
      return {
        vi: `${title}: dài quá ${params['limit']} ký tự.`,
        en: `${title}: longer than ${params['limit']} characters.`,
      };
    case 'enum': {
      const choices = (params['allowedValues'] as readonly unknown[]).join(', ');
      return { vi: `${title}: chỉ nhận ${choices}.`, en: `${title}: must be one of ${choices}.` };
    }
    default:
      return { vi: `${title}: chưa đúng dạng.`, en: `${title}: not of the right form.` };
  }
}

/** Says why a template did not become a document. */
export function templateErrors(compiled: Exclude<Compiled, { kind: 'done' }>): readonly FieldError[] {
  if (compiled.kind === 'wrong') return compiled.complaints.map(complaintError);
  const message =
    compiled.kind === 'too-long'
      ? { vi: 'Mẫu văn bản chạy quá lâu nên đã bị dừng.', en: 'The template ran too long and was stopped.' }
      : {
          vi: 'Mẫu văn bản dùng quá nhiều bộ nhớ nên đã bị dừng.',
          en: 'The template used too much memory and was stopped.',
        };
  return [{ field: '', message }];
}

const UNPRINTABLE = /the text `"?(.+?)"?` could not be displayed/u;
const STRANGE_FONT = /^font: (.+)$/u;

function complaintError({ path, line, column, message }: Complaint): FieldError {
  const letter = UNPRINTABLE.exec(message)?.[1];
  if (letter !== undefined) {
    return {
      field: '',
      message: {
        vi: `Phông chữ của văn bản hành chính không có ký tự “${letter}”.`,
        en: `The letter type of official documents has no character “${letter}”.`,
      },
    };
  }
  const font = STRANGE_FONT.exec(message)?.[1];
  if (font !== undefined) {
    return {
      field: '',
      message: {
        vi: `Mẫu dùng phông chữ ngoài quy định: ${font}.`,
        en: `The template uses a font of its own: ${font}.`,
      },
    };
  }
  const where = line === null ? path : `${path}:${line}:${column ?? 1}`;
  return {
    field: where,
    message: {
      vi: `Mẫu văn bản có lỗi ở ${where || 'tệp PDF'}: ${message}.`,
      en: `Template error at ${where || 'the PDF'}: ${message}.`,
    },
  };
}
