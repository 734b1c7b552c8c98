/**
 * What the province may put on top of a national procedure: a shorter limit, agencies, fees by resolution of its council, form and
 * internal process. Never a longer limit, never a document more (Law 63/2020 on decrees of councils; Decree 63/2010 art. 8). Pure.
 */
import type { FieldError } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import {
  checkComponents,
  definitionFaults,
  type ComponentFault,
  type Definition as Form,
} from '../../../work/forms/index.ts';
import { publishable, unknownServices, type Finding, type ServiceName } from '../../../work/process/index.ts';
import type { Fee, LocalContent, NationalContent } from '../schema.ts';
import { kindProblems } from './paper-kinds.ts';
import { notLonger, termText } from './terms.ts';

const termProblems = (national: NationalContent, { term }: LocalContent): readonly FieldError[] => {
  if (term === null) return [];
  if (!(term.amount >= 0) || term.unit === null) {
    return [
      {
        field: 'term',
        message: { vi: 'Thời hạn phải có số và đơn vị.', en: 'The limit needs a number and a unit.' },
      },
    ];
  }
  const longest = national.methods.flatMap(({ terms }) => terms).find((one) => !notLonger(term, one));
  if (!longest) return [];
  const limit = termText(longest);
  return [
    {
      field: 'term',
      message: {
        vi: `Tỉnh chỉ được rút ngắn: thời hạn quốc gia là ${limit.vi}.`,
        en: `The province may only shorten: the national limit is ${limit.en}.`,
      },
    },
  ];
};

const feeProblems = (fees: readonly Fee[]): readonly FieldError[] =>
  fees.flatMap(({ amount, basis, formula, name }, i): FieldError[] => {
    const field = `fees.${i}`;
    if (basis.trim() === '') {
      return [
        {
          field,
          message: {
            vi: `«${name}» phải dẫn nghị quyết của Hội đồng nhân dân.`,
            en: `«${name}» must cite the resolution of the council.`,
          },
        },
      ];
    }
    if (amount !== null && !(Number.isSafeInteger(amount) && amount >= 0)) {
      return [
        {
          field,
          message: {
            vi: `Mức của «${name}» phải là số đồng nguyên, không âm.`,
            en: `The amount of «${name}» must be whole đồng, not negative.`,
          },
        },
      ];
    }
    return amount === null && !formula
      ? [
          {
            field,
            message: {
              vi: `«${name}» chưa có mức: hãy nhập mức theo nghị quyết.`,
              en: `«${name}» has no amount: enter that of the resolution.`,
            },
          },
        ]
      : [];
  });

/** What differs between the files that a form asks for and the components of the nation. */
export function componentFaults(national: NationalContent, form: Form): readonly ComponentFault[] {
  const components = national.groups.flatMap(({ components: some }) => some);
  const listed = components.map(({ key, name, standIns, form: own, manner }) => ({
    id: key,
    name: { vi: name, en: name },
    substitutable: standIns.length > 0 || own !== null || manner === 'shown',
  }));
  return checkComponents(form, listed);
}

/** A form may ask for no file that is not among the components of the nation. */
const formProblems = (national: NationalContent, { form }: LocalContent): readonly FieldError[] => {
  if (form === null) return [];
  const faults = definitionFaults(form).map((fault) => ({ field: 'form', message: fault.message }));
  if (faults.length > 0) return faults;
  const added = componentFaults(national, form).filter(({ kind }) => kind === 'not listed');
  return added.map(({ text }) => ({ field: 'form', message: text }));
};

/** What was found, with the name of the element in front, as people know it. */
export function aboutElement({ element, name, message: { vi, en } }: Finding): Text {
  const of = name || element;
  return of ? { vi: `${of}: ${vi}`, en: `${of}: ${en}` } : { vi, en };
}

const processProblems = ({
  process,
  processDecision,
  systemOfRecord,
}: LocalContent): readonly FieldError[] => {
  if (process === null) return [];
  const errors = publishable(process)
    .filter(({ severity }) => severity === 'error')
    .map((finding) => ({ field: 'process', message: aboutElement(finding) }));
  const decided = processDecision !== null || systemOfRecord !== 'us';
  const missing = {
    vi: 'Quy trình nội bộ phải có quyết định phê duyệt.',
    en: 'The internal process needs the decision that approves it.',
  };
  return decided ? errors : [...errors, { field: 'processDecision', message: missing }];
};

/** What an editor should know of the process, though it may be published so. */
export const processDoubts = (
  { process }: Pick<LocalContent, 'process'>,
  services: readonly ServiceName[],
): readonly Text[] => (process ? unknownServices(process, services).map(aboutElement) : []);

/** The questions of a form. */
const askedBy = (form: LocalContent['form']): ReadonlySet<string> =>
  new Set(form?.sections.flatMap(({ pages }) => pages.flatMap(({ fields }) => fields.map(({ id }) => id))));

/** What identifies the matter must be asked by the form: else no dossier would ever be found again by it. */
const matterProblems = ({ form, identifiedBy = [] }: LocalContent): readonly FieldError[] => {
  const asked = askedBy(form);
  return identifiedBy
    .flatMap(({ answers }) => answers)
    .filter((path) => !asked.has(path.split('.')[0] ?? ''))
    .map((path) => ({
      field: 'identifiedBy',
      message: {
        vi: `Biểu mẫu không hỏi «${path}», nên không dùng để nhận ra hồ sơ trùng được.`,
        en: `The form does not ask «${path}»: no duplicate can be found by it.`,
      },
    }));
};

/** The dossier that a complaint is about must be asked for by the form: else no complaint would ever be tied to one. */
const aboutProblems = ({ form, aboutDossier }: LocalContent): readonly FieldError[] => {
  if (!aboutDossier || askedBy(form).has(aboutDossier)) return [];
  const message = {
    vi: `Biểu mẫu không hỏi «${aboutDossier}», nên không gắn khiếu nại với hồ sơ nào được.`,
    en: `The form does not ask «${aboutDossier}»: no complaint can be tied to a dossier by it.`,
  };
  return [{ field: 'aboutDossier', message }];
};

/** What is wrong with a local layer; empty when it may be published. */
export const localProblems = (national: NationalContent, local: LocalContent): readonly FieldError[] => [
  ...termProblems(national, local),
  ...feeProblems(local.fees),
  ...formProblems(national, local),
  ...processProblems(local),
  ...matterProblems(local),
  ...aboutProblems(local),
  ...kindProblems(national, local),
];
