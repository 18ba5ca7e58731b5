/**
 * `npm run golden [file or folder …]`: replays captured cases through the public API and says which differ.
 *
 * Any folder of files of the formats described in the topics' READMEs will do. Ends with 1 if a case differs.
 */
import { failuresOf, replayBelow, summaryOf } from './replay/replay-folder.js';

const folders = process.argv.slice(2);
const files = (await Promise.all((folders.length > 0 ? folders : ['test/golden']).map(replayBelow))).flat();

for (const file of files) {
  console.log(summaryOf(file));
  for (const { id, difference } of failuresOf(file)) console.log(`    ${id}: ${difference ?? 'differs'}`);
}

const results = files.flatMap((file) => file.results);
const applicable = results.filter((result) => result.applicable !== false);
const passed = applicable.filter((result) => result.passed);
const departing = passed.filter(({ departure }) => departure !== undefined).length;
const byOption = passed.filter(({ byOption: option }) => option === true).length;
console.log(
  `\n${passed.length} of ${applicable.length} cases in ${files.length} files pass: ` +
    `${passed.length - departing - byOption} as captured, ${departing} as documented deviation, ${byOption} by option. ` +
    `${results.length - applicable.length} do not apply.`,
);
if (files.length === 0) console.error(`There are no cases in ${folders.join(', ')}.`);
process.exitCode = passed.length < applicable.length || files.length === 0 ? 1 : 0;
