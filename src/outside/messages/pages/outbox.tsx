/** `/mau/thu-di`: what the sample province would have sent by e-mail and SMS. Exists only in the sample. */
import { EmptyState } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { page } from '../../../ground/web/page.ts';
import { mailOf, smsOf, type Site } from '../compose.ts';
import { listDeliveries } from '../deliver.ts';
import { channelName, deliveryName, words } from '../words.ts';

const PATH = '/mau/thu-di';

export const outboxPage = (site: Site) =>
  page({
    path: PATH,
    who: 'anyone',
    example: PATH,
    gather: ({ look }) => listDeliveries(look),
    view: (deliveries, { lang }) => ({
      title: words.outbox,
      body: (
        <>
          <h1 class="govuk-heading-l">{words.outbox[lang]}</h1>
          <p class="govuk-body">{words.outboxHint[lang]}</p>
          {deliveries.length === 0 && <EmptyState title={words.none[lang]} />}
          {deliveries.map((one) => {
            const mail = one.channel === 'email' ? mailOf(one, site, one.language) : null;
            return (
              <section class="govuk-!-margin-bottom-6">
                <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
                  {mail?.subject ?? channelName.sms[lang]}
                </h2>
                <p class="govuk-hint govuk-!-margin-bottom-1">
                  {channelName[one.channel][lang]} · {words.to[lang]} {one.address} ·{' '}
                  {formatTime(one.at, lang)} · {deliveryName[one.state][lang]}
                </p>
                {(mail?.text ?? smsOf(one, site, one.language)).split('\n').map((line) => (
                  <p class="govuk-body-s govuk-!-margin-bottom-1">{line}</p>
                ))}
              </section>
            );
          })}
        </>
      ),
    }),
  });
