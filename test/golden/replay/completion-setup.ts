/** A function that the setup of a file declares, as far as its name is proposed. */
export interface SetupFunction {
  readonly name: string;
  readonly syntax: readonly string[];
}

/** Functions and aliases in PowerShell text that runs before the cases. */
export function setupOf(text: string): {
  readonly functions: readonly SetupFunction[];
  readonly aliases: readonly (readonly [string, string])[];
} {
  const functions = [
    ...text.matchAll(/\b(?:function|filter)\s+(?<name>[\w-]+)(?<body>.*?)(?=\b(?:function|filter|Set-Alias)\b|$)/gsu),
  ];
  const aliases = [...text.matchAll(/\bSet-Alias\s+(?<alias>[\w-]+)\s+(?<name>[\w-]+)/gu)];
  return {
    functions: functions.map(({ groups }) => ({
      name: groups?.name ?? '',
      syntax: [`${groups?.name ?? ''} ${parametersIn(groups?.body ?? '')}`],
    })),
    aliases: aliases.map(({ groups }) => [groups?.alias ?? '', groups?.name ?? ''] as const),
  };
}

/** Parameters of a function have the positions of their order. */
function parametersIn(body: string): string {
  return [...body.matchAll(/\[(?<type>\w+)\]\s*\$(?<name>\w+)/gu)]
    .map(({ groups }) => `[[-${groups?.name ?? ''}] <${groups?.type ?? ''}>]`)
    .join(' ');
}
