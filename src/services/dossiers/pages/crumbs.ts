/** The way back to the dossier from the pages of its acts. */
import { same } from '../../../ground/text/language.ts';
import type { View } from '../../../ground/web/page.ts';
import { dossierPath } from '../paths.ts';
import type { Dossier } from '../schema.ts';

export const dossierCrumbs = ({ code }: Pick<Dossier, 'code'>): View['crumbs'] => [
  { text: same(code), href: dossierPath(code) },
];
