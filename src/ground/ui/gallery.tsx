/** The body of the page `/ui` (development only): every component in every state, in the language of the page. */
import type { Text } from '../text/language.ts';
import { useLanguage } from './language.tsx';
import { SideNavigation } from './casework/navigation.tsx';
import { caseworkSamples } from './gallery/casework.tsx';
import { contentSamples } from './gallery/content.tsx';
import { fieldSamples } from './gallery/fields.tsx';
import { figureSamples } from './gallery/figures.tsx';
import { frameSamples } from './gallery/frames.tsx';
import { pieceSamples } from './gallery/pieces.tsx';
import { idOf, type Sample } from './gallery/sample.ts';

/** Title of the gallery. */
export const galleryTitle: Text = { vi: 'Bộ thành phần giao diện', en: 'Components' };

const groups: readonly { readonly title: Text; readonly samples: readonly Sample[] }[] = [
  { title: { vi: 'Trường nhập', en: 'Fields' }, samples: fieldSamples },
  { title: { vi: 'Nội dung', en: 'Content' }, samples: contentSamples },
  { title: { vi: 'Quanh trang', en: 'Around a page' }, samples: frameSamples },
  { title: { vi: 'Xử lý hồ sơ', en: 'Case work' }, samples: caseworkSamples },
  { title: { vi: 'Mảnh riêng', en: 'Our own pieces' }, samples: pieceSamples },
  { title: { vi: 'Biểu đồ và bản đồ', en: 'Charts and maps' }, samples: figureSamples },
];

/** All samples, for tests that look at each. */
export const allSamples: readonly Sample[] = groups.flatMap((group) => group.samples);

/** The gallery. */
export function Gallery() {
  const lang = useLanguage();
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-quarter">
        <SideNavigation
          sections={groups.map(({ title, samples }) => ({
            heading: title[lang],
            items: samples.map(({ name }) => ({ href: `#${idOf(name)}`, text: name })),
          }))}
        />
      </div>
      <div class="govuk-grid-column-three-quarters">
        <h1 class="govuk-heading-l">{galleryTitle[lang]}</h1>
        {groups.map(({ title, samples }) => (
          <>
            <h2 class="govuk-heading-m">{title[lang]}</h2>
            {samples.map(({ name, Show }) => (
              <div class="tt-sample" id={idOf(name)}>
                <h3 class="govuk-heading-s tt-sample__name">{name}</h3>
                <Show lang={lang} />
              </div>
            ))}
          </>
        ))}
      </div>
    </div>
  );
}
