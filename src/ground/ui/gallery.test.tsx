/** Every component in every state, in both languages: what must hold wherever components stand. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../text/language.ts';
import * as door from './index.ts';
import { allSamples, Gallery } from './gallery.tsx';
import { Speak } from './language.tsx';
import { elements } from './testing/elements.ts';

const rendered = (lang: Language): string =>
  renderToString(
    <Speak lang={lang}>
      <Gallery />
    </Speak>,
  );

/** Attributes whose value is a list of ids. */
const references = ['for', 'aria-describedby', 'aria-labelledby'];

/** Components of the public door that are not furniture of their own. */
const notShown = new Set(['Speak', 'Gallery', 'MAIN_ID']);

describe('gallery', () => {
  for (const lang of ['vi', 'en'] as const) {
    describe(lang, () => {
      const all = () => elements(rendered(lang));

      it('gives no id twice', () => {
        const ids = all().flatMap((one) => one.attributes['id'] ?? []);
        assert.deepEqual(
          ids.filter((id, index) => ids.indexOf(id) !== index),
          [],
        );
      });

      it('points only to ids that are there', () => {
        const found = all();
        const ids = new Set(found.map((one) => one.attributes['id']));
        const missing = found.flatMap(({ attributes }) =>
          references.flatMap((name) =>
            (attributes[name] ?? '').split(' ').filter((id) => id && !ids.has(id)),
          ),
        );
        assert.deepEqual(missing, []);
      });

      it('names every field', () => {
        const found = all();
        const labelled = new Set(
          found.filter((one) => one.tag === 'label').map((one) => one.attributes['for']),
        );
        const nameless = found.filter(
          ({ tag, attributes }) =>
            /^(input|select|textarea)$/.test(tag) &&
            attributes['type'] !== 'hidden' &&
            !labelled.has(attributes['id']) &&
            !attributes['aria-label'],
        );
        assert.deepEqual(nameless, []);
      });

      it('has no style, script or handler inside', () => {
        for (const { tag, attributes } of all()) {
          assert.ok(tag !== 'style' && tag !== 'script');
          for (const name of Object.keys(attributes)) assert.doesNotMatch(name, /^(style$|on)/);
        }
      });
    });
  }

  it('shows every component of the public door', () => {
    const named = allSamples.map((sample) => sample.name).join(' ');
    const components = Object.keys(door).filter((name) => /^[A-Z]/.test(name) && !notShown.has(name));
    const shownElsewhere = new Set(['ButtonGroup', 'Emblem']);
    assert.deepEqual(
      components.filter((name) => !named.includes(name) && !shownElsewhere.has(name)),
      [],
    );
  });

  it('has no words in one language only', () => {
    for (const { name, Show } of allSamples) {
      const words = (['vi', 'en'] as const).map((lang) =>
        renderToString(
          <Speak lang={lang}>
            <Show lang={lang} />
          </Speak>,
        ),
      );
      if (name === 'LanguageNavigation') continue;
      assert.notEqual(words[0], words[1], `${name} says the same in both languages`);
    }
  });
});
