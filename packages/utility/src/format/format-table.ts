import { Cmdlet, type NeverAsJob, Parameter, Switch, type TypedStage } from '@cmdlet/core';
import { FormatData } from '../views/format-data.js';
import type { FormatOptions } from '../views/format-options.js';
import { FormatCmdlet } from './format-cmdlet.js';
import type { FormatParameters, FormatProperty, FormatStageTypes } from './format-types.js';

/** The parameters of {@link FormatTable} for records of a type. */
export interface FormatTableParameters<TRecord> extends FormatParameters<TRecord> {
  readonly property?: FormatProperty<TRecord> | readonly FormatProperty<TRecord>[];
  readonly autoSize?: boolean;
  readonly repeatHeader?: boolean;
  readonly hideTableHeaders?: boolean;
  readonly wrap?: boolean;
}

interface FormatTableTypes extends FormatStageTypes<unknown> {
  readonly parameters: FormatTableParameters<this['record']>;
}

/** Draws records as a table: by their view, or by the properties of the first one, ten at most. */
@Cmdlet('Format', 'Table', {
  aliases: ['ft'],
  asJob: false,
  outputType: FormatData,
  synopsis: 'Draws records as a table.',
  examples: [
    { title: 'Some properties', code: 'Get-Forecast | Format-Table City, Temperature' },
    {
      title: 'A column of its own making',
      code: "Get-File | Format-Table Name, @{ label = 'KB'; expression = { $_.Length / 1kb }; formatString = 'N1'; width = 10 }",
    },
    { title: 'Under headings', code: 'Get-Job | Format-Table -GroupBy State' },
  ],
})
export class FormatTable extends FormatCmdlet implements TypedStage<FormatTableTypes>, NeverAsJob {
  declare readonly ['~stage']: FormatTableTypes;
  declare readonly ['~asJob']: false;

  /** Names, wildcards, functions, and calculated properties `{ label, expression, width, alignment, formatString }`. */
  @Parameter({ position: 0, type: [Object] })
  property?: unknown[];

  /** Waits for all records, so that every column is as wide as its widest value. */
  @Parameter({ type: Switch })
  autoSize?: boolean;

  /** Repeats the header on each page of the screen. */
  @Parameter({ type: Switch })
  repeatHeader = false;

  /** Leaves the header out. */
  @Parameter({ type: Switch })
  hideTableHeaders?: boolean;

  /** Long texts go on in the next line instead of being cut. */
  @Parameter({ type: Switch })
  wrap?: boolean;

  protected override readonly shape = 'table';
  protected override readonly keys = ['expression', 'label', 'width', 'alignment', 'formatString'] as const;

  protected override options(): FormatOptions {
    const { autoSize, repeatHeader, hideTableHeaders, wrap } = this;
    return {
      properties: this.properties(this.property),
      repeatHeader,
      ...(autoSize === undefined ? {} : { autoSize }),
      ...(hideTableHeaders === undefined ? {} : { hideTableHeaders }),
      ...(wrap === undefined ? {} : { wrap }),
    };
  }
}
