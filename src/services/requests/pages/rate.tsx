/** `/ho-so/:code/danh-gia`: how was it? */
import { Button, InsetText, Radios, Textarea } from '../../../ground/ui/index.ts';
import { Conflict, NotAllowed } from '../../../ground/operate/errors.ts';
import { same } from '../../../ground/text/language.ts';
import { entered, errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, oneOf, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { dossierPath, getByCode, isParty } from '../../dossiers/index.ts';
import { isRated, rate } from '../ratings.ts';
import { scores, scoreWords } from '../words.ts';

const words = {
  title: { vi: 'Đánh giá việc phục vụ', en: 'Rate the service' },
  hint: {
    vi: 'Đánh giá không ghi tên bạn và mã hồ sơ. Cán bộ không biết ai đã đánh giá.',
    en: 'Your name and the code of the dossier are not kept. No officer learns who rated.',
  },
  score: { vi: 'mức hài lòng', en: 'how satisfied you are' },
  scoreLabel: { vi: 'Bạn hài lòng đến mức nào?', en: 'How satisfied are you?' },
  words: { vi: 'điều muốn nói', en: 'what you want to say' },
  wordsLabel: { vi: 'Bạn muốn nói thêm điều gì? (không bắt buộc)', en: 'Anything to add? (optional)' },
  send: { vi: 'Gửi đánh giá', en: 'Send' },
  thanks: { vi: 'Cảm ơn bạn đã đánh giá.', en: 'Thank you for rating.' },
  early: { vi: 'Hồ sơ chưa có kết quả nên chưa đánh giá được.', en: 'There is no result to rate yet.' },
  done: { vi: 'Bạn đã đánh giá hồ sơ này rồi.', en: 'You have rated this dossier already.' },
  notYours: { vi: 'Chỉ người nộp hồ sơ được đánh giá.', en: 'Only the applicant can rate.' },
} as const;

/** `key` lies outside of the database. */
export const ratePage = (key: string) =>
  page({
    path: '/ho-so/:code/danh-gia',
    who: 'citizen',
    example: null,
    input: input({
      score: oneOf(scores, words.score),
      words: text({ label: words.words, max: 2000, min: 0, lines: true }),
    }),
    gather: async ({ look, params }) => {
      const dossier = await getByCode(look, params['code'] ?? '');
      if (!isParty(look.by, dossier)) throw new NotAllowed(words.notYours);
      const why = !dossier.decided_at
        ? words.early
        : (await isRated(look, key, dossier.id))
          ? words.done
          : null;
      return { dossier, why };
    },
    view: ({ dossier, why }, visit, fault) => {
      const { lang } = visit;
      return {
        title: words.title,
        crumbs: [{ text: same(dossier.code), href: dossierPath(dossier.code) }],
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <h1 class="govuk-heading-l">{words.title[lang]}</h1>
              {why ? (
                <InsetText>{why[lang]}</InsetText>
              ) : (
                <>
                  <p class="govuk-body">{words.hint[lang]}</p>
                  <Form visit={visit}>
                    <Radios
                      name="score"
                      idPrefix="score"
                      legend={{ text: words.scoreLabel[lang], size: 'm' }}
                      error={errorOf(fault, 'score', visit)}
                      items={scores.map((value) => ({
                        value,
                        text: scoreWords[value][lang],
                        checked: typedIn(fault, 'score') === value,
                      }))}
                    />
                    <Textarea {...entered('words', fault, visit)} label={words.wordsLabel[lang]} rows={4} />
                    <Button preventDoubleClick>{words.send[lang]}</Button>
                  </Form>
                </>
              )}
            </div>
          </div>
        ),
      };
    },
    act: async (act, typed, { gathered: { dossier, why } }) => {
      if (why) throw new Conflict(why);
      const { id, agency, one_stop: oneStop, procedure } = dossier;
      const what = { dossier: id, agency, oneStop, procedure };
      await rate(act, key, what, Number(typed.score), typed.words);
      return { to: dossierPath(dossier.code), say: words.thanks };
    },
  });
