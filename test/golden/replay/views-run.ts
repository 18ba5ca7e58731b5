import {
  DebugRecord,
  type ListViewItem,
  Session,
  type TableViewColumn,
  typeNameOf,
  VerboseRecord,
  type ViewAlignment,
  type ViewDefinition,
  type ViewExpression,
  type ViewGrouping,
  WarningRecord,
} from '@cmdlet/core';
import {
  LineWriter,
  RecordFormatter,
  registerTypeDisplay,
  views as registry,
  utilityPack,
  type ValueDisplay,
} from '@cmdlet/utility';
import { NotApplicable } from './conversion-types.js';
import { commandNames } from './utility-commands.js';
import type { CaseView, CaseViewItem, ViewsCase, ViewsExpectation } from './views-case.js';
import { decodeRecord, errorOfFacts, functionOf, OrderedMap } from './views-values.js';

type Tagged = Readonly<Record<string, unknown>>;

const SHAPES = {
  'Format-Table': 'table',
  'Format-List': 'list',
  'Format-Wide': 'wide',
  'Format-Custom': 'custom',
} as const;

const MESSAGES = { Warning: WarningRecord, Verbose: VerboseRecord, Debug: DebugRecord } as const;

/** What comes out of a case when the cmdlets are run. */
export async function outcomeOf(given: ViewsCase): Promise<ViewsExpectation> {
  const { command = 'Out-String', parameters = {}, stages = [], width = 120 } = given;
  const session = await Session.create({ packs: [utilityPack], variables: variablesOf(given) });
  const undo = register(given);
  try {
    const commands = [...stages, { command, parameters }].filter((stage) => stage.command !== 'Out-String');
    const missing = commands.find((stage) => !commandNames.has(stage.command));
    if (missing !== undefined) throw new NotApplicable(`there is no command ${missing.command}`);
    const { output, failure } = await [
      ...commands,
      { command: 'Out-String', parameters: { Stream: true, Width: width } },
    ]
      .reduce(
        (pipeline, stage) => pipeline.pipe(stage.command, argumentsOf(stage.parameters)),
        session.from(recordsOf(given)),
      )
      .run();
    if (failure === undefined) return { lines: output.map(String) };
    return { terminating: { id: failure.fullyQualifiedErrorId, category: failure.categoryInfo.category } };
  } finally {
    for (const takeBack of undo) takeBack();
    await session.dispose();
  }
}

/** The same by the functions that the cmdlets use, with PowerShell's names of types where ours differ. */
export function outcomeWithTypeNames(given: ViewsCase): ViewsExpectation {
  const { command = 'Out-String', parameters = {}, width = 120, formatEnumerationLimit: limit } = given;
  const lines: string[] = [];
  const options = { typeNameOf: powerShellName, ...(limit === undefined ? {} : { enumerationLimit: limit }) };
  const writer = new LineWriter({ ...options, width }, (line) => lines.push(line));
  const shape = SHAPES[command as keyof typeof SHAPES];
  const formatter =
    shape === undefined || Object.keys(parameters).some((name) => name !== 'AutoSize')
      ? writer
      : new RecordFormatter({ ...options, shape, autoSize: parameters.AutoSize === true }, (packet) =>
          writer.accept(packet),
        );
  for (const record of recordsOf(given)) formatter.accept(record);
  formatter.end();
  writer.end();
  return { lines };
}

function variablesOf({ formatEnumerationLimit, errorView, rendering }: ViewsCase): Readonly<Record<string, unknown>> {
  return {
    ...(formatEnumerationLimit === undefined ? {} : { FormatEnumerationLimit: formatEnumerationLimit }),
    ...(errorView === undefined ? {} : { ErrorView: errorView }),
    ...(rendering === undefined ? {} : { PSStyle: { OutputRendering: rendering } }),
  };
}

function argumentsOf(parameters: Tagged = {}): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, argumentOf(value)]));
}

