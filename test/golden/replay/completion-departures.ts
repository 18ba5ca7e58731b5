import type { CompletionCase, CompletionExpectation, CompletionFile, ExpectedMatch } from './completion-case.js';
import type { SyntaxParameter } from './syntax-case.js';

type Difference = (expect: CompletionExpectation, outcome: CompletionExpectation) => string | undefined;

/**
 * The rule by which a result differs from PowerShell's on purpose; undefined if none explains it. Each changes the
 * captured result into the one that is ours.
 */
export function departureOf(
  file: CompletionFile,
  { expect }: CompletionCase,
  outcome: CompletionExpectation,
  difference: Difference,
): string | undefined {
  const reasons: string[] = [];
  let expected = expect;
  for (const { reason, change } of departures) {
    const matches = change(expected.matches ?? [], outcome.matches ?? [], file);
    if (JSON.stringify(matches) === JSON.stringify(expected.matches)) continue;
    expected = { ...expected, matches };
    reasons.push(reason);
    if (difference(expected, outcome) === undefined) return reasons.join('; ');
  }
  return undefined;
}

interface Departure {
  readonly reason: string;
  change(
    expected: readonly ExpectedMatch[],
    got: readonly ExpectedMatch[],
    file: CompletionFile,
  ): readonly ExpectedMatch[];
}

const departures: readonly Departure[] = [
  {
    reason: 'Types are called by our names, nullable ones by their base type',
    change: (expected, got) =>
      expected.map((match) => {
        const ours = got.find(({ text }) => text === match.text)?.toolTip;
        return match.type === 'ParameterName' && ours !== undefined && meansSame(match.toolTip, ours)
          ? { ...match, toolTip: ours }
          : match;
      }),
  },
  {
    reason: '1.2: a hidden parameter does not hide the common ones',
    change: (expected, got, file) =>
      parametersOf(file).some((parameter) => Object.values(parameter.in ?? {}).some(({ dontShow }) => dontShow))
        ? [...expected, ...got.filter(({ listItem }) => COMMON.has(listItem) && !isIn(expected, listItem))]
        : expected,
  },
  {
    reason: '5.6: a boolean offers true and false',
    change: (expected, got) =>
      expected.length === 0 ? got.filter(({ text }) => /^\$(?:true|false)$/.test(text)) : expected,
  },
  {
    reason: "5.6: the author's own completer goes before a closed list",
    change: (expected, got, file) =>
      parametersOf(file).some((parameter) => isClosed(parameter) && proposes(parameter, got)) ? got : expected,
  },
];

function parametersOf({ cmdlets }: CompletionFile): readonly SyntaxParameter[] {
  return Object.values(cmdlets).flatMap(({ parameters }) => Object.values(parameters));
}

function isClosed({ type, validate = [] }: SyntaxParameter): boolean {
  return /^(?:enum|flags|bool|switch)\b/.test(type) || validate.some((rule) => 'set' in rule);
}

function proposes({ completer }: SyntaxParameter, got: readonly ExpectedMatch[]): boolean {
  return got.length > 0 && JSON.stringify(completer?.values) === JSON.stringify(got.map(({ text }) => text));
}

function isIn(matches: readonly ExpectedMatch[], name: string): boolean {
  return matches.some(({ listItem }) => listItem === name);
}

/** `[Nullable[int]] Age` is `[int] Age`, `[List[string]]` is `[string[]]`, and an object is called by its type name. */
function inOurNames(toolTip: string): string {
  return toolTip
    .toLowerCase()
    .replace(/^\[nullable\[(\w+)\]\]/, '[$1]')
    .replace(/^\[list\[(\w+)\]\]/, '[$1[]]');
}

/** Whether a type of PowerShell's is the one that we call otherwise. */
function meansSame(expected: string, ours: string): boolean {
  const [left, right] = [inOurNames(expected), inOurNames(ours)];
  return left === right || (left.startsWith('[psobject] ') && right.endsWith(left.slice('[psobject]'.length)));
}

const COMMON = new Set([
  'Verbose',
  'Debug',
  'ErrorAction',
  'WarningAction',
  'InformationAction',
  'ProgressAction',
  'ErrorVariable',
  'WarningVariable',
  'InformationVariable',
  'OutVariable',
  'OutBuffer',
  'PipelineVariable',
]);
