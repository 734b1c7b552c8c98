import type { LocalContent } from './schema.ts';

/** The local layer of a procedure that nobody here has worked on yet: everything as the nation has it. */
export const untouchedLocal: LocalContent = {
  term: null,
  fees: [],
  feesBefore: null,
  processDecision: null,
  topics: [],
  lifeEvents: [],
  summary: null,
  nameEn: null,
  decidedBy: null,
  receiving: null,
  supporting: null,
  systemOfRecord: 'us',
  transitional: null,
  field: '',
  form: null,
  process: null,
  resultData: {},
  number: null,
  linked: [],
  afterSupplement: 'restart',
  silence: 'none',
  identifiedBy: [],
  barriers: [],
  eligibility: [],
};
