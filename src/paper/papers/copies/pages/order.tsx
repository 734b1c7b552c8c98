/** `/so-sao/de-nghi/:id`: an electronic copy before it is signed: sent, decided on by whoever has the authority, signed by the clerk. */
import {
  Button,
  ButtonGroup,
  Checkboxes,
  InsetText,
  SummaryList,
  Tag,
  Textarea,
  Timeline,
} from '../../../../ground/ui/index.ts';
import { Conflict, Invalid, NotAllowed } from '../../../../ground/operate/errors.ts';
import { listSteps } from '../../../../ground/record/index.ts';
import { formatDay, formatTime } from '../../../../ground/text/dates.ts';
import { entered, errorOf, Faults, Form } from '../../../../ground/web/form.tsx';
import { flag, input, oneOf, optional, text } from '../../../../ground/web/input.ts';
import { page, type Fault, type Page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { bandsPath, COPIES, copyPath, orderFilePath, orderPath, paperPath } from '../../paths.ts';
import { stepNames } from '../../pages/steps.ts';
import type { CopyOrder } from '../../schema.ts';
import { bandWords } from '../bands.ts';
import { enterCopy, signCopy } from '../electronic.ts';
import { approveCopy, refuseCopy, sendExtract, withdrawCopy } from '../orders/commands.ts';
import type { Rights } from '../orders/rights.ts';
import { orderStates, orderSteps, orderWords as words } from '../orders/words.ts';
import { copyKinds } from '../rules.ts';
import type { Desk } from '../source.ts';
import { orderAt } from './order-at.ts';
import { sourceNames, words as copyWords } from './words.ts';

type Props = {
  readonly order: CopyOrder;
  readonly rights: Rights;
  readonly visit: Visit;
  readonly fault: Fault | null;
};

/** What will be signed: everything that is decided on. */
const Facts = ({ order, visit: { lang } }: Props) => {
  const { original, bands, sheets, paper } = order;
  return (
    <SummaryList
      rows={[
        { key: words.state[lang], value: <Tag>{orderStates[order.state][lang]}</Tag> },
        order.refusal !== null && { key: words.refusal[lang], value: order.refusal },
        { key: words.document[lang], value: original.title },
        original.symbol !== null && { key: copyWords.symbolOf[lang], value: original.symbol },
        { key: copyWords.issuer[lang], value: original.issuer },
        original.issuedOn && { key: copyWords.issuedOn[lang], value: formatDay(original.issuedOn, lang) },
        {
          key: copyWords.source[lang],
          value: paper ? (
            <a class="govuk-link" href={paperPath(paper)}>
              {sourceNames[original.source][lang]}
            </a>
          ) : (
            sourceNames[original.source][lang]
          ),
        },
        order.full_copy !== null && { key: copyWords.fullCopy[lang], value: order.full_copy },
        order.part !== null && { key: words.part[lang], value: order.part },
        bands.length > 0 && { key: words.bands[lang], value: bandWords(bands, sheets)[lang] },
        { key: copyWords.agency[lang], value: order.agency_name },
        { key: copyWords.reason[lang], value: order.reason },
        { key: words.preparedBy[lang], value: order.prepared_name },
        { key: words.asked[lang], value: order.authority_name },
        order.decided_name !== null && {
          key: words.decidedBy[lang],
          value: `${order.decided_name} (${order.decided_as ?? ''})`,
        },
      ]}
    />
  );
};

const Choice = ({ value }: { readonly value: string }) => <input type="hidden" name="choice" value={value} />;

/** Before an extract goes to whoever decides, who prepared it has looked at it. */
const Send = ({ order, visit, fault }: Props) => {
  const { lang } = visit;
  return (
    <>
      {order.to_sign !== null && (
        <Form visit={visit}>
          <Choice value="send" />
          <Checkboxes
            name="whole"
            idPrefix="whole"
            error={errorOf(fault, 'whole', visit)}
            items={[{ value: 'yes', text: words.whole[lang] }]}
          />
          <Button preventDoubleClick>{words.send[lang]}</Button>
        </Form>
      )}
      <Button kind="secondary" href={bandsPath(order.id)}>
        {words.editBands[lang]}
      </Button>
    </>
  );
};

const Decide = ({ rights, visit, fault }: Props) => {
  const { lang } = visit;
  return (
    <>
      <p class="govuk-body">
        {words.decideAs[lang]}: {rights.decide?.as}, {rights.decide?.name}
      </p>
      <Form visit={visit}>
        <Choice value="approve" />
        <Button preventDoubleClick>{words.approve[lang]}</Button>
      </Form>
      <Form visit={visit}>
        <Choice value="refuse" />
        <h2 class="govuk-heading-m">{words.refuseTitle[lang]}</h2>
        <Textarea {...entered('why', fault, visit)} label={words.refuseReason[lang]} rows={2} />
        <Button kind="warning">{words.refuse[lang]}</Button>
      </Form>
    </>
  );
};

/** What this visitor can do with it now. */
const Acts = (props: Props) => {
  const { order, rights, visit } = props;
  const { lang } = visit;
  return (
    <>
      {rights.why && <InsetText>{rights.why[lang]}</InsetText>}
      {order.state === 'draft' && rights.change && <Send {...props} />}
      {rights.decide && <Decide {...props} />}
      {rights.sign && (
        <Form visit={visit}>
          <Choice value="sign" />
          <Button preventDoubleClick>{words.sign[lang]}</Button>
        </Form>
      )}
      {rights.change && (
        <Form visit={visit}>
          <Choice value="withdraw" />
          <Button kind="secondary">{words.withdraw[lang]}</Button>
        </Form>
      )}
    </>
  );
};

const refuseAct = (): never => {
  throw new NotAllowed(words.notYours);
};

export const orderPage = (desk: Desk): Page =>
  page({
    path: orderPath(':id'),
    who: 'officer',
    example: null,
    input: input({
      choice: oneOf(['send', 'approve', 'refuse', 'sign', 'withdraw'], words.choice),
      whole: flag(),
      why: optional(text({ label: words.reasonField, max: 500, lines: true })),
    }),
    gather: async (visit) => {
      const at = await orderAt(visit);
      return { ...at, steps: await listSteps(visit.look, at.order.id, 'inside') };
    },
    view: ({ order, rights, steps }, visit, fault) => {
      const { lang } = visit;
      const props = { order, rights, visit, fault };
      return {
        title: words.title,
        crumbs: [{ text: copyWords.book, href: COPIES }],
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <span class="govuk-caption-l">{order.original.title}</span>
              <h1 class="govuk-heading-l">{copyKinds[order.kind].name[lang]}</h1>
              {order.to_sign !== null && order.state !== 'signed' && (
                <>
                  <ButtonGroup>
                    <Button kind="secondary" href={orderFilePath(order.id)}>
                      {words.look[lang]}
                    </Button>
                  </ButtonGroup>
                  <p class="govuk-hint">{words.lookHint[lang]}</p>
                </>
              )}
              {order.state === 'signed' && <Button href={copyPath(order.id)}>{words.openCopy[lang]}</Button>}
              <Facts {...props} />
              <Acts {...props} />
              <h2 class="govuk-heading-m">{words.history[lang]}</h2>
              <Timeline
                headingLevel={3}
                items={steps.toReversed().map((step) => ({
                  title: (orderSteps[step.act] ?? stepNames[step.act])?.[lang] ?? step.act,
                  by: step.name,
                  at: { moment: step.at.toISOString(), text: formatTime(step.at, lang) },
                  children: step.reason,
                }))}
              />
            </div>
          </div>
        ),
      };
    },
    prepare: async ({ look }, { choice, whole, why }, { order, rights }) => {
      if (choice === 'send' && !whole) throw new Invalid([{ field: 'whole', message: words.wholeMissing }]);
      if (choice === 'refuse' && why === null)
        throw new Invalid([{ field: 'why', message: words.reasonMissing }]);
      if (choice !== 'sign') return null;
      if (!rights.sign) return refuseAct();
      if (order.agency !== rights.agency.id) throw new Conflict(words.agencyChanged);
      const { to_sign } = order;
      return to_sign === null ? null : signCopy(desk, look, { ...order, to_sign }, rights.agency);
    },
    act: async (act, { choice, why }, { gathered: { order, rights }, prepared }) => {
      const { id } = order;
      const here = orderPath(id);
      if (prepared !== null) {
        const copy = await enterCopy(act, id, rights.agency.id, prepared);
        return { to: copyPath(copy.id), say: copyWords.done(copy.symbol ?? '', copy.code) };
      }
      if (choice === 'approve' || choice === 'refuse') {
        const decider = rights.decide ?? refuseAct();
        if (choice === 'approve') await approveCopy(act, id, decider, rights.agency);
        else await refuseCopy(act, id, decider, why ?? '');
        return { to: here, say: choice === 'approve' ? words.saidApproved : words.saidRefused };
      }
      if (!rights.change) return refuseAct();
      if (choice === 'withdraw') await withdrawCopy(act, id);
      else await sendExtract(act, id);
      return { to: here, say: choice === 'withdraw' ? words.saidWithdrawn : words.saidSent };
    },
  });
