import { isThenable } from '../../records/is-thenable.js';
import { isTruthy } from '../convert/is-truthy.js';
import { shown } from '../convert/text.js';
import { ruleRefused, scriptIsAsynchronous, scriptRefused } from './text.js';
import { broken, customized, forElements, type Validator } from './validator.js';

/** `ValidateScript`: the function's result for the element is truthy. What it throws is the reason of the failure. */
export function scriptValidator(rule: { script: (element: unknown) => unknown; errorMessage?: string }): Validator {
  return forElements((element) => {
    const result = rule.script(element);
    if (isThenable(result)) throw broken('ValidateScriptFailure', scriptIsAsynchronous());
    if (isTruthy(result)) return;
    const { errorMessage } = rule;
    const script = String(rule.script);
    const message =
      errorMessage === undefined ? scriptRefused(element, script) : customized(errorMessage, shown(element), script);
    throw broken('ValidateScriptFailure', message);
  });
}

/** An author's own rule for the whole value: refuses by false or by throwing. */
export function ruleValidator(rule: { name: string; validate: (value: unknown) => boolean | void }): Validator {
  return (value) => {
    const result: unknown = rule.validate(value);
    if (isThenable(result)) throw broken(`${rule.name}Failure`, scriptIsAsynchronous());
    if (result === false) throw broken(`${rule.name}Failure`, ruleRefused(rule.name, value));
    return value;
  };
}
