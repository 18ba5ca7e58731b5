import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { childEntryPath } from '../child-entry.js';

const bundles = new Map<boolean, Uint8Array>();

/**
 * The entry of jobs as the far end takes it: a line with the length, then the gzipped text.
 *
 * @param withObservables whether rxjs goes along: nothing has to be installed there
 */
export function entryBundle(withObservables: boolean): Uint8Array {
  let bundle = bundles.get(withObservables);
  if (bundle === undefined) {
    const zipped = gzipSync((withObservables ? observables() : '') + readFileSync(childEntryPath(), 'utf8'));
    bundle = Buffer.concat([Buffer.from(`${zipped.length}\n`), zipped]);
    bundles.set(withObservables, bundle);
  }
  return bundle;
}

/** rxjs as one text, which stands in for the module of that name. */
function observables(): string {
  const folder = join(createRequire(import.meta.url).resolve('rxjs/package.json'), '..');
  const umd = readFileSync(join(folder, 'dist/bundles/rxjs.umd.min.js'), 'utf8').replace(
    /\/\/# sourceMappingURL.*/,
    '',
  );
  return (
    '{const outer=require;let rxjs;require=name=>name!=="rxjs"?outer(name):rxjs??=(()=>{' +
    `const module={exports:{}},exports=module.exports;${umd};return module.exports})();}\n`
  );
}
