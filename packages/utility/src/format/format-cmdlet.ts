import { CmdletException, enumOf, Parameter, PSCmdlet, Switch } from '@cmdlet/core';
import { cellText } from '../views/cell-text.js';
import type { ErrorView } from '../views/error-text.js';
import { errorLines } from '../views/error-text.js';
import { type FormatData, type FormatPacket, TextEntry } from '../views/format-data.js';
import type { EnumerableExpansion, FormatOptions, ViewShape } from '../views/format-options.js';
import { RecordFormatter } from '../views/record-formatter.js';
import { text } from '../views/text.js';
import { viewError } from '../views/view-error.js';
import { type PropertyKey, type ViewProperty, viewProperty } from '../views/view-property.js';
import { enumerationLimitOf, errorViewOf } from './view-preferences.js';

/** Base of the `Format-*` cmdlets: what they have in common, and how records become format data. */
export abstract class FormatCmdlet extends PSCmdlet<FormatData> {
  /** The records, mostly from the pipeline. */
  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** A property or function by whose values the records are put under headings, as they come. */
  @Parameter({ type: Object })
  groupBy: unknown;

  /** Name of a view that is declared for the records' type. */
  @Parameter({ type: String })
  view?: string;

  /** Shows the errors of functions among the output. */
  @Parameter({ type: Switch })
  showError = false;

  /** Shows `#ERR` in the place of what could not be computed. */
  @Parameter({ type: Switch })
  displayError = false;

  /** Formats texts and numbers as objects, too. */
  @Parameter({ type: Switch })
  force = false;

  /** Of a collection that is one record: its elements (`EnumOnly`, the default), itself, or both. */
  @Parameter({ type: enumOf(['CoreOnly', 'EnumOnly', 'Both']) })
  expand?: EnumerableExpansion;

  protected abstract readonly shape: ViewShape;
  /** Keys of a calculated property that the command understands. */
  protected abstract readonly keys: readonly PropertyKey[];
  #formatter: RecordFormatter | undefined;
  #failures: { readonly cause: unknown; readonly expression: string; readonly value: unknown }[] = [];

  override beginProcessing(): void {
    const options = { ...this.#commonOptions(), ...this.options() };
    if (options.view !== undefined && (options.properties?.length ?? 0) > 0) {
      throw viewError(text.viewAndProperty, 'FormatCannotSpecifyViewAndProperty');
    }
    this.#formatter = new RecordFormatter(options, (packet) => void this.writeObject(packet));
  }

  override processRecord(): void {
    this.#formatter?.accept(this.inputObject);
    if (this.#failures.length === 0) return;
    for (const failure of this.#failures.splice(0)) {
      for (const line of failureLines(failure)) void this.writeObject(new TextEntry(line) satisfies FormatPacket);
    }
  }

  override endProcessing(): void {
    this.#formatter?.end();
  }

  /** What the command's own parameters ask for. */
  protected abstract options(): FormatOptions;

  /** The properties that the user gave, checked. */
  protected properties(given: readonly unknown[] | undefined): readonly ViewProperty[] {
    return (given ?? []).map((argument) => viewProperty(argument, this.keys));
  }

  #commonOptions(): FormatOptions {
    const { groupBy, view, expand, force } = this;
    return {
      shape: this.shape,
      displayError: this.displayError,
      force,
      enumerationLimit: enumerationLimitOf(this),
      errorView: errorViewOf(this),
      ...(groupBy === undefined ? {} : { groupBy: viewProperty(groupBy, ['expression', 'label']) }),
      ...(view === undefined ? {} : { view }),
      ...(expand === undefined ? {} : { expand }),
      ...(this.showError
        ? {
            onError: (cause: unknown, expression: string, value: unknown) =>
              this.#failures.push({ cause, expression, value }),
          }
        : {}),
    };
  }
}

function failureLines({ cause, expression, value }: { cause: unknown; expression: string; value: unknown }): string[] {
  const { errorRecord } = new CmdletException(text.expressionFailed(expression, cellText(cause)), {
    errorId: 'PSPropertyExpressionError',
    category: 'InvalidArgument',
    target: value,
    cause,
  });
  return errorLines(errorRecord, 'ConciseView' satisfies ErrorView);
}
