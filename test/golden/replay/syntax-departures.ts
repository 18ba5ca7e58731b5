import type { SyntaxExpectation } from './syntax-case.js';

type Difference = (expect: SyntaxExpectation, outcome: SyntaxExpectation) => string | undefined;

/**
 * Rules by which our result differs from PowerShell's on purpose, and which of them explain a difference. Each changes
 * the captured result into the one that is ours.
 */
export function departureOf(
  expect: SyntaxExpectation,
  outcome: SyntaxExpectation,
  difference: Difference,
): string | undefined {
  const reasons: string[] = [];
  let expected = expect;
  for (const { reason, change } of departures) {
    const changed = change(expected, outcome);
    if (JSON.stringify(changed) === JSON.stringify(expected)) continue;
    expected = changed;
    reasons.push(reason);
    if (difference(expected, outcome) === undefined) return reasons.join('; ');
  }
  return undefined;
}

interface Departure {
  readonly reason: string;
  change(expect: SyntaxExpectation, outcome: SyntaxExpectation): SyntaxExpectation;
}

const departures: readonly Departure[] = [
  {
    reason: 'A.1: a declaration that cannot work is refused when the class is registered',
    change: (expect, { error }) => (error !== undefined && REFUSED.has(error.id) ? { error } : expect),
  },
  {
    reason: '2.3: any whole number is a position',
    change: (expect, outcome) =>
      expect.error?.id.startsWith('System.ArgumentOutOfRange') === true
        ? { parameterSets: expect.parameterSets?.map((set, index) => withText(set, outcome, index)) ?? [] }
        : expect,
  },
  {
    reason: 'Types are called by our names',
    change: (expect, outcome) => changeLines(expect, (line) => inOurNames(line, outcome)),
  },
  {
    reason: 'Help lists our own common parameters',
    change: (expect) => changeHelp(expect, withOwnCommonParameters),
  },
];

const REFUSED = new Set(['ParameterSetNameSpelledTwoWays', 'AmbiguousPositionalParameterNoName']);

type ExpectedSet = NonNullable<SyntaxExpectation['parameterSets']>[number];

/** Where PowerShell throws in the place of a text, ours is right if it names the same parameters. */
function withText(set: ExpectedSet, outcome: SyntaxExpectation, index: number): ExpectedSet {
  const text = outcome.parameterSets?.[index]?.text ?? '';
  return set.parameters.every((name) => text.includes(`-${name}`)) ? { ...set, text } : set;
}

function changeLines(expect: SyntaxExpectation, change: (line: string) => string): SyntaxExpectation {
  return {
    ...changeHelp(expect, (lines) => lines.map(change)),
    ...(expect.syntax === undefined ? {} : { syntax: expect.syntax.map(change) }),
    ...(expect.parameterSets === undefined
      ? {}
      : { parameterSets: expect.parameterSets.map((set) => ({ ...set, text: change(set.text) })) }),
  };
}

function changeHelp(
  expect: SyntaxExpectation,
  change: (lines: readonly string[]) => readonly string[],
): SyntaxExpectation {
  if (expect.help === undefined) return expect;
  const help = Object.entries(expect.help).map(
    ([option, shown]) => [option, 'error' in shown ? shown : change(shown)] as const,
  );
  return { ...expect, help: Object.fromEntries(help) };
}

const OUR_NAMES: Readonly<Record<string, string>> = {
  psobject: 'Object',
  IDictionary: 'Map[Object,Object]',
  hashtable: 'Map[Object,Object]',
  'List[Object]': 'Object[]',
  'HashSet[string]': 'Set[string]',
  'System.String': 'string',
  'System.Int32': 'int',
  'System.Int64': 'long',
  'System.Boolean': 'bool',
  'System.Double': 'double',
  'System.Char': 'char',
  'System.Byte': 'byte',
  'System.DateTime': 'datetime',
  'System.TimeSpan': 'timespan',
  'System.Uri': 'uri',
  'System.Version': 'version',
  'System.Guid': 'guid',
  'System.Object': 'Object',
  'System.Collections.Hashtable': 'hashtable',
  'System.Management.Automation.PSObject': 'Object',
  'System.Management.Automation.ScriptBlock': 'scriptblock',
  'System.Management.Automation.SwitchParameter': 'switch',
};

/** `<psobject[]>` in a line of syntax, `System.String[]` in a line of its own; only where ours is so called. */
function inOurNames(line: string, outcome: SyntaxExpectation): string {
  const shown = JSON.stringify(outcome);
  return line
    .replace(/<([^<>\s]+?)(\[\])?>/g, (whole, name: string, list = '') => {
      const own = OUR_NAMES[name];
      return own === undefined || !shown.includes(`<${own}${list}>`) ? whole : `<${own}${list}>`;
    })
    .replace(/^( *)(System\.[\w.]+?)((?:\[\])*)$/, (whole, blanks: string, name: string, list: string) => {
      const own = OUR_NAMES[name];
      return own === undefined ? whole : `${blanks}${own}${list}`;
    });
}

const OWN_COMMON = [
  'This cmdlet supports the common parameters: Verbose, Debug,',
  'ErrorAction, ErrorVariable, WarningAction, WarningVariable,',
  'InformationAction, InformationVariable, ProgressAction, OutBuffer,',
  'PipelineVariable and OutVariable.',
];

/** The lines below `<CommonParameters>`. */
function withOwnCommonParameters(lines: readonly string[]): readonly string[] {
  const at = lines.indexOf('    <CommonParameters>');
  if (at < 0) return lines;
  const end = lines.indexOf('', at);
  return [...lines.slice(0, at + 1), ...OWN_COMMON.map((line) => `        ${line}`), ...lines.slice(end)];
}
