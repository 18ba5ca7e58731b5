import type { ConfirmImpact } from '../declare/metadata.js';
import { type ActionPreference, parseActionPreference } from './action-preference.js';
import { CONFIRM_IMPACTS, type CommonParameterValues } from './common-parameter-values.js';
import type { VariableScope } from './variables.js';

/** Streams whose treatment the user chooses. */
export type PreferenceStream = 'Error' | 'Warning' | 'Verbose' | 'Debug' | 'Information' | 'Progress';

/** Name of the session variable behind a stream. */
export const PREFERENCE_VARIABLE: Readonly<Record<PreferenceStream, string>> = {
  Error: 'ErrorActionPreference',
  Warning: 'WarningPreference',
  Verbose: 'VerbosePreference',
  Debug: 'DebugPreference',
  Information: 'InformationPreference',
  Progress: 'ProgressPreference',
};

const DEFAULT_PREFERENCE: Readonly<Record<PreferenceStream, ActionPreference>> = {
  Error: 'Continue',
  Warning: 'Continue',
  Verbose: 'SilentlyContinue',
  Debug: 'SilentlyContinue',
  Information: 'SilentlyContinue',
  Progress: 'Continue',
};

/** Read anew for every message; the others are read once per command. */
const READ_ANEW: ReadonlySet<PreferenceStream> = new Set(['Warning', 'Verbose']);

/**
 * The preferences in force for one command: what its parameters say, else what the session's variables say.
 *
 * A variable that holds neither a name nor a number of a preference is answered by the default and one warning.
 */
export class Preferences {
  readonly #remembered = new Map<PreferenceStream, ActionPreference>();

  constructor(
    private readonly parameters: CommonParameterValues,
    private readonly variables: VariableScope,
    private readonly canAsk: () => boolean,
    private readonly warn: (variable: string, value: unknown, used: ActionPreference) => void,
  ) {}

  /** What happens to a message or error on this stream. */
  of(stream: PreferenceStream): ActionPreference {
    const given = this.given(stream);
    if (given !== undefined) return given;
    if (READ_ANEW.has(stream)) return this.#fromVariable(stream);
    let preference = this.#remembered.get(stream);
    if (preference === undefined) {
      preference = this.#fromVariable(stream);
      this.#remembered.set(stream, preference);
    }
    return preference;
  }

  /** Puts the default into the variable of a stream, in place of a value that cannot be used. */
  reset(stream: PreferenceStream): void {
    this.variables.set(PREFERENCE_VARIABLE[stream], DEFAULT_PREFERENCE[stream]);
  }

  /** From which impact on the user is asked. */
  get confirmThreshold(): ConfirmImpact {
    const { confirm } = this.parameters;
    if (confirm !== undefined) return confirm ? 'Low' : 'None';
    const value = this.variables.get('ConfirmPreference');
    if (typeof value === 'number') return CONFIRM_IMPACTS[value] ?? 'High';
    const text = String(value ?? '').toLowerCase();
    return CONFIRM_IMPACTS.find((impact) => impact.toLowerCase() === text) ?? 'High';
  }

  /** Whether the command only says what it would do. */
  get whatIf(): boolean {
    return this.parameters.whatIf ?? isOn(this.variables.get('WhatIfPreference'));
  }

  /** What the command's own parameters say about a stream, if anything. */
  given(stream: PreferenceStream): ActionPreference | undefined {
    const given = this.parameters;
    switch (stream) {
      case 'Error':
        return parseActionPreference(given.errorAction);
      case 'Information':
        return parseActionPreference(given.informationAction);
      case 'Progress':
        return parseActionPreference(given.progressAction);
      case 'Warning':
        return parseActionPreference(given.warningAction) ?? (given.verbose === true ? 'Continue' : undefined);
      case 'Verbose':
        return given.verbose === undefined ? undefined : shown(given.verbose);
      case 'Debug':
        return given.debug === undefined ? undefined : shown(given.debug);
    }
  }

  #fromVariable(stream: PreferenceStream): ActionPreference {
    const name = PREFERENCE_VARIABLE[stream];
    const fallback = DEFAULT_PREFERENCE[stream];
    if (!this.variables.has(name)) return fallback;
    const value = this.variables.get(name);
    const preference = parseActionPreference(value);
    if (preference === undefined) {
      this.warn(name, value, fallback);
      return fallback;
    }
    return stream === 'Debug' && preference === 'Inquire' && !this.canAsk() ? 'Continue' : preference;
  }
}

function shown(on: boolean): ActionPreference {
  return on ? 'Continue' : 'SilentlyContinue';
}

/** The plain truth of an untyped variable. */
function isOn(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
