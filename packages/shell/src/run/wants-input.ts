import { ALL_PARAMETER_SETS, bindCall, type CommandInfo, type ParameterMetadata, type Session } from '@cmdlet/core';
import type { ResolvedCommand } from './resolve-commands.js';

/** How a command takes records from standard input though nobody said so. */
export interface WantedInput {
  /** Whether the parameter that takes them holds texts, so that lines are what it wants. */
  readonly takesText: boolean;
}

/**
 * Whether a command needs records that its command line does not give: a parameter that takes them from the pipeline is
 * mandatory in the set in use, or is called InputObject, and is not bound. Undefined if it does not; a command line that
 * does not bind needs none either.
 *
 * Other commands would wait for a pipe that whoever started the process has merely left open.
 */
export async function wantedInput(
  session: Session,
  { info, arguments: given }: ResolvedCommand,
): Promise<WantedInput | undefined> {
  const binding = await bindingOf(session, info, given);
  if (binding === undefined) return undefined;
  const { parameterSetName, bound } = binding;
  const { parameters, defaultParameterSetName } = info.metadata;
  const wantedSet = parameterSetName === '' ? defaultParameterSetName : parameterSetName;
  const setsInUse = ({ sets }: ParameterMetadata): ParameterMetadata['sets'] =>
    sets.filter(
      ({ parameterSetName: name }) => wantedSet === undefined || name === ALL_PARAMETER_SETS || isSame(name, wantedSet),
    );
  const needed = parameters.filter((parameter) =>
    setsInUse(parameter).some(
      ({ mandatory, valueFromPipeline, valueFromPipelineByPropertyName }) =>
        (valueFromPipeline || valueFromPipelineByPropertyName) && (mandatory || isSame(parameter.name, 'InputObject')),
    ),
  );
  if (needed.length === 0 || needed.some(({ name }) => bound.has(name))) return undefined;
  const byValue = parameters.filter((parameter) =>
    setsInUse(parameter).some(({ valueFromPipeline }) => valueFromPipeline),
  );
  return { takesText: byValue.length > 0 && byValue.every(holdsText) };
}

async function bindingOf(session: Session, info: CommandInfo, given: ResolvedCommand['arguments']) {
  try {
    const call = bindCall(session, info.cmdlet, given, true);
    try {
      return { parameterSetName: call.parameterSetName, bound: new Set(Object.keys(call.boundParameters)) };
    } finally {
      await call[Symbol.asyncDispose]();
    }
  } catch {
    // The run will say what is wrong.
    return undefined;
  }
}

function holdsText({ type }: ParameterMetadata): boolean {
  const { kind } = type.kind === 'array' || type.kind === 'nullable' || type.kind === 'set' ? type.element : type;
  return kind === 'string';
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
