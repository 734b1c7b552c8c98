/** Who stands at the counter for a dossier: its applicant, or somebody whom they authorised. */
import { Input, Radios } from '../../../ground/ui/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import { entered, typedIn } from '../../../ground/web/form.tsx';
import type { Fault } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import type { Dossier } from '../schema.ts';

/** What is asked: by what right is the field `as`. */
type Asks = {
  /** The field of the name. */
  readonly who: string;
  readonly whoLabel: Text;
  readonly asLabel: Text;
  readonly applicant: Text;
  readonly authorised: Text;
  /** The field of the authorisation. */
  readonly paper: string;
  readonly paperLabel: Text;
  readonly paperHint: Text;
};

type Props = {
  readonly asks: Asks;
  readonly dossier: Pick<Dossier, 'applicant_name'>;
  readonly fault: Fault | null;
  readonly visit: Visit;
};

/** The fields, filled in for the applicant. */
export const WhoCame = ({ asks, dossier, fault, visit }: Props) => {
  const { lang } = visit;
  const as = typedIn(fault, 'as') ?? 'applicant';
  return (
    <>
      <Input
        {...entered(asks.who, fault, visit)}
        label={asks.whoLabel[lang]}
        value={typedIn(fault, asks.who) ?? dossier.applicant_name}
      />
      <Radios
        name="as"
        idPrefix="as"
        inline
        legend={{ text: asks.asLabel[lang], size: 's' }}
        items={(['applicant', 'authorised'] as const).map((value) => ({
          value,
          text: asks[value][lang],
          checked: as === value,
        }))}
      />
      <Input
        {...entered(asks.paper, fault, visit)}
        label={asks.paperLabel[lang]}
        hint={asks.paperHint[lang]}
      />
    </>
  );
};
