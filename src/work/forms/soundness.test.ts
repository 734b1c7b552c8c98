import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runsAway } from './soundness.ts';

describe('a pattern of a question', () => {
  for (const regex of [
    '(a+)+$',
    '^(\\d*)*$',
    '(a|a)*$',
    '((ab)+c)+',
    '(x{2,})*',
    '^([a-z]+\\s?)+$',
    '(?:a|b)+',
    '(a+){1,500}',
  ]) {
    it(`that may run away is refused: ${regex}`, () => assert.ok(runsAway(regex)));
  }
  for (const regex of [
    '^\\d{12}$',
    '^(ab)+$',
    '^[A-Z(|)+]+$',
    '^\\(a+\\)+$',
    '^(\\d{3}-){2}\\d+$',
    '^(a|b)?c+$',
    '(',
  ]) {
    it(`that ends is taken: ${regex}`, () => assert.ok(!runsAway(regex)));
  }
});
