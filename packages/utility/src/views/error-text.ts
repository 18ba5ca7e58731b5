import { CommandNotFoundException, type ErrorRecord, type ScriptPosition } from '@cmdlet/core';

/** How errors are shown: in short, in full with category and id, or their category line only. */
export type ErrorView = 'ConciseView' | 'NormalView' | 'CategoryView';

/**
 * The lines of an error, without colours.
 *
 * `ConciseView` is `Get-Forecast: No such city.`, and with the line of the script where the error arose in one.
 *
 * @param view default `ConciseView`
 */
export function errorLines(record: ErrorRecord, view: ErrorView = 'ConciseView'): string[] {
  switch (view) {
    case 'CategoryView':
      return [record.categoryInfo.toString()];
    case 'NormalView':
      return normalLines(record);
    case 'ConciseView':
      return conciseLines(record);
  }
}

function conciseLines(record: ErrorRecord): string[] {
  const { position } = record;
  const recommended = record.errorDetails?.recommendedAction;
  const advice = recommended === undefined ? [] : [`  Recommendation: ${recommended}`];
  const isParserError = record.categoryInfo.category === 'ParserError';
  if (position === undefined || (position.file === undefined && !isParserError)) {
    return [...`${conciseName(record)}: ${String(record)}`.split('\n'), ...advice];
  }
  const [, code = '', marks = ''] = positionLines(position);
  const place = position.file === undefined ? '' : `${position.file}:${position.line}`;
  const gutter = Math.max(4, String(position.line).length);
  const margin = `${' '.repeat(gutter)} | `;
  // What the parser says begins with the position, which stands above already.
  const message = withoutPosition(String(record), position);
  return [
    `${conciseName(record)}: ${place}`,
    'Line |',
    `${String(position.line).padStart(gutter)} | ${code.slice(1)}`,
    `${margin}${marks.slice(1)}`,
    ...message.split('\n').map((line) => margin + line),
    ...advice,
    '',
  ];
}

/** Who failed, or else what kind of failure it is. */
function conciseName(record: ErrorRecord): string {
  const { category, activity, reason, targetName } = record.categoryInfo;
  if (category === 'OperationStopped' && activity === '') return 'Exception';
  if (isCommandNotFound(record)) return targetName;
  const command = activity || record.invocationInfo?.commandName;
  if (command !== undefined && command !== '') return command;
  return category === 'NotSpecified' ? reason : category;
}

function isCommandNotFound({ exception, categoryInfo }: ErrorRecord): boolean {
  return (
    exception instanceof CommandNotFoundException ||
    (categoryInfo.category === 'ObjectNotFound' && categoryInfo.reason === 'CommandNotFoundException')
  );
}

function normalLines(record: ErrorRecord): string[] {
  const { position, categoryInfo } = record;
  const command = isCommandNotFound(record) ? categoryInfo.targetName : (record.invocationInfo?.commandName ?? '');
  const message = String(record);
  const atPosition = position === undefined ? [] : positionLines(position);
  const hasPosition = position !== undefined && withoutPosition(message, position) !== message;
  return [
    ...(command === '' ? message : `${command} : ${message}`).split('\n'),
    ...(hasPosition ? [] : atPosition),
    `+ CategoryInfo          : ${categoryInfo.toString()}`,
    `+ FullyQualifiedErrorId : ${record.fullyQualifiedErrorId}`,
  ];
}

/** Of a longer line only the surroundings of what is meant are shown. */
const LONGEST_LINE = 69;
/** So much is shown of what stands before and behind, and more if there is room. */
const CONTEXT = 10;

/** The place of an error in three lines: `At file:1 char:5`, the line, and marks under what is meant. */
export function positionLines({ file, line, column, lineText, length }: ScriptPosition): string[] {
  const bare = lineText.trimEnd();
  const before = bare.slice(0, column - 1).replaceAll('\t', TAB);
  const meant = bare.slice(column - 1, column - 1 + (length ?? bare.length)).replaceAll('\t', TAB);
  const code = bare.replaceAll('\t', TAB);
  const { shown, offset, marks } =
    code.length > LONGEST_LINE
      ? surroundings(code, before.length, meant.length)
      : { shown: code, offset: before.length, marks: meant.length };
  return [
    `At ${file ?? 'line'}:${line} char:${column}`,
    `+ ${shown}`,
    `+ ${' '.repeat(offset)}${'~'.repeat(marks || 1)}`,
  ];
}

const TAB = '    ';

function surroundings(
  code: string,
  start: number,
  meant: number,
): { readonly shown: string; readonly offset: number; readonly marks: number } {
  const behind = code.length - start - meant;
  let before = Math.min(start, CONTEXT);
  const marks = Math.min(meant, LONGEST_LINE - before);
  let after = Math.max(0, Math.min(behind, CONTEXT, LONGEST_LINE - before - marks));
  before += Math.min(start - before, LONGEST_LINE - before - marks - after);
  after += Math.min(behind - after, LONGEST_LINE - before - marks - after);
  const head = before < start ? '… ' : '';
  const tail = after < code.length - start - marks ? ' …' : '';
  return {
    shown: head + code.slice(start - before, start + marks + after) + tail,
    offset: before + head.length,
    marks,
  };
}

function withoutPosition(message: string, position: ScriptPosition): string {
  const head = `${positionLines(position).join('\n')}\n`;
  return message.startsWith(head) ? message.slice(head.length) : message;
}
