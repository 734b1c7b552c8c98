/** Mandates as a table: who may do what for whom, until when. */
import { DataTable, EmptyState, Tag } from '../../../ground/ui/index.ts';
import { formatDay, vietnamDay } from '../../../ground/text/dates.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { roleName } from '../../agencies/index.ts';
import type { NamedMandate } from '../names.ts';
import type { Mandate } from '../schema.ts';
import { actName, formName, kindName } from '../words.ts';
import { revocationPath } from './paths.ts';

const own = {
  kind: { vi: 'Loại', en: 'Kind' },
  agent: { vi: 'Người được giao', en: 'Given to' },
  principal: { vi: 'Thay mặt, tại', en: 'For' },
  what: { vi: 'Phạm vi', en: 'For what' },
  when: { vi: 'Thời hạn', en: 'Until when' },
  basis: { vi: 'Căn cứ', en: 'By' },
  all: { vi: 'Tất cả', en: 'Everything' },
  from: { vi: 'từ', en: 'from' },
  to: { vi: 'đến hết', en: 'until' },
  revoke: { vi: 'Thu hồi', en: 'Revoke' },
  revoked: { vi: 'Đã thu hồi từ', en: 'Revoked from' },
  over: { vi: 'Đã hết hạn', en: 'Ended' },
  none: { vi: 'Chưa có', en: 'None' },
  state: { vi: 'Tình trạng', en: 'State' },
} as const satisfies Readonly<Record<string, Text>>;

const isAct = (act: string): act is keyof typeof actName => act in actName;

function scopeOf({ mandate, documents, fields }: NamedMandate, lang: Language): string {
  const { roles, acts, procedures } = mandate;
  const parts = [
    ...roles.map((role) => roleName[role][lang]),
    ...(acts ?? []).map((act) => (isAct(act) ? actName[act][lang] : act)),
    ...documents.map((name) => name[lang]),
    ...fields.map((name) => name[lang]),
    ...(procedures ?? []),
  ];
  return parts.join(', ') || own.all[lang];
}

const timeOf = ({ from, to }: Mandate, lang: Language): string =>
  `${own.from[lang]} ${formatDay(from, lang)}${to ? ` ${own.to[lang]} ${formatDay(to, lang)}` : ''}`;

type Props = {
  readonly caption: Text;
  readonly mandates: readonly NamedMandate[];
  readonly visit: Visit;
  /** Which of them the visitor may revoke. */
  readonly mayRevoke: (mandate: Mandate) => boolean;
};

export const MandateTable = ({ caption, mandates, visit, mayRevoke }: Props) => {
  const { lang, now } = visit;
  const today = vietnamDay(now);
  return (
    <DataTable
      caption={caption[lang]}
      rows={mandates}
      columns={[
        { key: 'agent', title: own.agent[lang], names: true, cell: ({ agent }) => agent[lang] || agent.vi },
        {
          key: 'principal',
          title: own.principal[lang],
          cell: ({ principal }) => principal[lang] || principal.vi,
        },
        {
          key: 'kind',
          title: own.kind[lang],
          cell: ({ mandate: { kind, form } }) => (form ? formName[form] : kindName[kind])[lang],
        },
        { key: 'what', title: own.what[lang], cell: (named) => scopeOf(named, lang) },
        { key: 'when', title: own.when[lang], cell: ({ mandate }) => timeOf(mandate, lang) },
        { key: 'basis', title: own.basis[lang], cell: ({ mandate }) => mandate.basis },
        {
          key: 'state',
          title: own.state[lang],
          cell: ({ mandate, agent }) =>
            mandate.revokedFrom !== null ? (
              <Tag colour="grey">
                {own.revoked[lang]} {formatDay(mandate.revokedFrom, lang)}
              </Tag>
            ) : mandate.to !== null && mandate.to < today ? (
              <Tag colour="grey">{own.over[lang]}</Tag>
            ) : (
              mayRevoke(mandate) && (
                <a class="govuk-link" href={revocationPath(mandate.id)}>
                  {own.revoke[lang]}
                  <span class="govuk-visually-hidden"> {agent[lang]}</span>
                </a>
              )
            ),
        },
      ]}
      empty={<EmptyState title={own.none[lang]} level={3} />}
    />
  );
};
