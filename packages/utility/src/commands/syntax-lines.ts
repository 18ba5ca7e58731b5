import type { CommandDescription, ParameterDescription } from '@cmdlet/core';

/**
 * How a command is typed, one line per parameter set, as help shows it: closed lists of values in the place of the type,
 * `[-Colour {Red | Green}]`.
 */
export function helpSyntax(command: CommandDescription): readonly string[] {
  return command.sets.map(({ text }) => {
    const shown = command.parameters.reduce(withValues, text);
    return `${command.name} ${shown}`;
  });
}

/** Puts the values of a parameter in the place of its type. */
function withValues(line: string, parameter: ParameterDescription): string {
  if (parameter.values.length === 0) return line;
  const { name, type, isSwitch, values } = parameter;
  for (const shown of [`-${name}`, `[-${name}]`]) {
    // A switch has no type; what follows its name tells it from longer ones.
    const written = isSwitch
      ? new RegExp(`${literal(shown)}(?=[\\] ])`)
      : new RegExp(`${literal(`${shown} <${type}>`)}`);
    if (written.test(line)) return line.replace(written, () => `${shown} {${values.join(' | ')}}`);
  }
  return line;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
