/** `/ban-khai/:id/kiem-tra`: check all answers, see who decides and until when, submit. */
import { Button, Radios, SummaryList } from '../../../ground/ui/index.ts';
import { listFiles, type Store } from '../../../ground/files/index.ts';
import { Conflict, Invalid, NotFound } from '../../../ground/operate/errors.ts';
import { formatTime, vietnamDay } from '../../../ground/text/dates.ts';
import { errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, integer, oneOf, optional } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { CheckAnswers, firstOpenPage, formOf, validate } from '../../../work/forms/index.ts';
import { titleOf } from '../../catalogue/index.ts';
import {
  acceptPath,
  dossierPath,
  Duplicates,
  findDuplicates,
  matterKeysOf,
  owedBy,
} from '../../dossiers/index.ts';
import { holderOf, nameOf } from '../applicant.ts';
import { contactOf } from '../contact.ts';
import { channelOf } from '../counter.ts';
import { destinationOf } from '../destination.ts';
import { draftNow } from '../draft-now.ts';
import { photoPapers } from '../files/photo-papers.ts';
import { draftPath } from '../paths.ts';
import { sendSupplement, submit } from '../submit.ts';
import { changeWords, submittedWords, words } from '../words.ts';
import { feeRows } from './fee-rows.tsx';
import { ForWhom } from './for-whom.tsx';
import { Changed, Gone, goneOf } from './standing.tsx';

const ways = ['online', 'counter', 'post'] as const;
const MOST = 2_000_000_000;
const postHint = (address: string | null) => (address ? words.postTo(address) : words.postNowhere);
const wayWords = { online: words.returnOnline, counter: words.returnCounter, post: words.returnPost };

export const checkPage = (store: Store) =>
  page({
    path: '/ban-khai/:id/kiem-tra',
    who: 'signed-in',
    example: null,
    input: input({
      returnWay: optional(oneOf(ways, words.returnWay)),
      // What the page showed that was sent: nothing is submitted that the person has not seen.
      edition: optional(integer(words.edition, 1, MOST)),
      version: optional(integer(words.version, 1, MOST)),
    }),
    gather: async (visit) => {
      const now = await draftNow(visit);
      const { draft, procedure, attached } = now;
      if (!procedure.form) throw new NotFound(words.noForm);
      const checked = validate(formOf(procedure.form), draft.answers, { today: vietnamDay(visit.now) });
      return {
        ...now,
        checked,
        gone: goneOf(now),
        answered: now.answered?.dossier ?? null,
        destination: await destinationOf(visit.look, procedure, draft.answers, draft),
        files: await listFiles(
          visit.look,
          attached.map(({ file }) => file.id),
        ),
      };
    },
    gatherMore: async (gathered, visit) => {
      const { draft, procedure, answered } = gathered;
      const holder = await holderOf(visit.look, draft);
      return {
        ...gathered,
        fees: owedBy({ answers: draft.answers, channel: channelOf(visit.by, draft) }, procedure, visit.now),
        duplicates: await findDuplicates(visit.look, matterKeysOf(procedure, draft.answers), answered),
        applicant: nameOf(holder, visit.by),
        address: (await contactOf(visit.look, holder)).address,
      };
    },
    view: (all, visit, fault) => {
      const { draft, procedure, checked, destination, answered, applicant, files, fees, duplicates } = all;
      const { lang } = visit;
      if (all.gone) return { title: all.gone.title, body: <Gone of={all.gone} visit={visit} /> };
      const open = firstOpenPage(checked);
      const officer = visit.by.kind === 'officer';
      return {
        title: words.check,
        crumbs: [{ text: titleOf(procedure), href: `/thu-tuc/${procedure.code}` }],
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <ForWhom visit={visit} enteredFor={officer ? applicant : null} />
              <Changed of={all} visit={visit} />
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
              {all.isOver ? null : open ? (
                <Button href={draftPath(draft.id, open)}>{words.resume[lang]}</Button>
              ) : (
                <Form visit={visit}>
                  <input type="hidden" name="edition" value={draft.edition} />
                  <input type="hidden" name="version" value={procedure.version} />
                  <SummaryList
                    rows={[
                      { key: words.applicant[lang], value: applicant },
                      {
                        key: words.decidedBy[lang],
                        value: destination ? destination.agency.name[lang] : words.noAgency[lang],
                      },
                      ...(answered ? [] : feeRows(fees, lang)),
                      draft.updated_at && {
                        key: words.savedAt[lang],
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
                        hint: way === 'post' ? postHint(all.address)[lang] : undefined,
                        checked: way === (typedIn(fault, 'returnWay') ?? 'online'),
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
      { returnWay, edition, version },
      { gathered: { draft, procedure, destination, answered, gone, isOver }, prepared: papers },
    ) => {
      if (gone) {
        // Pressed twice it is one submission; what was changed since is not part of it.
        const isAsSent = draft.dossier !== null && (edition ?? draft.edition - 1) === draft.edition - 1;
        const received = draft.answers_to ? words.supplemented : words.received(gone.code);
        return { to: dossierPath(gone.code), say: isAsSent ? received : gone.says };
      }
      if (isOver) throw new Conflict(changeWords.over);
      const to = draftPath(draft.id);
      if (procedure.version !== (version ?? draft.version)) return { to, say: changeWords.readFirst };
      if (edition !== null && edition !== draft.edition) return { to, say: submittedWords.changedElsewhere };
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
