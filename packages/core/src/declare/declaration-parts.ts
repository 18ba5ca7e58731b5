import type { CmdletOptions } from './decorators/cmdlet-options.js';
import type { ParameterOptions } from './decorators/parameter-options.js';
import type { ArgumentCompleter, ArgumentTransformation } from './metadata.js';
import type { ValidationMetadata } from './validation-metadata.js';

/** What one decorator on a property says. Several make one parameter. */
export type ParameterPart =
  | { readonly kind: 'parameter'; readonly options: ParameterOptions }
  | { readonly kind: 'alias'; readonly names: readonly string[] }
  /** A function where a mistake can only be found by building it, so that it is reported with class and property. */
  | {
      readonly kind: 'validation';
      readonly attribute: string;
      readonly validation: ValidationMetadata | (() => ValidationMetadata);
    }
  | { readonly kind: 'transformation'; readonly transformation: ArgumentTransformation }
  | { readonly kind: 'allow'; readonly what: 'Null' | 'EmptyString' | 'EmptyCollection' }
  | { readonly kind: 'completer'; readonly completer: ArgumentCompleter }
  | { readonly kind: 'suggestions'; readonly values: readonly string[] }
  | { readonly kind: 'obsolete'; readonly message: string }
  | { readonly kind: 'typeName'; readonly name: string };

/** What `@Cmdlet` says. */
export interface CmdletPart {
  readonly verb: string;
  readonly noun: string;
  readonly options: CmdletOptions;
}

/** What one `@OutputType` says. */
export interface OutputTypePart {
  readonly names: readonly string[];
  readonly parameterSetNames: readonly string[];
}
