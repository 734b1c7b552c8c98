/** The questions about an electronic copy that is prepared, the same whatever is copied. */
import { Input, Radios, Select, Textarea, WarningText } from '../../../../ground/ui/index.ts';
import { entered } from '../../../../ground/web/form.tsx';
import { oneOf, optional, text } from '../../../../ground/web/input.ts';
import type { Fault } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import type { Authorised } from '../authority.ts';
import { electronicKinds, type ElectronicKind } from '../electronic-rules.ts';
import { copyKinds } from '../rules.ts';
import { words } from './words.ts';

/** How the answers are read. */
export const wishFields = {
  kind: oneOf(electronicKinds, words.kindField),
  fullCopy: optional(text({ label: words.fullCopyField, max: 200 })),
  part: optional(text({ label: words.partField, max: 300 })),
  authority: text({ label: words.authorityField, max: 40 }),
  reason: text({ label: words.reasonField, max: 500, lines: true }),
};

type Props = {
  readonly kinds: readonly ElectronicKind[];
  readonly authorised: readonly Authorised[];
  readonly fault: Fault | null;
  readonly visit: Visit;
};

/** Lists of more are chosen from a drop-down. */
const FEW = 6;

/** Kind of copy, part, who decides, what for. */
export const WishFields = ({ kinds, authorised, fault, visit }: Props) => {
  const { lang } = visit;
  const at = (name: string) => entered(name, fault, visit);
  return (
    <>
      <Radios
        {...at('kind')}
        idPrefix="kind"
        legend={words.kind[lang]}
        items={kinds.map((kind) => ({
          value: kind,
          text: copyKinds[kind].name[lang],
          hint: copyKinds[kind].is[lang],
        }))}
      />
      {kinds.includes('copy-of-copy') && (
        <Input {...at('fullCopy')} label={words.fullCopy[lang]} hint={words.fullCopyHint[lang]} />
      )}
      <Input {...at('part')} label={words.part[lang]} hint={words.partHint[lang]} />
      <Deciders authorised={authorised} at={at('authority')} visit={visit} />
      <Textarea {...at('reason')} label={words.reason[lang]} rows={2} />
    </>
  );
};

type DecidersProps = Pick<Props, 'authorised' | 'visit'> & { readonly at: ReturnType<typeof entered> };

const Deciders = ({ authorised, at, visit: { lang } }: DecidersProps) => {
  const hint = words.authorityHint[lang];
  const items = authorised.map(({ person, name, as }) => ({ value: person, text: `${name} (${as})` }));
  if (items.length === 0) return <WarningText>{words.nobody[lang]}</WarningText>;
  if (items.length > FEW)
    return (
      <Select
        {...at}
        label={words.authority[lang]}
        hint={hint}
        items={[{ value: '', text: { vi: 'Hãy chọn', en: 'Choose' }[lang] }, ...items]}
      />
    );
  return <Radios {...at} idPrefix="authority" legend={words.authority[lang]} hint={hint} items={items} />;
};
