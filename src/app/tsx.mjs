/**
 * Lets Node run `.tsx` (Preact) files as they are: `node --import ./src/app/tsx.mjs …`.
 * Plain `.ts` files need nothing: Node strips their types itself. What was transformed is kept beside Node's own
 * compiled code, under the hash of what it was made from: a later start neither loads nor holds the transformer.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const kept = fileURLToPath(new URL('../../node_modules/.cache/transformed/', import.meta.url));
const options = { lang: 'tsx', jsx: { runtime: 'automatic', importSource: 'preact' }, sourcemap: false };
const { version } = require('oxc-transform/package.json');
const own = /^[.][.]?[/]/;
const formats = { '.ts': 'module-typescript', '.tsx': 'module' };
const maker = JSON.stringify([version, options]);

registerHooks({
  // Imports between our own files name the file: nothing has to be looked for on the disk, and a start resolves a thousand of them.
  resolve(specifier, context, next) {
    const format = own.test(specifier) && formats[specifier.slice(specifier.lastIndexOf('.'))];
    if (!format || !context.parentURL?.startsWith('file:')) return next(specifier, context);
    return { url: new URL(specifier, context.parentURL).href, format, shortCircuit: true };
  },
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context);
    const file = fileURLToPath(url);
    const written = readFileSync(file, 'utf8');
    const name = kept + createHash('sha256').update(maker).update(written).digest('hex').slice(0, 32);
    return { format: 'module', source: find(name) ?? make(file, written, name), shortCircuit: true };
  },
});

function find(name) {
  try {
    return readFileSync(name, 'utf8');
  } catch {
    return null;
  }
}

function make(file, written, name) {
  const { code, errors } = require('oxc-transform').transformSync(file, written, options);
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0].message}`);
  try {
    mkdirSync(kept, { recursive: true });
    // Several processes may start at once: whole files only.
    writeFileSync(`${name}.${process.pid}`, code);
    renameSync(`${name}.${process.pid}`, name);
  } catch {
    // A folder that may not be written to only means: transform again next time.
  }
  return code;
}
