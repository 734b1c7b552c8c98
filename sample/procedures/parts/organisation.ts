/** The organisation or household business that applies, from the business register. */
import { contactPage } from './applicant.ts';
import { applicantFields } from './applicant.ts';
import { ask, page, section } from './question.ts';
import type { Section } from '../../../src/work/forms/index.ts';

/** “Bên đề nghị”: what the register knows, and who signs. */
export const applyingOrganisation = (vi: string, en: string): Section =>
  section('to-chuc', vi, en, [
    page('co-so', vi, en, [
      ask.organisation('organisation', vi, en, {
        ask: ['name', 'taxCode', 'address', 'representative'],
        source: { registry: 'business', path: 'organisation' },
      }),
    ]),
    page('nguoi-nop', 'Người làm thủ tục', 'Who applies', applicantFields('name', 'number')),
    contactPage,
  ]);
