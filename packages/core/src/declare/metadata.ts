import type { ParameterType } from './types/parameter-type.js';
import type { ValidationMetadata } from './validation-metadata.js';

/** Reserved name of the parameter set that every parameter without a named set belongs to. */
export const ALL_PARAMETER_SETS = '__AllParameterSets';

/** How serious the action of a command is; see `-Confirm`. */
export type ConfirmImpact = 'None' | 'Low' | 'Medium' | 'High';

/** What one declaration says about a parameter in one parameter set. */
export interface ParameterSetMetadata {
  /** Name of the set, or {@link ALL_PARAMETER_SETS}. Compared ignoring case. */
  readonly parameterSetName: string;
  readonly mandatory: boolean;
  /** Order among unnamed arguments; any integer, undefined for none. */
  readonly position: number | undefined;
  readonly valueFromPipeline: boolean;
  readonly valueFromPipelineByPropertyName: boolean;
  readonly valueFromRemainingArguments: boolean;
  /** Shown when this mandatory parameter is asked for. */
  readonly helpMessage: string | undefined;
  /** Left out of listings. */
  readonly dontShow: boolean;
}

/** Who declared a parameter; decides who receives its value and how abbreviations are resolved. */
export type ParameterOrigin = 'declared' | 'dynamic' | 'common' | 'shouldProcess' | 'paging' | 'job';

/**
 * Changes an argument before it is converted.
 *
 * Must have no side effects. A throw is `ParameterArgumentTransformationError / InvalidData`; a throw of a conversion
 * error means "does not fit" where the binder is only trying.
 */
export interface ArgumentTransformation {
  transform(argument: unknown): unknown;
  /** Whether it is called for null although the parameter is optional and may be null. Default true. */
  readonly transformNullOptionalParameters?: boolean;
}

/** Proposes values for a parameter while somebody types. Never consulted by the binder. */
export type ArgumentCompleter = (
  request: CompletionRequest,
) => Iterable<string | CompletionResult> | AsyncIterable<string | CompletionResult>;

export interface CompletionRequest {
  readonly commandName: string;
  /** The command as it is typed, with its arguments. */
  readonly commandText: string;
  readonly parameterName: string;
  /** The whole word at the cursor, quotes included. */
  readonly wordToComplete: string;
  /** What is bound so far, unconverted. */
  readonly fakeBoundParameters: Readonly<Record<string, unknown>>;
}

/** What a proposal is; decides how shells show it. */
export type CompletionResultType =
  | 'Text'
  | 'Command'
  | 'ParameterName'
  | 'ParameterValue'
  | 'ProviderItem'
  | 'ProviderContainer'
  | 'Property'
  | 'Method'
  | 'Variable'
  | 'Type'
  | 'Keyword';

export interface CompletionResult {
  /** What is put in the place of the word, quotes included where it needs them. */
  readonly completionText: string;
  /** What a list of proposals shows. Default: the text. */
  readonly listItemText?: string;
  /** Default `Text`. */
  readonly resultType?: CompletionResultType;
  /** What it means. Default: the text. */
  readonly toolTip?: string;
}

/** Everything declared about one parameter. */
export interface ParameterMetadata {
  /** As shown: `City`. Compared ignoring case. */
  readonly name: string;
  /** The property of the receiver that holds the value: `city`. */
  readonly property: string;
  readonly origin: ParameterOrigin;
  readonly type: ParameterType;
  readonly aliases: readonly string[];
  /** One per set the parameter belongs to, in order of declaration; a parameter of all sets has one. */
  readonly sets: readonly ParameterSetMetadata[];
  /** In the order on the page, as all lists here. */
  readonly transformations: readonly ArgumentTransformation[];
  readonly validations: readonly ValidationMetadata[];
  readonly allowNull: boolean;
  readonly allowEmptyString: boolean;
  readonly allowEmptyCollection: boolean;
  /** Text of the warning when it is bound; empty text is allowed, undefined means not obsolete. */
  readonly obsolete: string | undefined;
  /** A type name that the value, or each element of it, must carry. */
  readonly typeName: string | undefined;
  /** A function given by name is run per record even though the type could hold a function. */
  readonly delayBind: boolean;
  readonly supportsWildcards: boolean;
  readonly defaultValueNote: string | undefined;
  readonly completer: ArgumentCompleter | undefined;
  readonly suggestions: readonly string[];
  /** Help text. */
  readonly description: string | undefined;
}

/** What a command may write, for help, completion and types; never checked. */
export interface OutputTypeMetadata {
  readonly names: readonly string[];
  /** Sets it holds for; empty for all. */
  readonly parameterSetNames: readonly string[];
}

/** How a command takes part in `-AsJob`. */
export interface JobSupport {
  /** Whether `-AsJob` and `-JobName` exist. Default true. */
  readonly asJob: boolean;
  /** Whether `-ThrottleLimit` exists: the command fans out. */
  readonly throttleLimit: boolean;
  /** The author's own job class, if any; typed where jobs are known. */
  readonly job: (new (...parameters: never[]) => object) | undefined;
}

/** Everything declared about a command: what the binder, help, completion and the engine read. */
export interface CommandMetadata {
  readonly verb: string;
  readonly noun: string;
  /** `‹verb›-‹noun›`. */
  readonly name: string;
  readonly className: string;
  readonly aliases: readonly string[];
  readonly defaultParameterSetName: string | undefined;
  readonly supportsShouldProcess: boolean;
  readonly confirmImpact: ConfirmImpact;
  readonly supportsPaging: boolean;
  readonly obsolete: string | undefined;
  readonly outputTypes: readonly OutputTypeMetadata[];
  readonly hasDynamicParameters: boolean;
  readonly jobSupport: JobSupport;
  /** In merge order: declared (base class first), common, should-process, paging, job. */
  readonly parameters: readonly ParameterMetadata[];
  readonly synopsis: string | undefined;
  readonly description: string | undefined;
  readonly examples: readonly CommandExample[];
  /** What else there is to know, for the end of the help. */
  readonly notes?: string;
  readonly links?: readonly RelatedLink[];
}

/** Where help tells to look further: another command, or a page. */
export interface RelatedLink {
  /** The name of the command, or the title of the page. */
  readonly text: string;
  /** Address of the page. */
  readonly uri?: string;
}

/** How a command is used, for help and for tests. */
export interface CommandExample {
  readonly title?: string;
  /** The command line. */
  readonly code: string;
  readonly remarks?: string;
  /** What the command line writes to output: texts stand for objects that are shown so. Tests compare it. */
  readonly output?: readonly unknown[];
}
