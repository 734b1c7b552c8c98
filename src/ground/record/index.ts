export { bornIn, isId, newId } from './ids.ts';
export { actorName, openItem, lockItem, step, type Head, type StepWords } from './step.ts';
export { findLook, look, listLooks } from './look.ts';
export { erasePayloads } from './erase.ts';
export { listSteps, type Visibility } from './read.ts';
export { sealDays } from './seal.ts';
export { verifyChains, verifySeals, type Fault } from './verify.ts';
