/** A condition in words, for service designers and for people who see a question that only some must answer. */
import { formatDay, isPartialDay } from '../../ground/text/dates.ts';
import { formatCount } from '../../ground/text/money.ts';
import type { Language, Text } from '../../ground/text/language.ts';
import type { FieldBase, Logic } from './fields/field.ts';
import { typeOf } from './fields/index.ts';
import { title } from './fields/wording.ts';
import { operation } from './logic.ts';
import { partsOf } from './parts.ts';
import type { Definition } from './schema.ts';

/** Finds the field that a path of a condition means; undefined when it is none of the form. */
export type FieldAt = (path: string) => FieldBase | undefined;

type Say = { readonly language: Language; readonly fieldAt: FieldAt };

const today: Text = { vi: 'hôm nay', en: 'today' };
const yesNo = { true: { vi: 'Có', en: 'Yes' }, false: { vi: 'Không', en: 'No' } } as const;

const comparisons: Readonly<Record<string, Text>> = {
  '==': { vi: 'là', en: 'is' },
  '===': { vi: 'là', en: 'is' },
  '!=': { vi: 'không phải là', en: 'is not' },
  '!==': { vi: 'không phải là', en: 'is not' },
  '<': { vi: 'nhỏ hơn', en: 'is less than' },
  '<=': { vi: 'không quá', en: 'is at most' },
  '>': { vi: 'lớn hơn', en: 'is more than' },
  '>=': { vi: 'từ', en: 'is at least' },
};
const dateComparisons: Readonly<Record<string, Text>> = {
  ...comparisons,
  '<': { vi: 'trước', en: 'is before' },
  '<=': { vi: 'chậm nhất', en: 'is on or before' },
  '>': { vi: 'sau', en: 'is after' },
  '>=': { vi: 'sớm nhất', en: 'is on or after' },
};
const arithmetic: Readonly<Record<string, Text>> = {
  '+': { vi: ' cộng ', en: ' plus ' },
  '-': { vi: ' trừ ', en: ' minus ' },
  '*': { vi: ' nhân ', en: ' times ' },
  '/': { vi: ' chia ', en: ' divided by ' },
  '%': { vi: ' chia lấy dư ', en: ' modulo ' },
};
const lists: Readonly<Record<string, Text>> = {
  some: { vi: 'có mục thoả điều kiện', en: 'has an item that fits' },
  all: { vi: 'mọi mục đều thoả điều kiện', en: 'has only items that fit' },
  none: { vi: 'không có mục nào thoả điều kiện', en: 'has no item that fits' },
};
const joins: Readonly<Record<string, Text>> = {
  and: { vi: ' và ', en: ' and ' },
  or: { vi: ' hoặc ', en: ' or ' },
};

const varPath = (logic: Logic | undefined): string | null => {
  const found = logic === undefined ? null : operation(logic);
  return found?.operator === 'var' && typeof found.args[0] === 'string' ? found.args[0] : null;
};

const fieldOf = (logic: Logic | undefined, { fieldAt }: Say): FieldBase | undefined => {
  const path = varPath(logic);
  return path === null ? undefined : fieldAt(path);
};

/** A plain value as the field it is compared with shows it. */
const literal = (value: Logic, field: FieldBase | undefined, say: Say): string => {
  const { language } = say;
  if (Array.isArray(value))
    return (value as readonly Logic[]).map((one) => literal(one, field, say)).join(', ');
  if (typeof value === 'boolean') return `“${yesNo[`${value}`][language]}”`;
  const type = field && typeOf(field);
  const listed = field && type?.kind === 'leaf' && (field.type === 'choice' || field.type === 'signature');
  if (listed && typeof value === 'string') return `“${type.display(field, value as never, language)}”`;
  if (field?.type === 'choices' && type?.kind === 'leaf')
    return `“${type.display(field, [value] as never, language)}”`;
  if (typeof value === 'number')
    return formatCount(value, language) === String(value) || Number.isInteger(value)
      ? formatCount(value, language)
      : String(value);
  if (typeof value === 'string' && isPartialDay(value) && value.length > 4) return formatDay(value, language);
  return `“${String(value)}”`;
};

/** An operand: the name of an answer, a value, or something worked out. */
const operand = (logic: Logic, partner: FieldBase | undefined, say: Say): string => {
  const { language } = say;
  const path = varPath(logic);
  if (path === 'today') return today[language];
  if (path !== null) {
    const field = say.fieldAt(path);
    return field ? title(field, language) : path;
  }
  const found = operation(logic);
  if (!found) return literal(logic, partner, say);
  const args = found.args.map((arg) => operand(arg, partner, say));
  if (found.operator === 'age')
    return language === 'vi' ? `tuổi tính từ ${args[0]} đến ${args[1]}` : `age from ${args[0]} to ${args[1]}`;
  const sign = arithmetic[found.operator];
  if (sign) return args.join(sign[language]);
  return `${found.operator}(${args.join('; ')})`;
};

