/** Takes a definition from outside (import, builder, sample): its shape, unique ids, conditions that only point backwards. */
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { Invalid, type FieldError } from '../../ground/operate/errors.ts';
import { later } from '../../ground/operate/later.ts';
import type { Text } from '../../ground/text/language.ts';
import { definitionSchema } from './definition-schema.ts';
import type { FieldBase, Logic } from './fields/field.ts';
import { typeOf } from './fields/index.ts';
import { compileForm } from './form.ts';
import { foreignOperators, variables } from './logic.ts';
import type { Definition } from './schema.ts';
import { patternFaults } from './patterns.ts';
import { limitFaults, nestsTooDeeply, optionFaults } from './soundness.ts';

const library = later<typeof import('ajv/dist/2020.js')>('ajv/dist/2020.js');

let made: ValidateFunction<Definition> | null = null;
const shape = (): ValidateFunction<Definition> => {
  const options = { allErrors: true, strict: true, strictRequired: false, strictTypes: false };
  made ??= new (library().Ajv2020)(options).compile<Definition>(definitionSchema);
  return made;
};

const fault = (field: string, vi: string, en: string): FieldError => ({ field, message: { vi, en } });

const shapeFault = ({ instancePath, keyword, params, message = '' }: ErrorObject): FieldError => {
  const at = instancePath.slice(1).replaceAll('/', '.');
  const named: unknown =
    params['missingProperty'] ?? params['additionalProperty'] ?? params['unevaluatedProperty'] ?? '';
  const said: Readonly<Record<string, Text>> = {
    required: { vi: `Thiếu mục “${String(named)}”.`, en: `“${String(named)}” is missing.` },
    additionalProperties: { vi: `Không có mục “${String(named)}”.`, en: `There is no “${String(named)}”.` },
    unevaluatedProperties: {
      vi: `Loại trường này không có mục “${String(named)}”.`,
      en: `This type of field has no “${String(named)}”.`,
    },
    enum: { vi: 'Giá trị không có trong danh sách.', en: 'The value is not in the list.' },
    type: { vi: 'Sai kiểu dữ liệu.', en: 'The value is of the wrong type.' },
    pattern: { vi: 'Cách viết chưa đúng.', en: 'It is not written as it should be.' },
  };
  return { field: at, message: said[keyword] ?? { vi: 'Giá trị chưa đúng.', en: `The value ${message}.` } };
};

const logicFaults = (
  at: string,
  logic: Logic | undefined,
  known: ReadonlySet<string>,
): readonly FieldError[] => {
  if (logic === undefined) return [];
  const foreign = foreignOperators(logic).map((operator) =>
    fault(at, `Điều kiện không dùng được phép “${operator}”.`, `A condition cannot use “${operator}”.`),
  );
  const unknown = variables(logic)
    .filter(
      (path) =>
        !known.has(
          path
            .split('.')
            .slice(0, path.startsWith('item.') ? 2 : 1)
            .join('.'),
        ),
    )
    .map((path) =>
      fault(
        at,
        `Điều kiện nói tới “${path}”, là câu hỏi không có hoặc đứng sau.`,
        `The condition speaks of “${path}”, a question that does not exist or comes later.`,
      ),
    );
  return [...foreign, ...unknown];
};

const fieldFaults = (field: FieldBase, at: string, known: ReadonlySet<string>): readonly FieldError[] => {
  const needless =
    field.compute !== undefined && typeOf(field).kind === 'composite'
      ? [
          fault(
            `${at}.compute`,
            'Không tính được một nhóm trường.',
            'A group of fields cannot be worked out.',
          ),
        ]
      : [];
  return [
    ...logicFaults(`${at}.showIf`, field.showIf, known),
    ...logicFaults(`${at}.compute`, field.compute, known),
    ...needless,
    ...limitFaults(field, at),
    ...optionFaults(field, at),
    ...patternFaults(field, at),
  ];
};

/** Names that conditions use, and that pages send beside the answers. */
const reserved = new Set(['today', 'item', 'csrf']);

/** Ids used twice, conditions that point at nothing or forwards, rules at no field. */
const meaningFaults = ({ sections, rules = [] }: Definition): readonly FieldError[] => {
  const faults: FieldError[] = [];
  const known = new Set<string>(['today']);
  const screens = new Set<string>();
  const take = (taken: Set<string>, id: string, at: string): void => {
    if (taken.has(id) || reserved.has(id))
      faults.push(fault(at, `Mã “${id}” đã được dùng.`, `The id “${id}” is taken already.`));
    taken.add(id);
  };
  sections.forEach((section, s) => {
    take(screens, section.id, `sections.${s}.id`);
    faults.push(...logicFaults(`sections.${s}.showIf`, section.showIf, known));
    section.pages.forEach((page, p) => {
      const at = `sections.${s}.pages.${p}`;
      take(screens, page.id, `${at}.id`);
      faults.push(...logicFaults(`${at}.showIf`, page.showIf, known));
      // Inside a repeated group a field is known as `item.…`, and only to the fields after it.
      const inside = page.repeat ? new Set(known) : known;
      page.fields.forEach((field, f) => {
        const here = `${at}.fields.${f}`;
        faults.push(...fieldFaults(field, here, inside));
        take(inside, page.repeat ? `item.${field.id}` : field.id, `${here}.id`);
      });
      if (page.repeat) {
        take(known, page.repeat.id, `${at}.repeat.id`);
        faults.push(...limitFaults(page.repeat, `${at}.repeat`));
      }
    });
  });
  rules.forEach((rule, index) => {
    faults.push(...logicFaults(`rules.${index}.when`, rule.when, known));
    if (!known.has(rule.field.split('.')[0] ?? ''))
      faults.push(
        fault(
          `rules.${index}.field`,
          `Không có trường “${rule.field}”.`,
          `There is no field “${rule.field}”.`,
        ),
      );
  });
  return faults;
};

/** Whether the form can be compiled: a pattern that is no regular expression shows only there. */
const compileFaults = (definition: Definition): readonly FieldError[] => {
  try {
    compileForm(definition);
    return [];
  } catch {
    return [
      fault(
        '',
        'Biểu mẫu có mẫu kiểm tra hoặc điều kiện không chạy được.',
        'A pattern or a condition of the form cannot be run.',
      ),
    ];
  }
};

/** Everything that is wrong with a definition, by its path in the JSON; empty when it can be used. */
export const definitionFaults = (json: unknown): readonly FieldError[] => {
  if (nestsTooDeeply(json)) return [fault('', 'Biểu mẫu lồng nhau quá sâu.', 'The form nests too deeply.')];
  const hasShape = shape();
  if (!hasShape(json)) {
    // The branches of a type repeat what their own faults already say.
    return (hasShape.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(shapeFault);
  }
  const faults = meaningFaults(json);
  return faults.length > 0 ? faults : compileFaults(json);
};

/** The definition in a piece of JSON. Throws `Invalid` with all its faults. */
export const readDefinition = (json: unknown): Definition => {
  const faults = definitionFaults(json);
  if (faults.length > 0) throw new Invalid(faults);
  return json as Definition;
};
