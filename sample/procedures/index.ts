/** The procedures that ship with the product, written by us from the law; each cites the decision that publishes it. */
import type { LocalContent, NationalContent } from '../../src/services/catalogue/index.ts';
import { birthRegistration } from './birth-registration.ts';

/** A procedure with both layers, in force from a day on. */
export type SampleProcedure = { readonly national: NationalContent; readonly local: LocalContent; readonly from: string };

export const sampleProcedures: readonly SampleProcedure[] = [birthRegistration];
