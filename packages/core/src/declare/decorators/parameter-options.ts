import type { TypeSpecifier } from '../types/type-specifier.js';

/** What `@Parameter` can say. Everything is optional; options about sets hold for the sets named beside them. */
export interface ParameterOptions<TType extends TypeSpecifier | undefined = TypeSpecifier | undefined> {
  /** The parameter set, or sets, this declaration is for. Default: all sets. Compared ignoring case, but spelled one way. */
  readonly parameterSetName?: string | readonly string[];
  /** Must have a value before a record is processed with this set. Default false. */
  readonly mandatory?: boolean;
  /** Order among unnamed arguments, a whole number, gaps are fine, only the order counts. Default: only by name. */
  readonly position?: number;
  /** The whole incoming record may become the value. Default false. */
  readonly valueFromPipeline?: boolean;
  /** A like-named property of the incoming record may become the value. Default false. */
  readonly valueFromPipelineByPropertyName?: boolean;
  /** Collects the arguments that nobody else took. Default false. */
  readonly valueFromRemainingArguments?: boolean;
  /** Shown when this mandatory parameter is asked for. Not empty. */
  readonly helpMessage?: string;
  /** Leaves the parameter out of listings, in all sets; it still works. Default false. */
  readonly dontShow?: boolean;

  /** What the parameter holds: `String`, `[Number]`, a class, `Int32`, … Needed where compiler and initial value do not tell. */
  readonly type?: TType;
  /**
   * The name shown and typed. Default: the property's name with a capital first letter. A call by class from TypeScript is
   * checked by its properties, and takes either.
   */
  readonly name?: string;
  /** Further names; the same as `@Alias`. */
  readonly aliases?: readonly string[];
  /** A function given by name is run once per record and gives the value, whatever the type. Default false. */
  readonly delayBind?: boolean;
  /** Documentation only: wildcards are the cmdlet's own business. Default false. */
  readonly supportsWildcards?: boolean;
  /** Documentation only: the default value as help shows it. */
  readonly defaultValueNote?: string;
  /** Help text. */
  readonly description?: string;
}
