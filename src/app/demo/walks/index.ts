/** The walks of the demonstration. */
import type { Walk } from '../walk.ts';
import { birth } from './birth.ts';
import { constructionPermit } from './construction-permit.ts';
import { householdBusiness } from './household-business.ts';

export const walks: readonly Walk[] = [birth, householdBusiness, constructionPermit];
