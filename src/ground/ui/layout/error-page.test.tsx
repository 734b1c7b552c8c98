import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { Speak } from '../language.tsx';
import { elements } from '../testing/elements.ts';
import { ErrorPage, errorTitle, type ErrorStatus } from './error-page.tsx';

const statuses: readonly ErrorStatus[] = [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503];

describe('error page', () => {
  for (const status of statuses) {
    it(`${status} says what happened and what to do, in both languages, without the bare code`, () => {
      for (const lang of ['vi', 'en'] as const) {
        const html = renderToString(
          <Speak lang={lang}>
            <ErrorPage status={status} />
          </Speak>,
        );
        const all = elements(html);
        assert.equal(all.find((one) => one.tag === 'h1')?.text, errorTitle(status)[lang]);
        assert.ok((all.find((one) => one.tag === 'p')?.text.length ?? 0) > 20);
        assert.doesNotMatch(html, new RegExp(String(status)));
      }
    });
  }

  it('shows what is known of the case, another way on, and the code to quote', () => {
    const html = renderToString(
      <ErrorPage
        status={409}
        text={{ vi: 'Hồ sơ đã được trả.', en: 'The dossier was returned.' }}
        requestId="r-7"
      >
        <a href="/ho-so/1">Xem hồ sơ</a>
      </ErrorPage>,
    );
    const all = elements(html);
    assert.ok(all.some((one) => one.text === 'Hồ sơ đã được trả.'));
    assert.ok(all.some((one) => one.tag === 'code' && one.text === 'r-7'));
    assert.deepEqual(
      all.filter((one) => one.tag === 'a').map((one) => one.attributes['href']),
      ['/ho-so/1'],
    );
  });
});
