import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import type { Component } from '../../schema.ts';
import { Papers } from './papers.tsx';

const paper = (form: string): Component => ({
  key: 'application',
  name: 'Đơn đề nghị',
  manner: 'handed-in',
  originals: 1,
  copies: 0,
  when: null,
  chain: null,
  form,
  standIns: [],
});

describe('papers of a service', () => {
  const shown = (form: string): string =>
    renderToString(<Papers groups={[{ case: '', components: [paper(form)] }]} lang="vi" />);

  it('name a form of the national catalogue by its file', () =>
    assert.match(shown('Mẫu số 01.docx'), /1 bản chính · mẫu: Mẫu số 01\.docx/u));

  it('say of a form of our own that it is filled in while one applies, and never its code', () => {
    assert.match(shown('construction-permit'), /1 bản chính · bạn khai ngay khi nộp trên mạng/u);
    assert.ok(!shown('construction-permit').includes('construction-permit'));
  });
});
