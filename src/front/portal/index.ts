export { frameOf } from './frame.tsx';
export { problemView } from './problem.tsx';
export { site } from './site.ts';
