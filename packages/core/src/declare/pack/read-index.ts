import { MetadataException } from '../../records/exceptions.js';
import { text } from '../text.js';
import { COMMAND_INDEX_VERSION, type CommandIndex, type IndexedCommand } from './command-index.js';

/**
 * Reads an index that was written as JSON.
 *
 * @param json the parsed file
 * @throws MetadataException `InvalidCommandIndex` for another format version or a file that is no index
 */
export function readIndex(json: unknown): CommandIndex {
  if (!isRecord(json)) throw invalid(text.noIndex());
  const { formatVersion } = json;
  if (formatVersion !== COMMAND_INDEX_VERSION) throw invalid(text.indexVersion(formatVersion, COMMAND_INDEX_VERSION));
  assertIndex(json);
  return json;
}

/**
 * Checks what an index says of one command.
 *
 * @param path where it stands, for the message
 * @throws MetadataException `InvalidCommandIndex`
 */
export function assertIndexedCommand(json: unknown, path: string): asserts json is IndexedCommand {
  check(json, COMMAND, path);
}

type Shape =
  | 'a text'
  | 'a text or null'
  | 'a number'
  | 'a number or null'
  | 'true or false'
  | 'a list of texts'
  | 'a text or nothing'
  | 'a list or nothing'
  | 'an object'
  | readonly [Fields]
  | Fields;
interface Fields {
  readonly [field: string]: Shape;
}

const PARAMETER: Fields = {
  name: 'a text',
  property: 'a text',
  type: 'a text',
  isSwitch: 'true or false',
  aliases: 'a list of texts',
  dynamic: 'true or false',
  wildcards: 'true or false',
  hidden: 'true or false',
  validation: 'a list of texts',
  values: 'a list of texts',
  obsolete: 'a text or null',
  defaultValue: 'a text or null',
  helpMessage: 'a text or null',
  description: 'a text or null',
  sets: [
    {
      set: 'a text',
      mandatory: 'true or false',
      position: 'a number or null',
      valueFromPipeline: 'true or false',
      valueFromPipelineByPropertyName: 'true or false',
      valueFromRemainingArguments: 'true or false',
    },
  ],
};

const COMMAND: Fields = {
  name: 'a text',
  type: 'a text',
  aliases: 'a list of texts',
  defaultParameterSet: 'a text or null',
  supportsShouldProcess: 'true or false',
  confirmImpact: 'a text',
  supportsPaging: 'true or false',
  asJob: 'true or false',
  hasDynamicParameters: 'true or false',
  obsolete: 'a text or null',
  outputTypes: 'a list of texts',
  parameters: [PARAMETER],
  sets: [{ name: 'a text', default: 'true or false', parameters: 'a list of texts', text: 'a text' }],
  syntax: 'a list of texts',
  synopsis: 'a text or null',
  description: 'a text or null',
  examples: [{ code: 'a text' }],
  notes: 'a text or nothing',
  links: 'a list or nothing',
  source: 'a number',
};

const INDEX: Fields = {
  pack: { name: 'a text', version: 'a text' },
  commandPrefix: 'a text or null',
  aliases: 'an object',
  commands: [COMMAND],
};

function assertIndex(json: Readonly<Record<string, unknown>>): asserts json is CommandIndex & typeof json {
  check(json, INDEX, 'index');
}

/** @throws MetadataException for the first field that is not as it should be */
function check(value: unknown, shape: Shape, path: string): void {
  const fault = faultOf(value, shape);
  if (fault !== undefined) throw invalid(text.indexField(`${path}${fault.path}`, fault.expected));
}

interface Fault {
  /** From the value that was looked at. */
  readonly path: string;
  readonly expected: string;
}

/** What is wrong with a value. Paths are put together only where something is: this is part of every call of a command. */
function faultOf(value: unknown, shape: Shape): Fault | undefined {
  if (typeof shape === 'string') return PLAIN[shape](value) ? undefined : { path: '', expected: shape };
  if (!isList(shape)) return isRecord(value) ? faultIn(value, shape) : { path: '', expected: 'an object' };
  if (!Array.isArray(value)) return { path: '', expected: 'a list' };
  for (let position = 0; position < value.length; position++) {
    const fault = faultOf(value[position], shape[0]);
    if (fault !== undefined) return { ...fault, path: `[${position}]${fault.path}` };
  }
  return undefined;
}

/** Further fields are let through: a newer writer may say more. */
function faultIn(value: Readonly<Record<string, unknown>>, fields: Fields): Fault | undefined {
  for (const field in fields) {
    const fault = faultOf(value[field], fields[field] as Shape);
    if (fault !== undefined) return { ...fault, path: `.${field}${fault.path}` };
  }
  return undefined;
}

const PLAIN: Readonly<Record<Exclude<Shape, Fields | readonly [Fields]>, (value: unknown) => boolean>> = {
  'a text': (value) => typeof value === 'string',
  'a text or null': (value) => value === null || typeof value === 'string',
  'a number': (value) => typeof value === 'number',
  'a number or null': (value) => value === null || typeof value === 'number',
  'true or false': (value) => typeof value === 'boolean',
  'a list of texts': (value) => Array.isArray(value) && value.every((element) => typeof element === 'string'),
  'a text or nothing': (value) => value === undefined || typeof value === 'string',
  'a list or nothing': (value) => value === undefined || Array.isArray(value),
  'an object': isRecord,
};

function isList(shape: Fields | readonly [Fields]): shape is readonly [Fields] {
  return Array.isArray(shape);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(message: string): MetadataException {
  return new MetadataException('InvalidCommandIndex', message);
}
