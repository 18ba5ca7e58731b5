/** What happens when something is written to a message stream or the error stream. */
export const ActionPreference = {
  SilentlyContinue: 0,
  Stop: 1,
  Continue: 2,
  Inquire: 3,
  Ignore: 4,
  Suspend: 5,
  Break: 6,
} as const;

/** One of the names in {@link ActionPreference}. */
export type ActionPreference = keyof typeof ActionPreference;

const nameByNumber = new Map<number, ActionPreference>(
  Object.entries(ActionPreference).map(([name, value]) => [value, name as ActionPreference]),
);
const nameByLowerCase = new Map<string, ActionPreference>(
  Object.keys(ActionPreference).map((name) => [name.toLowerCase(), name as ActionPreference]),
);

/** A preference from a variable: the exact name ignoring case, or its number, also as text; otherwise undefined. */
export function parseActionPreference(value: unknown): ActionPreference | undefined {
  if (typeof value === 'number') return nameByNumber.get(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return nameByLowerCase.get(text.toLowerCase()) ?? (/^\d+$/.test(text) ? nameByNumber.get(Number(text)) : undefined);
}
