export { takeNumber, type Book } from './take.ts';
export { fill, periodOf, type Period } from './template.ts';
