/** A warning that binding makes; written by the run when the command begins, or before the record is processed. */
export interface BindingWarning {
  /** `ParameterObsolete` or empty. */
  readonly id: string;
  readonly message: string;
}
