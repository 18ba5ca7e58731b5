import type { ConfirmImpact } from '../declare/metadata.js';
import { InvalidOperationException } from '../records/exceptions.js';
import type { ActionPreference } from './action-preference.js';
import { text } from './text.js';

/** What the user said with common, should-process, paging and job parameters; absent means not given. */
export class CommonParameterValues {
  verbose: boolean | undefined = undefined;
  debug: boolean | undefined = undefined;
  errorVariable: string | undefined = undefined;
  warningVariable: string | undefined = undefined;
  informationVariable: string | undefined = undefined;
  outVariable: string | undefined = undefined;
  outBuffer: number | undefined = undefined;
  pipelineVariable: string | undefined = undefined;
  whatIf: boolean | undefined = undefined;
  confirm: boolean | undefined = undefined;
  first: number | undefined = undefined;
  skip: number | undefined = undefined;
  includeTotalCount: boolean | undefined = undefined;
  asJob: boolean | undefined = undefined;
  jobName: string | undefined = undefined;
  throttleLimit: number | undefined = undefined;
  #errorAction: Preference = undefined;
  #warningAction: Preference = undefined;
  #informationAction: Preference = undefined;
  #progressAction: Preference = undefined;

  get errorAction(): Preference {
    return this.#errorAction;
  }
  set errorAction(preference: Preference) {
    this.#errorAction = usable(preference);
  }

  get warningAction(): Preference {
    return this.#warningAction;
  }
  set warningAction(preference: Preference) {
    this.#warningAction = usable(preference);
  }

  get informationAction(): Preference {
    return this.#informationAction;
  }
  set informationAction(preference: Preference) {
    this.#informationAction = usable(preference);
  }

  get progressAction(): Preference {
    return this.#progressAction;
  }
  set progressAction(preference: Preference) {
    this.#progressAction = usable(preference);
  }
}

type Preference = ActionPreference | undefined;

/** Suspend is a member of the type, but reserved: setting it fails, and with it the binding of the parameter. */
function usable(preference: Preference): Preference {
  if (preference === 'Suspend') throw new InvalidOperationException(text.suspendReserved);
  return preference;
}

/** The user's threshold for questions: {@link ConfirmImpact} in order of seriousness. */
export const CONFIRM_IMPACTS: readonly ConfirmImpact[] = ['None', 'Low', 'Medium', 'High'];
