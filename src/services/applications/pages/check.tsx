/** `/ban-khai/:id/kiem-tra`: check all answers, see who decides and until when, submit. */
import { Button, Radios, SummaryList } from '../../../ground/ui/index.ts';
import { listFiles, type Store } from '../../../ground/files/index.ts';
import { Invalid, NotFound } from '../../../ground/operate/errors.ts';
import { formatTime, vietnamDay } from '../../../ground/text/dates.ts';
import { errorOf, Faults, Form } from '../../../ground/web/form.tsx';
import { input, oneOf, optional } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { CheckAnswers, firstOpenPage, formOf, validate } from '../../../work/forms/index.ts';
import {
  acceptPath,
  dossierPath,
  Duplicates,
  findDossier,
  findDuplicates,
  matterKeysOf,
  owedBy,
} from '../../dossiers/index.ts';
import { holderOf, nameOf } from '../applicant.ts';
import { channelOf } from '../counter.ts';
import { destinationOf } from '../destination.ts';
import { draftNow } from '../draft-now.ts';
import { photoPapers } from '../files/photo-papers.ts';
import { draftPath } from '../paths.ts';
import { sendSupplement, submit } from '../submit.ts';
import { words } from '../words.ts';
import { feeRows } from './fee-rows.ts';
import { ForWhom } from './for-whom.tsx';

const ways = ['online', 'counter', 'post'] as const;
const wayWords = { online: words.returnOnline, counter: words.returnCounter, post: words.returnPost };

export const checkPage = (store: Store) =>
  page({
    path: '/ban-khai/:id/kiem-tra',
    who: 'signed-in',
    example: null,
    input: input({ returnWay: optional(oneOf(ways, words.returnWay)) }),
    gather: async (visit) => {
      const { draft, procedure, attached } = await draftNow(visit);
      if (!procedure.form) throw new NotFound(words.noForm);
      const checked = validate(formOf(procedure.form), draft.answers, { today: vietnamDay(visit.now) });
      const answered = draft.answers_to ? await findDossier(visit.look, draft.answers_to) : null;
      return {
        draft,
        procedure,
        checked,
        answered,
        destination: await destinationOf(visit.look, procedure, draft.answers, draft),
        attached,
        files: await listFiles(
          visit.look,
          attached.map(({ file }) => file.id),
        ),
      };
    },
    gatherMore: async (gathered, visit) => {
      const { draft, procedure, answered } = gathered;
      return {
        ...gathered,
        fees: owedBy({ answers: draft.answers, channel: channelOf(visit.by, draft) }, procedure, visit.now),
        duplicates: await findDuplicates(visit.look, matterKeysOf(procedure, draft.answers), answered),
        applicant: nameOf(await holderOf(visit.look, draft), visit.by),
      };
    },
    view: (
      { draft, procedure, checked, destination, answered, applicant, files, fees, duplicates },
      visit,
      fault,
    ) => {
      const { lang } = visit;
      const open = firstOpenPage(checked);
      const officer = visit.by.kind === 'officer';
      return {
        title: words.check,
        crumbs: [{ text: { vi: procedure.name, en: procedure.name }, href: `/thu-tuc/${procedure.code}` }],
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <ForWhom visit={visit} enteredFor={officer ? applicant : null} />
              {officer && !open && !answered && (
                <p class="govuk-body">
                  <a class="govuk-link" href="#returnWay" autofocus={fault === null}>
                    {words.toSubmit[lang]}
                  </a>
                </p>
              )}
              <Duplicates duplicates={duplicates} visit={visit} />
              <CheckAnswers
                checked={checked}
                language={lang}
                changeHref={(pageId, inputId) => `${draftPath(draft.id, pageId)}#${inputId}`}
              />
              {files.some(({ scan }) => scan === 'unscanned') && (
                <p class="govuk-hint">{words.filesUnscanned[lang]}</p>
              )}
              {open ? (
                <Button href={draftPath(draft.id, open)}>{words.resume[lang]}</Button>
              ) : (
                <Form visit={visit}>
                  <SummaryList
                    rows={[
                      { key: words.applicant[lang], value: applicant },
                      {
                        key: words.decidedBy[lang],
                        value: destination ? destination.agency.name[lang] : words.noAgency[lang],
                      },
                      ...(answered ? [] : feeRows(fees, lang)),
                      draft.updated_at && {
                        key: words.saved[lang],
                        value: formatTime(draft.updated_at, lang),
                      },
                    ]}
                  />
                  {!answered && (
                    <Radios
                      name="returnWay"
                      idPrefix="returnWay"
                      legend={{ text: words.returnWay[lang], size: 'm' }}
                      error={errorOf(fault, 'returnWay', visit)}
                      items={ways.map((way) => ({
                        value: way,
                        text: wayWords[way][lang],
                        checked: way === 'online',
                      }))}
                    />
                  )}
                  <Button preventDoubleClick>{(answered ? words.sendSupplement : words.submit)[lang]}</Button>
                </Form>
              )}
            </div>
          </div>
        ),
      };
    },
    prepare: async (_, __, { attached, files, checked }) =>
      checked.errors.length > 0 ? [] : photoPapers(store, attached, files),
    act: async (
      act,
      { returnWay },
      { gathered: { draft, procedure, destination, answered }, prepared: papers },
    ) => {
      if (answered) {
        await sendSupplement(act, draft, procedure, answered.id, papers);
        return { to: dossierPath(answered.code), say: words.supplemented };
      }
      if (!returnWay)
        throw new Invalid([
          {
            field: 'returnWay',
            message: { vi: 'Hãy chọn cách nhận kết quả.', en: 'Choose how to receive the result.' },
          },
        ]);
      if (!destination) throw new Invalid([{ field: '', message: words.noAgency }]);
      const { code } = await submit(act, draft, procedure, { destination, returnWay, papers });
      return {
        to: act.by.kind === 'officer' ? acceptPath(code) : dossierPath(code),
        say: words.received(code),
      };
    },
  });
