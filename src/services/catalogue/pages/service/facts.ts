/** The few facts before starting: what it costs, how long by rule and in truth, how much there is to answer. */
import type { Fact } from '../../../../ground/ui/index.ts';
import type { Language } from '../../../../ground/text/language.ts';
import { dataDictionary } from '../../../../work/forms/index.ts';
import { costOf, feesOf } from '../../rules/fees.ts';
import { termsOf, termText } from '../../rules/terms.ts';
import type { Procedure } from '../../schema.ts';
import { capital, type Shown } from './shown.ts';
import { costWords, timesWords, words } from './words.ts';

/** Questions that the visitor must answer, and those whose answers are known. */
function questionsOf({ form }: Procedure): { readonly asked: number; readonly known: number } | null {
  if (form === null) return null;
  const entries = dataDictionary(form).filter(({ type }) => type !== 'declaration' && type !== 'files');
  const known = entries.filter(({ source }) => source !== undefined).length;
  return { asked: entries.length - known, known };
}

/** The facts of a service. */
export function factsOf({ procedure, times }: Shown, lang: Language): readonly (Fact | null)[] {
  const channel = procedure.methods[0]?.channel ?? 'online';
  const cost = costOf(feesOf(procedure, channel));
  const term = termsOf(procedure, channel)[0];
  const questions = questionsOf(procedure);
  const truth = times && timesWords(times);
  return [
    {
      label: words.fee[lang],
      value: costWords(cost, lang),
      note: cost.kind === 'unknown' ? words.unknownFee[lang] : undefined,
    },
    term ? { label: words.byRule[lang], value: capital(termText(term)[lang]) } : null,
    truth ? { label: words.inTruth[lang], value: truth.value[lang], note: truth.note[lang] } : null,
    questions && {
      label: words.toAnswer[lang],
      value: lang === 'vi' ? `${questions.asked} câu` : `${questions.asked} questions`,
      note:
        questions.known > 0
          ? lang === 'vi'
            ? `${questions.known} mục có thể lấy sẵn`
            : `${questions.known} may be filled in for you`
          : undefined,
    },
  ];
}
