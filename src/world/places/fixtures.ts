/** A small world for tests: the places of the sample province. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePlaces, type Places } from './import.ts';

const folder = path.resolve(import.meta.dirname, '../../../sample/province');

/** Text of one file of the sample province. */
export const sampleText = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

/** The places of the sample province, old and new. */
export const samplePlaces = (): Places =>
  parsePlaces(sampleText('admin-units.json'), sampleText('admin-units-legacy.csv'), {
    basis: '202/2025/QH15',
    basisBefore: '124/2004/QĐ-TTg',
    invented: true,
  });
