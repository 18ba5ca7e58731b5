/** How bad a finding is: a command that does not work; one that surprises people; something that could be better. */
export type Severity = 'error' | 'warning' | 'information';

/** Something about a pack that should be otherwise. Plain data. */
export interface LintFinding {
  /** Stable id of the rule: `PluralNoun`. */
  readonly id: string;
  readonly severity: Severity;
  /** What is meant: `Get-Forecast -City`, `pack weather`. */
  readonly place: string;
  /** What is wrong. */
  readonly message: string;
  /** What to write instead. */
  readonly remedy: string;
}

/** What a rule says about one place. */
export type LintReport = Omit<LintFinding, 'place'>;

/** Severities from bad to harmless. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information'];
