import { CmdletException } from '../records/cmdlet-exception.js';
import { ActionPreference } from '../run/action-preference.js';
import { CONFIRM_IMPACTS } from '../run/common-parameter-values.js';
import { PREFERENCE_VARIABLE } from '../run/preferences.js';
import { VariableTable } from '../run/variables.js';
import { text } from './text.js';

const ACTION_VARIABLES: ReadonlySet<string> = new Set(
  Object.values(PREFERENCE_VARIABLE).map((name) => name.toLowerCase()),
);
const CONFIRM_VARIABLE = 'confirmpreference';

/**
 * The variables of a session. Preference variables are typed: what is no preference is refused when it is assigned.
 *
 * A refused value is `RuntimeException` of category `MetadataError`, and the variable keeps what it held.
 */
export class SessionVariables extends VariableTable {
  override set(name: string, value: unknown): void {
    super.set(name, typed(name, value));
  }
}

function typed(name: string, value: unknown): unknown {
  const key = name.toLowerCase();
  if (ACTION_VARIABLES.has(key)) {
    const names = Object.keys(ActionPreference).filter((candidate) => candidate !== 'Suspend');
    return member(name, value, names, (number) =>
      names.find((n) => ActionPreference[n as ActionPreference] === number),
    );
  }
  if (key === CONFIRM_VARIABLE) return member(name, value, CONFIRM_IMPACTS, (number) => CONFIRM_IMPACTS[number]);
  return value;
}

/** One of the names: exactly, by an unambiguous beginning, or by number. */
function member(
  variable: string,
  value: unknown,
  names: readonly string[],
  byNumber: (number: number) => string | undefined,
): string {
  const found =
    typeof value === 'number'
      ? byNumber(value)
      : typeof value === 'string'
        ? byText(value.trim(), names, byNumber)
        : undefined;
  if (found !== undefined) return found;
  const exception = new CmdletException(text.badPreferenceAssigned(variable, value, names), {
    errorId: 'RuntimeException',
    category: 'MetadataError',
    target: value,
  });
  throw exception;
}

function byText(
  given: string,
  names: readonly string[],
  byNumber: (number: number) => string | undefined,
): string | undefined {
  if (given === '') return undefined;
  if (/^\d+$/.test(given)) return byNumber(Number(given));
  const lower = given.toLowerCase();
  const exact = names.find((name) => name.toLowerCase() === lower);
  if (exact !== undefined) return exact;
  const beginning = names.filter((name) => name.toLowerCase().startsWith(lower));
  return beginning.length === 1 ? beginning[0] : undefined;
}
