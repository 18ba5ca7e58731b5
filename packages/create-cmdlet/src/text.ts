/** Everything the command says to people. */
export const text = {
  templates: {
    pack: 'one cmdlet and its test, to begin with',
    'job-pack': 'jobs: a job class that fans out, a cmdlet in a thread, progress, tests in virtual time',
    'service-pack': 'services by injection, configuration, secrets, -WhatIf and -Confirm',
    'javascript-pack': 'JavaScript, without decorators and without a build',
  },

  askPlace: 'Name of the pack',
  askTemplate: 'Template',
  askPackageManager: 'Package manager',
  askOverwrite: (folder: string, files: readonly string[]) =>
    `${folder} holds ${someOf(files)}. Write into it? Files of the same name are replaced.`,
  badChoice: (given: string, choices: readonly { readonly name: string }[]) =>
    `'${given}' is none of ${choices.map(({ name }) => name).join(', ')}. Type a name, its beginning, or its number.`,

  badWords: (reason: string) => `${firstSentence(reason)} --help lists what may be written.`,
  severalPlaces: (places: readonly string[]) => `One pack is made at a time, and there are ${places.join(', ')}.`,
  testWithoutInstall: 'The tests need the packages: leave out --no-install or --test.',
  unknownTemplate: (given: string, names: readonly string[]) =>
    `There is no template '${given}'. --template is one of ${names.join(', ')}.`,
  unknownManager: (given: string, names: readonly string[]) =>
    `'${given}' is no package manager known here. --package-manager is one of ${names.join(', ')}.`,
  placeWord: 'the name of the pack',
  missingAnswers: (missing: readonly { readonly what: string; readonly fallback: string }[]) => {
    const [names, fallbacks] = [missing.map(({ what }) => what), missing.map(({ fallback }) => fallback)];
    return `There is no terminal to ask at. Give ${names.join(' and ')}, or --yes for ${fallbacks.join(' and ')}.`;
  },

  invalidName: (name: string, problem: string, nearest: string) =>
    `'${name}' cannot be the name of a package: ${problem}. Use ${nearest}, or give another with --name.`,
  nameRules: {
    empty: 'it is empty',
    length: (longest: number) => `it is longer than ${longest} characters`,
    lowerCase: 'it has capital letters',
    scope: 'after a scope comes one name, as in @me/my-pack',
    start: 'it is empty at some place, or begins with a dot or an underscore',
    characters: 'letters, digits, dashes, dots and underscores are allowed',
    taken: 'it means something else',
  },
  folderNotEmpty: (folder: string, files: readonly string[]) =>
    `${folder} holds ${someOf(files)}. Give another name, or --overwrite to write into it all the same.`,
  notAFolder: (path: string) => `${path} is there already, and is no folder. Give another name.`,
  gitNotFound: '--git needs git, which was not found. Install it, or leave --git out.',
  noLocalPackage: (folder: string) =>
    `${folder} holds no packed packages. --packages is a folder of .tgz files, as npm pack makes them.`,
  unreadableLocalPackage: (file: string) => `${file} holds no package. Make it anew with npm pack, or remove it.`,

  installing: (manager: string) => `Installing with ${manager} ...\n`,
  testing: `Running the tests ...\n`,
  writeFailed: (folder: string, reason: string) => `${folder} cannot be written: ${reason}. Nothing was made.`,
  managerNotFound: (manager: string) =>
    `${manager} was not found. Install it, or take another with --package-manager. Nothing was made.`,
  installFailed: (manager: string, output: string) =>
    `${manager} could not install the packages, and said:\n${output}\nNothing was made. With --no-install the files are written without it.`,
  gitFailed: (output: string) => `git made no repository, and said:\n${output}\n`,
  testsFailed: (folder: string, output: string) =>
    `The pack is in ${folder}, but its tests do not pass here:\n${output}`,
  nothingMade: 'Nothing was made.',
  testsInterrupted: (folder: string) => `The pack is in ${folder}; its tests have not ended.`,
  failure: (errorId: string, message: string) => `${errorId}: ${message}\n`,

  made: (name: string, template: string, passed: number | undefined, seconds: number) => {
    const tests = passed === undefined ? '' : ` Its ${passed} tests pass.`;
    return `Made ${name} from the template ${template} in ${seconds.toFixed(1)} s.${tests}\n`;
  },
  nextSteps: (lines: readonly string[]) =>
    `\n${lines.map((line) => `  ${line}\n`).join('')}\nREADME.md in the pack tells the rest.\n`,

  help: (templates: readonly { readonly name: string; readonly description: string }[]) => `Makes a new pack of cmdlets.

  npm create cmdlet [name] -- [options]
  npx create-cmdlet [name] [options]

The name is that of the package, @me/my-pack, or a path: packs/my-pack, or . for the current folder.
What is not given is asked at the terminal; without one it has to be given.

  -t, --template <name>         ${templates.map(({ name, description }) => `${name}: ${description}`).join(`\n${' '.repeat(32)}`)}
  -m, --package-manager <name>  npm, pnpm, yarn or bun
  -n, --name <name>             name of the package, if it is not that of the folder
  -y, --yes                     take defaults for what is not given, and ask nothing
      --no-install              only write the files
      --no-test                 do not run the tests of the new pack
      --git, --no-git           whether to make a git repository; by default, unless the folder is in one
      --overwrite               write into a folder that is not empty; files of the same name are replaced
      --packages <folder>       depend on the packed packages (.tgz) in a folder instead of those of the registry
  -h, --help                    show this
  -v, --version                 show the version

Exit codes: 0 made; 1 failed, and nothing is left, or the tests of the new pack do not pass; 2 nothing was begun;
130 interrupted.
`,
};

/** The end of what a program wrote. */
export function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-LINES).join('\n');
}

const LINES = 25;

/** Node goes on with what to do about files whose names begin with a dash. */
function firstSentence(reason: string): string {
  return `${reason.split(/\.\s|\.$/, 1)[0]}.`;
}

function someOf(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
