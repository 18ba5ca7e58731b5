import { MetadataException } from '../../records/exceptions.js';
import type { CmdletOptions } from '../decorators/cmdlet-options.js';
import type { ParameterOptions } from '../decorators/parameter-options.js';
import { type Place, text } from '../text.js';

/**
 * Refuses options that nobody knows: without a compiler that checks types, one that is misspelled would count for nothing,
 * and nobody would say so.
 *
 * @throws MetadataException `Argument`
 */
export function checkCommandOptions(options: CmdletOptions, className: string): void {
  check(options, COMMAND_OPTIONS, { className });
}

/** The same for what is said of a parameter. */
export function checkParameterOptions(options: ParameterOptions, place: Place): void {
  check(options, PARAMETER_OPTIONS, place);
}

function check(options: object, known: Readonly<Record<string, true>>, place: Place): void {
  for (const name in options) {
    if (!Object.hasOwn(known, name)) {
      throw new MetadataException('Argument', text.unknownOption(place, name, Object.keys(known)));
    }
  }
}

const COMMAND_OPTIONS = {
  aliases: true,
  asJob: true,
  className: true,
  confirmImpact: true,
  defaultParameterSetName: true,
  description: true,
  examples: true,
  job: true,
  links: true,
  notes: true,
  obsolete: true,
  outputType: true,
  supportsPaging: true,
  supportsShouldProcess: true,
  synopsis: true,
  throttleLimit: true,
} satisfies Record<keyof CmdletOptions, true>;

const PARAMETER_OPTIONS = {
  aliases: true,
  defaultValueNote: true,
  delayBind: true,
  description: true,
  dontShow: true,
  helpMessage: true,
  mandatory: true,
  name: true,
  parameterSetName: true,
  position: true,
  supportsWildcards: true,
  type: true,
  valueFromPipeline: true,
  valueFromPipelineByPropertyName: true,
  valueFromRemainingArguments: true,
} satisfies Record<keyof ParameterOptions, true>;
