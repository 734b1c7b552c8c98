/**
 * Documents of the dossier (thành phần hồ sơ) as the catalogue has them: a flattened table in which headings and notes are rows
 * with 0 originals and 0 copies. They become notes of their case, not documents that somebody must bring.
 */
import type { Component, ComponentGroup } from '../schema.ts';
import { isResultCode } from '../rules/paper-kinds.ts';
import { fold } from '../../../ground/text/fold.ts';
import { countOf, isNothing, objectsOf, textOf, type Raw } from './lenient.ts';
import type { Note } from './doubt.ts';

/** A name longer than this is a paragraph, not a name. */
const PARAGRAPH = 1000;

/** List marks that stand before names: `- `, `+ `, `a) `, `1. `. */
const bullet = /^\s*(?:[-–+•*.]+|\(?[a-zđ0-9]{1,2}[).])\s+/u;

const shownNotHanded = (words: string): boolean => {
  const folded = fold(words);
  return folded.includes('xuat trinh') && !/\bnop\b/.test(folded);
};

type Read = { readonly component: Component } | { readonly remark: string } | null;

function itemOf(item: Raw, key: string, field: string, caseShown: boolean, note: Note): Read {
  const name = (textOf(item['name'], `${field}.name`, note) ?? '').replace(bullet, '').trim();
  const originals = countOf(item['originals'], `${field}.originals`, note);
  const copies = countOf(item['copies'], `${field}.copies`, note);
  if (originals === 0 && copies === 0 && isNothing(item['form_file']))
    return /\p{L}/u.test(name) ? { remark: name } : null;
  if (name === '') note(`${field}.name`, 'no-name');
  if (originals === null && copies === null) note(field, 'no-count', name);
  if (name.length > PARAGRAPH) note(`${field}.name`, 'paragraph', name);
  // A code of another shape is a number within this procedure and says nothing of the kind.
  const code = textOf(item['code'], `${field}.code`, note);
  const shown = caseShown || fold(name).startsWith('xuat trinh');
  return {
    component: {
      key,
      name,
      manner: shown ? 'shown' : 'handed-in',
      originals: Math.trunc(originals ?? 0),
      copies: Math.trunc(copies ?? 0),
      when: null,
      chain: null,
      form: textOf(item['form_file'], `${field}.form_file`, note),
      ...(code !== null && isResultCode(code) && { paper: code }),
      standIns: [],
    },
  };
}

/** Reads the groups of documents of a row of the catalogue. */
export function groupsOf(raw: Raw, note: Note): readonly ComponentGroup[] {
  const groups = objectsOf(raw['component_groups'], 'groups', note).map((group, g): ComponentGroup => {
    const heading = textOf(group['case'], `groups[${g}].case`, note) ?? '';
    const caseShown = shownNotHanded(heading);
    const items = objectsOf(group['items'], `groups[${g}].items`, note).flatMap((item, i) => {
      const read = itemOf(item, `${g + 1}.${i + 1}`, `groups[${g}].items[${i}]`, caseShown, note);
      return read ?? [];
    });
    return {
      case: heading,
      components: items.flatMap((one) => ('component' in one ? one.component : [])),
      notes: items.flatMap((one) => ('remark' in one ? one.remark : [])),
    };
  });
  if (groups.every(({ components }) => components.length === 0)) note('groups', 'missing');
  if (!isNothing(raw['components_raw'])) note('groups', 'flattened', raw['components_raw']);
  return groups;
}
