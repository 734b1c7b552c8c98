/**
 * The signed data of a paper for somebody who has shown its file: it lies in the page itself, so that there is no address under which
 * others could have it.
 */
import type { Store } from '../../../ground/files/index.ts';
import type { Language } from '../../../ground/text/language.ts';
import type { KeptData } from '../schema.ts';
import { endings, typeOf } from './send.ts';
import { downloadNames, words } from './words.ts';

type DataLink = { readonly form: KeptData['form']; readonly href: string };

/** Links that hold the data themselves. */
export const dataLinks = (store: Store, kept: readonly KeptData[]): Promise<readonly DataLink[]> =>
  Promise.all(
    kept.map(async ({ form, hash }) => {
      const bytes = await store.read(hash);
      return { form, href: `data:${typeOf(form, bytes)};base64,${bytes.toString('base64')}` };
    }),
  );

type Props = { readonly links: readonly DataLink[]; readonly lang: Language };

export const DataLinks = ({ links, lang }: Props) =>
  links.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{words.title[lang]}</h2>
      <p class="govuk-body">{words.lead[lang]}</p>
      <ul class="govuk-list govuk-list--bullet">
        {links.map(({ form, href }) => (
          <li>
            <a class="govuk-link" href={href} download={`du-lieu.${endings[form]}`}>
              {downloadNames[form][lang]}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
