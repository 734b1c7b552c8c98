/** `/tin-nhan/ho-so/:code`: letters about a dossier, for the person and for those who work on it. */
import { Button, DataTable, Messages, Textarea } from '../../../ground/ui/index.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { look as noteLook } from '../../../ground/record/index.ts';
import { formatTime, vietnamDay, formatDay } from '../../../ground/text/dates.ts';
import type { Language } from '../../../ground/text/language.ts';
import { entered, Faults, Form } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { masked } from '../compose.ts';
import {
  listLetters,
  markLettersRead,
  sideOf,
  unread,
  writeToOffice,
  writeToPerson,
} from '../letters/letters.ts';
import { listSent } from '../notices.ts';
import { letterPath, NOTICES } from '../paths.ts';
import type { Letter, Matters } from '../schema.ts';
import { channelName, deliveryName, words } from '../words.ts';

const gatherFrom =
  ({ findReadable, recipientOf, officeOf }: Matters) =>
  async (visit: Visit) => {
    const { look } = visit;
    const found = await findReadable(look, visit.params['code'] ?? '');
    const about = found && (await recipientOf(look, found.item));
    if (!found || !about)
      throw new NotFound({
        vi: 'Không có hồ sơ này, hoặc bạn không được xem.',
        en: 'There is no such dossier, or you may not see it.',
      });
    const { item, may } = found;
    const letters = await listLetters(look, item);
    const inside = sideOf(visit.by) === 'officer';
    const recipient = about.organisation ?? about.person;
    if (inside || unread(visit.by, letters).length > 0) {
      const { tenant, by, requestId, now } = visit;
      await visit.edge.act({ tenant, by, requestId, now }, async (act) => {
        markLettersRead(act, letters);
        if (inside && about.person) noteLook(act, about.person, 'Đọc thư về hồ sơ', item, { may });
      });
    }
    return {
      item,
      may,
      about,
      letters,
      office: await officeOf(look, item),
      sent: inside ? (recipient ? await listSent(look, item, recipient) : []) : null,
    };
  };

const itemOf = (letter: Letter, { by, lang }: Visit) => {
  const mine = letter.from_kind === sideOf(by);
  const day = vietnamDay(letter.at);
  return {
    id: letter.id,
    direction: mine ? ('sent' as const) : ('received' as const),
    text: letter.body.split('\n').map((line) => <p>{line}</p>),
    sender: mine
      ? `${letter.name} (${(letter.read_at ? words.read(formatTime(letter.read_at, lang)) : words.unread)[lang]})`
      : letter.name,
    moment: letter.at.toISOString(),
    day: formatDay(day, lang),
    time: timeOf(letter.at),
  };
};

const timeOf = (moment: Date): string =>
  new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);

type Sent = Awaited<ReturnType<typeof listSent>>[number];

const Told = ({ sent, lang }: { readonly sent: readonly Sent[]; readonly lang: Language }) => (
  <DataTable
    caption={words.told[lang]}
    rows={sent}
    columns={[
      { key: 'title', title: words.message[lang], names: true, cell: (one) => one.title[lang] },
      { key: 'at', title: words.when[lang], cell: (one) => formatTime(one.at, lang) },
      {
        key: 'way',
        title: words.way[lang],
        cell: (one) =>
          one.channel ? `${channelName[one.channel][lang]}: ${masked(one.address ?? '')}` : words.here[lang],
      },
      {
        key: 'state',
        title: words.state[lang],
        cell: (one) =>
          [
            one.state && deliveryName[one.state][lang],
            one.read_at && words.read(formatTime(one.read_at, lang))[lang],
          ]
            .filter(Boolean)
            .join(', ') || words.unread[lang],
      },
    ]}
    empty={<p class="govuk-body">{words.none[lang]}</p>}
  />
);

export const lettersPage = (matters: Matters) =>
  page({
    path: letterPath(':code').replace('%3A', ':'),
    who: 'signed-in',
    example: null,
    input: input({ body: text({ label: words.body, max: 4000, lines: true }) }),
    gather: gatherFrom(matters),
    view: ({ about, letters, sent }, visit, fault) => {
      const { lang } = visit;
      const officer = sideOf(visit.by) === 'officer';
      return {
        title: words.letters,
        crumbs: [
          officer ? { text: words.desk, href: '/viec' } : { text: words.title, href: NOTICES },
          ...(about.path
            ? [{ text: { vi: `Hồ sơ ${about.code}`, en: `Dossier ${about.code}` }, href: about.path }]
            : []),
        ],
        body: (
          <>
            <Faults fault={fault} visit={visit} />
            <span class="govuk-caption-l">{about.code}</span>
            <h1 class="govuk-heading-l">{words.letters[lang]}</h1>
            {letters.length > 0 ? (
              <Messages
                class="govuk-!-margin-bottom-6"
                label={words.letters[lang]}
                items={letters.map((letter) => itemOf(letter, visit))}
                lang={lang}
              />
            ) : (
              <p class="govuk-body">{words.noLetters[lang]}</p>
            )}
            <Form visit={visit}>
              <Textarea
                {...entered('body', fault, visit)}
                label={words.write[lang]}
                hint={(officer ? words.writeHintOfficer : words.writeHint)[lang]}
                rows={5}
              />
              <Button preventDoubleClick>{words.send[lang]}</Button>
            </Form>
            {sent && (
              <>
                <h2 class="govuk-heading-m govuk-!-margin-top-6">{words.told[lang]}</h2>
                <Told sent={sent} lang={lang} />
              </>
            )}
          </>
        ),
      };
    },
    act: async (act, { body }, { gathered: { item, may, about, office } }) => {
      const matter = { item, may, code: about.code, title: about.title };
      if (sideOf(act.by) === 'officer') await writeToPerson(act, matter, body);
      else await writeToOffice(act, matter, office, body);
      return { to: letterPath(about.code), say: words.sent };
    },
  });
