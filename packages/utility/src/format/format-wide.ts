import { Cmdlet, Int32, type NeverAsJob, Parameter, Switch, type TypedStage, ValidateRange } from '@cmdlet/core';
import { FormatData } from '../views/format-data.js';
import type { FormatOptions } from '../views/format-options.js';
import { text } from '../views/text.js';
import { viewError } from '../views/view-error.js';
import { FormatCmdlet } from './format-cmdlet.js';
import type { FormatParameters, FormatProperty, FormatStageTypes } from './format-types.js';

/** The parameters of {@link FormatWide} for records of a type. */
export interface FormatWideParameters<TRecord> extends FormatParameters<TRecord> {
  readonly property?: FormatProperty<TRecord>;
  readonly autoSize?: boolean;
  readonly column?: number;
}

interface FormatWideTypes extends FormatStageTypes<unknown> {
  readonly parameters: FormatWideParameters<this['record']>;
}

/** Draws one property of each record, in columns side by side. */
@Cmdlet('Format', 'Wide', {
  aliases: ['fw'],
  asJob: false,
  outputType: FormatData,
  synopsis: 'Draws one property of each record, in columns side by side.',
  examples: [{ title: 'Names in as many columns as fit', code: 'Get-File | Format-Wide Name -AutoSize' }],
})
export class FormatWide extends FormatCmdlet implements TypedStage<FormatWideTypes>, NeverAsJob {
  declare readonly ['~stage']: FormatWideTypes;
  declare readonly ['~asJob']: false;

  /** One name, function, or calculated property `{ expression, formatString }`. */
  @Parameter({ position: 0, type: Object })
  property: unknown;

  /** As many columns as the widest value allows; waits for all records. */
  @Parameter({ type: Switch })
  autoSize?: boolean;

  /** So many columns. Default 2. */
  @ValidateRange(1, 2_147_483_647)
  @Parameter({ type: Int32 })
  column?: number;

  protected override readonly shape = 'wide';
  protected override readonly keys = ['expression', 'formatString'] as const;

  protected override options(): FormatOptions {
    const { autoSize, column } = this;
    if (autoSize === true && column !== undefined) {
      throw viewError(text.autoSizeAndColumn, 'FormatCannotSpecifyAutosizeAndColumns');
    }
    return {
      properties: this.properties(this.property === undefined ? undefined : [this.property]),
      ...(autoSize === undefined ? {} : { autoSize }),
      ...(column === undefined ? {} : { columns: column }),
    };
  }
}
