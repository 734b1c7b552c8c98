/** `/du-lieu-sai/:source`: what a database says about me, and which of it is wrong. */
import { Button, Input, InsetText, Radios, Textarea } from '../../../ground/ui/index.ts';
import { Invalid, NotFound } from '../../../ground/operate/errors.ts';
import { formatDay, isPartialDay } from '../../../ground/text/dates.ts';
import { entered, errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { askCorrection } from '../corrections/correct.ts';
import { facts, words } from '../corrections/words.ts';
import type { KnownSource } from '../known.ts';
import { wrongPath } from '../paths.ts';
import { registries } from '../registry.ts';
import type { RegistryId } from '../schema.ts';

const purpose = { procedure: 'registry.ask-correction', basis: 'Luật 91/2025/QH15' };

/** A value as a person reads it. */
export function shownValue(value: unknown): string | null {
  if (typeof value === 'string') return isPartialDay(value) ? formatDay(value) : value;
  if (typeof value !== 'object' || value === null || !('place' in value)) return null;
  const { detail, place } = value as { readonly detail?: string; readonly place: string };
  return [detail, place].filter(Boolean).join(', ');
}

export const wrongPage = (sources: readonly KnownSource[]) =>
  page({
    path: wrongPath(':source'),
    who: 'citizen',
    example: wrongPath('population'),
    input: input({
      path: text({ label: words.whichField, max: 60 }),
      right: text({ label: words.rightField, max: 300 }),
      why: text({ label: words.whyField, max: 1000, lines: true }),
    }),
    gather: async ({ look, params }) => {
      const name = params['source'] ?? '';
      const source = sources.find((one) => one.name === name);
      const labels = Object.hasOwn(facts, name) ? facts[name] : undefined;
      if (!source || !labels) throw new NotFound(words.none);
      const answers = await source.ask(look, Object.keys(labels), purpose);
      const shown = Object.entries(labels).flatMap(([path, label]) => {
        const value = shownValue(answers?.get(path)?.value);
        return value ? [{ path, label, value }] : [];
      });
      return { name, silent: answers === null, shown };
    },
    view: ({ name, silent, shown }, visit, fault) => {
      const { lang } = visit;
      return {
        title: words.title,
        crumbs: [{ text: { vi: 'Trang của tôi', en: 'My page' }, href: '/cua-toi' }],
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <span class="govuk-caption-l">{registries[name as RegistryId].name[lang]}</span>
              <h1 class="govuk-heading-l">{words.title[lang]}</h1>
              {shown.length === 0 ? (
                <InsetText>{(silent ? words.silent : words.nothing)[lang]}</InsetText>
              ) : (
                <Form visit={visit}>
                  <p class="govuk-body">{words.intro[lang]}</p>
                  <Radios
                    name="path"
                    legend={words.which[lang]}
                    value={typedIn(fault, 'path')}
                    error={errorOf(fault, 'path', visit)}
                    items={shown.map(({ path, label, value }) => ({
                      value: path,
                      text: `${label[lang]}: ${value}`,
                    }))}
                  />
                  <Input {...entered('right', fault, visit)} label={words.right[lang]} />
                  <Textarea {...entered('why', fault, visit)} label={words.why[lang]} rows={4} />
                  <Button preventDoubleClick>{words.send[lang]}</Button>
                </Form>
              )}
            </div>
          </div>
        ),
      };
    },
    act: async (act, { path, right, why }, { gathered: { name, shown } }) => {
      const wrong = shown.find((one) => one.path === path);
      if (!wrong || !act.by.person) {
        throw new Invalid([
          { field: 'path', message: { vi: 'Hãy chọn thông tin bị sai.', en: 'Choose what is wrong.' } },
        ]);
      }
      await askCorrection(act, {
        person: act.by.person,
        source: name,
        path,
        shown: wrong.value,
        right_value: right,
        why,
      });
      return { to: '/tin-nhan', say: words.sent };
    },
  });