/** PowerShell's names of types where ours differ; whether they are shown is an option of the views. */
function powerShellName(value: unknown): string {
  if (Array.isArray(value)) return 'System.Object[]';
  if (value instanceof Map) {
    return value instanceof OrderedMap
      ? 'System.Collections.Specialized.OrderedDictionary'
      : 'System.Collections.Hashtable';
  }
  return typeNameOf(value);
}

function recordsOf(given: ViewsCase): readonly unknown[] {
  if (given.data !== undefined) return given.data.map(decodeRecord);
  if (given.expect.record !== undefined) return [errorOfFacts(given.expect.record)];
  const message = /^Write-(Warning|Verbose|Debug)(?: -\w+)* '([^']*)' \*>&1$/.exec(given.script ?? '');
  if (message !== null) return [new MESSAGES[message[1] as keyof typeof MESSAGES](message[2] ?? '')];
  throw new NotApplicable('the record is made by a script of the command language');
}

/** Property arguments: texts, scripts, calculated properties. */
function argumentOf(argument: unknown): unknown {
  if (Array.isArray(argument)) return argument.map(argumentOf);
  if (typeof argument !== 'object' || argument === null) return argument;
  if ('$script' in argument) return functionOf(argument);
  return Object.fromEntries(Object.entries(argument).map(([key, value]) => [key, argumentOf(value)]));
}

function register({ views = [], typeData = {} }: ViewsCase): readonly (() => void)[] {
  return [
    ...views.map((view) => registry.register(view.type, definitionOf(view))),
    ...Object.entries(typeData).map(([typeName, data]) => registerTypeDisplay(typeName, displayOf(data))),
  ];
}

function displayOf(data: Tagged): ValueDisplay {
  const { DefaultDisplayProperty, DefaultDisplayPropertySet, ...scripts } = data;
  const scriptProperties = Object.entries(scripts).flatMap(([name, script]): [string, ViewExpression][] =>
    typeof script === 'object' && script !== null && '$script' in script ? [[name, functionOf(script as Tagged)]] : [],
  );
  return {
    ...(DefaultDisplayProperty === undefined ? {} : { defaultDisplayProperty: String(DefaultDisplayProperty) }),
    ...(DefaultDisplayPropertySet === undefined
      ? {}
      : { defaultDisplayPropertySet: DefaultDisplayPropertySet as readonly string[] }),
    scriptProperties: Object.fromEntries(scriptProperties),
  };
}

function definitionOf(view: CaseView): ViewDefinition {
  const common = {
    name: view.name,
    ...(view.groupBy === undefined ? {} : { groupBy: itemOf(view.groupBy) as ViewGrouping }),
  };
  const autoSize = view.autoSize === undefined ? {} : { autoSize: view.autoSize };
  if (view.table !== undefined) {
    return {
      ...common,
      ...autoSize,
      kind: 'table',
      columns: view.table.map((item) => itemOf(item) as TableViewColumn),
      ...(view.wrap === undefined ? {} : { wrap: view.wrap }),
      ...(view.hideTableHeaders === undefined ? {} : { hideTableHeaders: view.hideTableHeaders }),
    };
  }
  if (view.list !== undefined)
    return { ...common, kind: 'list', items: view.list.map((item) => itemOf(item) as ListViewItem) };
  return {
    ...common,
    ...autoSize,
    kind: 'wide',
    item: itemOf(view.wide ?? {}),
    ...(view.columns === undefined ? {} : { columns: view.columns }),
  };
}

function itemOf({ expression, condition, alignment, itemAlignment, ...others }: CaseViewItem): object {
  return {
    ...others,
    ...(alignment === undefined ? {} : { alignment: alignment.toLowerCase() as ViewAlignment }),
    ...(itemAlignment === undefined ? {} : { itemAlignment: itemAlignment.toLowerCase() as ViewAlignment }),
    ...(expression === undefined ? {} : { expression: functionOf(expression as Tagged) as ViewExpression }),
    ...(condition === undefined ? {} : { condition: functionOf(condition as Tagged) as ViewExpression }),
  };
}
