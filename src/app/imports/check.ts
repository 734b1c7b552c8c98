/** Checks the imports of the whole repository: `node src/app/imports/check.ts`, part of `npm run check`. */
import { fileURLToPath } from 'node:url';
import { listSources, readAllImports } from './read.ts';
import { badPlaces, brokenRules, cycles } from './rules.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const files = listSources(root);
const imports = readAllImports(root, files);
const faults = [...badPlaces(files), ...brokenRules(imports), ...cycles(imports)];

for (const { place, why } of faults) process.stdout.write(`${place}\n    ${why}\n`);
process.stderr.write(
  `${imports.length} imports in ${files.length} files: ${faults.length || 'none'} out of order\n`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
