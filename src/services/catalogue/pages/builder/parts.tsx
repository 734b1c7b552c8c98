/** `…/bieu-mau/trang`, `…/muc`, `…/quy-tac`: a page with its repetition, a section, a rule over several answers. */
import type { VNode } from 'preact';
import { Button } from '../../../../ground/ui/index.ts';
import { NotFound } from '../../../../ground/operate/errors.ts';
import type { Text } from '../../../../ground/text/language.ts';
import { Faults, Form } from '../../../../ground/web/form.tsx';
import { page, type View } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { fieldsBefore, putRule, replacePage, replaceSection } from '../../../../work/forms/index.ts';
import { isEditor } from '../../rules/states.ts';
import { BegunFields, refuseMoved, withBegun } from '../begun.tsx';
import { Box, shownWith, Conditions, type Asked, type Shown } from './boxes.tsx';
import { formIn, getDraftForm, saveForm } from './draft-form.ts';
import {
  pageFrom,
  pageInput,
  ruleFrom,
  ruleInput,
  sectionFrom,
  sectionInput,
  shownPage,
  shownRule,
  shownSection,
} from './part-input.ts';
import { builderCrumbs, builderPath } from './paths.ts';
import { words } from './words.ts';

async function draftOf({ look, params }: Visit) {
  const draft = await getDraftForm(look, params['code'] ?? '');
  return { draft, form: formIn(draft), code: draft.current.code };
}

type FrameProps = {
  readonly code: string;
  readonly title: Text;
  readonly caption: Text;
  readonly asked: readonly Asked[];
  readonly shown: Shown;
  /** What is stored of the part. */
  readonly stored: unknown;
  readonly children: VNode;
};

/** One part to change: its texts, then its condition. */
const frame = ({ code, title, caption, asked, shown, stored, children }: FrameProps): View => {
  const { visit, fault } = shown;
  return {
    title,
    crumbs: builderCrumbs(code, true),
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Faults fault={fault} visit={visit} />
          <span class="govuk-caption-l">{caption[visit.lang]}</span>
          <h1 class="govuk-heading-l">{title[visit.lang]}</h1>
          <Form visit={visit}>
            <BegunFields visit={visit} fault={fault} stored={stored} />
            {asked.map((one) => (
              <Box one={one} {...shown} />
            ))}
            {children}
            <Button preventDoubleClick>{words.saveIt[visit.lang]}</Button>
          </Form>
        </div>
      </div>
    ),
  };
};

export const builderPagePage = page({
  path: builderPath(':code', '/trang'),
  who: isEditor,
  example: builderPath('1.001612', '/trang?ma=thanh-vien'),
  input: withBegun(pageInput),
  gather: async (visit) => {
    const { form, ...rest } = await draftOf(visit);
    const at = form.sections.flatMap(({ pages }) => pages).find(({ id }) => id === visit.query['ma']);
    if (!at) throw new NotFound(words.noPage);
    return { ...rest, form, at, earlier: fieldsBefore(form, { page: at.id }) };
  },
  view: ({ code, form, at, earlier }, visit, fault) => {
    const shown = shownWith(visit, fault, shownPage(at));
    return frame({
      code,
      title: words.editPage,
      caption: at.title,
      shown,
      stored: at,
      asked: [
        { name: 'title', label: words.pageTitle },
        { name: 'titleEn', label: words.pageTitleEn },
        { name: 'intro', label: words.pageIntro, rows: 2 },
        { name: 'introEn', label: words.pageIntroEn, rows: 2 },
      ],
      children: (
        <>
          <h2 class="govuk-heading-m">{words.repeats[visit.lang]}</h2>
          <Box one={{ name: 'repeatId', label: words.repeatId, hint: words.repeatHint }} {...shown} />
          {(['repeatTitle', 'repeatTitleEn', 'repeatMin', 'repeatMax'] as const).map((name) => (
            <Box one={{ name, label: words[name] }} {...shown} />
          ))}
          <h2 class="govuk-heading-m">{words.asked[visit.lang]}</h2>
          <Conditions earlier={earlier} form={form} legend={words.asked} stored={at.showIf} {...shown} />
        </>
      ),
    });
  },
  act: async (act, typed, { gathered: { draft, form, code, at, earlier } }) => {
    refuseMoved(typed, at);
    await saveForm(act, draft, replacePage(form, at.id, pageFrom(typed, at, earlier)));
    return { to: builderPath(code), say: words.changed };
  },
});

export const builderSectionPage = page({
  path: builderPath(':code', '/muc'),
  who: isEditor,
  example: builderPath('1.001193', '/muc?ma=nguoi-di-khai'),
  input: withBegun(sectionInput),
  gather: async (visit) => {
    const { form, ...rest } = await draftOf(visit);
    const at = form.sections.find(({ id }) => id === visit.query['ma']);
    if (!at) throw new NotFound(words.noSection);
    return { ...rest, form, at, earlier: fieldsBefore(form, { section: at.id }) };
  },
  view: ({ code, form, at, earlier }, visit, fault) => {
    const shown = shownWith(visit, fault, shownSection(at));
    return frame({
      code,
      title: words.editSection,
      caption: at.title,
      shown,
      stored: at,
      asked: [
        { name: 'title', label: words.sectionTitle },
        { name: 'titleEn', label: words.sectionTitleEn },
      ],
      children: (
        <Conditions earlier={earlier} form={form} legend={words.asked} stored={at.showIf} {...shown} />
      ),
    });
  },
  act: async (act, typed, { gathered: { draft, form, code, at, earlier } }) => {
    refuseMoved(typed, at);
    await saveForm(act, draft, replaceSection(form, at.id, sectionFrom(typed, at, earlier)));
    return { to: builderPath(code), say: words.changed };
  },
});

export const builderRulePage = page({
  path: builderPath(':code', '/quy-tac'),
  who: isEditor,
  example: builderPath('1.000894', '/quy-tac'),
  input: withBegun(ruleInput),
  gather: async (visit) => {
    const { form, ...rest } = await draftOf(visit);
    const wanted = visit.query['ma'];
    const rule = form.rules?.find(({ id }) => id === wanted) ?? null;
    if (wanted && !rule) throw new NotFound(words.noRule);
    return { ...rest, form, rule, all: fieldsBefore(form, null) };
  },
  view: ({ code, form, rule, all }, visit, fault) => {
    const shown = shownWith(visit, fault, shownRule(rule, form));
    return frame({
      code,
      title: rule ? words.editRule : words.addRule,
      caption: form.title,
      shown,
      stored: rule,
      asked: [
        { name: 'id', label: words.ruleId },
        { name: 'field', label: words.ruleField, hint: words.ruleFieldHint },
        { name: 'message', label: words.ruleMessage },
        { name: 'messageEn', label: words.ruleMessageEn },
      ],
      children: (
        <Conditions earlier={all} form={form} legend={words.wrongWhen} stored={rule?.when} {...shown} />
      ),
    });
  },
  act: async (act, typed, { gathered: { draft, form, code, rule, all } }) => {
    refuseMoved(typed, rule);
    await saveForm(act, draft, putRule(form, rule?.id ?? null, ruleFrom(typed, rule, all)));
    return { to: builderPath(code), say: words.changed };
  },
});
