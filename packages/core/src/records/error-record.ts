import { brand, hasBrand } from './brand.js';
import { ErrorCategory } from './error-category.js';
import type { InvocationInfo } from './invocation-info.js';
import type { ScriptPosition } from './script-position.js';
import { exceptionNameOf, typeNameOf } from './type-name.js';

const ERROR_RECORD = brand('ErrorRecord');

/** A text that replaces the exception's message wherever the error is shown. */
export interface ErrorDetails {
  readonly message: string;
  /** What the reader may do about it. */
  readonly recommendedAction?: string;
}

/** The facts of an error in one line: what kind, about what, during what. All but the category may be set. */
export class CategoryInfo {
  /** What the command was doing; its name unless set. */
  activity = '';
  /** Name of the exception unless set. */
  reason: string;
  readonly #exceptionName: string;
  /** The target as text unless set. */
  targetName: string;
  /** The target's type unless set. */
  targetType: string;

  constructor(
    readonly category: ErrorCategory,
    exception: Error,
    target: unknown,
  ) {
    this.#exceptionName = exceptionNameOf(exception);
    this.reason = this.#exceptionName;
    this.targetName = target === null || target === undefined ? '' : textOf(target);
    this.targetType = typeNameOf(target);
  }

  /** `Category: (targetName:targetType) [activity], reason`, each part at most 40 characters long; the name of an exception is not cut. */
  toString(): string {
    const { category, targetName, targetType, activity } = this;
    const reason = this.reason === this.#exceptionName ? this.reason : ellipsis(this.reason);
    return `${category}: (${ellipsis(targetName)}:${ellipsis(targetType)}) [${ellipsis(activity)}], ${reason}`;
  }
}

/**
 * A failure, with a stable id to branch on.
 *
 * @example
 * const record = new ErrorRecord(new Error('no such city: Olso'), 'CityNotFound', 'ObjectNotFound', 'Olso');
 * record.fullyQualifiedErrorId; // 'CityNotFound', and 'CityNotFound,Weather.GetForecast' once GetForecast wrote it
 */
export class ErrorRecord {
  readonly exception: Error;
  readonly errorId: string;
  readonly categoryInfo: CategoryInfo;
  readonly targetObject: unknown;
  errorDetails: ErrorDetails | undefined;
  invocationInfo: InvocationInfo | undefined;
  /** Where in the text of a script or command line it arose; undefined where there is no text. */
  position: ScriptPosition | undefined;
  /** How far the pipeline was when the error was written; see {@link InvocationInfo.pipelineIterationInfo}. */
  pipelineIterationInfo: readonly number[] | undefined;

  /**
   * @param exception what went wrong; keeps its `cause`
   * @param errorId short and stable, without spaces and commas; null counts as empty
   * @param category one of {@link ErrorCategory}
   * @param targetObject what was being processed
   */
  constructor(exception: Error, errorId: string | null, category: ErrorCategory, targetObject: unknown = null) {
    this.exception = exception;
    this.errorId = errorId ?? '';
    this.categoryInfo = new CategoryInfo(category, exception, targetObject);
    this.targetObject = targetObject;
  }

  /** Whether a value is an ErrorRecord, of this copy of the package or another. */
  static is(value: unknown): value is ErrorRecord {
    return hasBrand(value, ERROR_RECORD);
  }

  /** The id, a comma, and the source of the command that wrote the record; the comma goes where one part is empty. */
  get fullyQualifiedErrorId(): string {
    const source = this.invocationInfo?.source ?? '';
    return source === '' || this.errorId === '' ? this.errorId + source : `${this.errorId},${source}`;
  }

  /** Sets the command a record came from, unless it has one. */
  attach(invocation: InvocationInfo): this {
    if (this.invocationInfo === undefined) {
      this.invocationInfo = invocation;
      this.pipelineIterationInfo = invocation.pipelineIterationInfo;
      this.categoryInfo.activity ||= invocation.commandName;
    }
    return this;
  }

  /** The text to show: the details' message, else the exception's. */
  toString(): string {
    return this.errorDetails?.message ?? (this.exception.message || this.exception.name);
  }
}

Object.defineProperty(ErrorRecord.prototype, ERROR_RECORD, { value: true });

/** What a value is called inside a message: the type's name where it has no text of its own, or a hostile `toString`. */
function textOf(value: unknown): string {
  try {
    const text = String(value);
    return text === NO_TEXT ? typeNameOf(value) : text;
  } catch {
    return typeNameOf(value);
  }
}

/** What the language says of an object that has no `toString` of its own. */
const NO_TEXT = '[object Object]';

const LONGEST_PART = 40;
const KEPT_OF_EACH_END = 19;

function ellipsis(text: string): string {
  if (text.length <= LONGEST_PART) return text;
  return `${text.slice(0, KEPT_OF_EACH_END)}…${text.slice(-KEPT_OF_EACH_END)}`;
}