const comparison = (operator: string, args: readonly Logic[], say: Say): string => {
  const { language } = say;
  const [left = null, right = null, third] = args;
  const field = fieldOf(left, say) ?? fieldOf(right, say);
  if (third !== undefined) {
    const middle = fieldOf(right, say) ?? field;
    const [from, what, to] = [left, right, third].map((arg) => operand(arg, middle, say));
    return language === 'vi'
      ? `${what} trong khoảng từ ${from} đến ${to}`
      : `${what} is between ${from} and ${to}`;
  }
  const isDate = [left, right].some((arg) => varPath(arg) === 'today' || fieldOf(arg, say)?.type === 'date');
  const words = (isDate ? dateComparisons : comparisons)[operator];
  return `${operand(left, field, say)} ${words?.[language] ?? operator} ${operand(right, field, say)}`;
};

const contains = (args: readonly Logic[], say: Say): string => {
  const { language } = say;
  const [needle = null, stack = null] = args;
  const several = fieldOf(stack, say);
  if (several)
    return language === 'vi'
      ? `${title(several, language)} có chọn ${operand(needle, several, say)}`
      : `${title(several, language)} includes ${operand(needle, several, say)}`;
  const field = fieldOf(needle, say);
  return `${operand(needle, undefined, say)} ${language === 'vi' ? 'là một trong' : 'is one of'}: ${operand(stack, field, say)}`;
};

const isTrue = (logic: Logic, say: Say): string => {
  const { language } = say;
  const name = operand(logic, undefined, say);
  if (fieldOf(logic, say)?.type === 'yesNo')
    return `${name} ${comparisons['==']?.[language]} ${literal(true, undefined, say)}`;
  return language === 'vi' ? `${name} đã được trả lời` : `${name} is answered`;
};

const negation = (logic: Logic, say: Say): string => {
  const { language } = say;
  const path = varPath(logic);
  const found = operation(logic);
  const answered = found?.operator === 'answered' ? (found.args[0] ?? null) : logic;
  if (path !== null && fieldOf(logic, say)?.type === 'yesNo') return comparison('!=', [logic, true], say);
  if (path !== null || found?.operator === 'answered') {
    const name = operand(answered, undefined, say);
    return language === 'vi' ? `${name} chưa được trả lời` : `${name} is not answered`;
  }
  return language === 'vi' ? `không phải: ${sentence(logic, say)}` : `not: ${sentence(logic, say)}`;
};

const joined = (operator: string, args: readonly Logic[], say: Say): string =>
  args
    .map((arg) => {
      const inner = operation(arg);
      const mixed = inner && Object.hasOwn(joins, inner.operator) && inner.operator !== operator;
      return mixed ? `(${sentence(arg, say)})` : sentence(arg, say);
    })
    .join(joins[operator]?.[say.language]);

const sentence = (logic: Logic, say: Say): string => {
  const { language } = say;
  if (logic === true) return language === 'vi' ? 'luôn luôn' : 'always';
  if (logic === false || logic === null) return language === 'vi' ? 'không bao giờ' : 'never';
  const found = operation(logic);
  if (!found) return literal(logic, undefined, say);
  const { operator, args } = found;
  const [first = null] = args;
  if (Object.hasOwn(joins, operator)) return joined(operator, args, say);
  if (operator === 'in') return contains(args, say);
  if (operator === '!') return negation(first, say);
  if (operator === '!!' || operator === 'answered')
    return operation(first)?.operator === 'var' ? isTrue(first, say) : sentence(first, say);
  if (operator === 'var') return isTrue(logic, say);
  if (Object.hasOwn(comparisons, operator)) return comparison(operator, args, say);
  if (Object.hasOwn(lists, operator))
    return `${operand(first, undefined, say)} ${lists[operator]?.[language]}`;
  return operand(logic, undefined, say);
};

/** Finds the fields of a form by the paths that conditions use; `item.…` is looked up among the fields given as siblings. */
export const fieldsOf = (definition: Definition, siblings: readonly FieldBase[] = []): FieldAt => {
  const all: readonly FieldBase[] = definition.sections.flatMap(({ pages }) =>
    pages.flatMap(({ repeat, fields }): readonly FieldBase[] =>
      repeat ? [{ id: repeat.id, type: 'repeat', label: repeat.title }] : fields,
    ),
  );
  const step = (fields: readonly FieldBase[], [id, ...rest]: readonly string[]): FieldBase | undefined => {
    const field = fields.find((one) => one.id === id);
    return field && rest.length > 0 && field.type !== 'repeat' ? step(partsOf(field), rest) : field;
  };
  return (path) => {
    const [first = '', ...rest] = path.split('.');
    return first === 'item' ? step(siblings, rest) : step(all, [first, ...rest]);
  };
};

/** The condition as a sentence without its end: “Khai cho ai là “Người thân” và Ngày sinh sau 01/01/2020”. */
export const conditionSentence = (logic: Logic, fieldAt: FieldAt, language: Language): string =>
  sentence(logic, { language, fieldAt });
