/** Digitising as the room's module and its other pages take it. */
export { scanDataAnswer, scanFileAnswer } from './answers.ts';
export { comparePage } from './compare.tsx';
export { scansPage } from './list.tsx';
export { scansPath } from './paths.ts';
export { digitiseWords } from './words.ts';
