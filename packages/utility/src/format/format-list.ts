import { Cmdlet, type NeverAsJob, Parameter, type TypedStage } from '@cmdlet/core';
import { FormatData } from '../views/format-data.js';
import type { FormatOptions } from '../views/format-options.js';
import { FormatCmdlet } from './format-cmdlet.js';
import type { FormatParameters, FormatProperty, FormatStageTypes } from './format-types.js';

/** The parameters of {@link FormatList} for records of a type. */
export interface FormatListParameters<TRecord> extends FormatParameters<TRecord> {
  readonly property?: FormatProperty<TRecord> | readonly FormatProperty<TRecord>[];
}

interface FormatListTypes extends FormatStageTypes<unknown> {
  readonly parameters: FormatListParameters<this['record']>;
}

/** Draws each record as a list of its properties, one a line. */
@Cmdlet('Format', 'List', {
  aliases: ['fl'],
  asJob: false,
  outputType: FormatData,
  synopsis: 'Draws each record as a list of its properties.',
  examples: [
    { title: 'Everything', code: 'Get-Job | Format-List *' },
    { title: 'Some properties', code: 'Get-Forecast | Format-List City, Temp*' },
  ],
})
export class FormatList extends FormatCmdlet implements TypedStage<FormatListTypes>, NeverAsJob {
  declare readonly ['~stage']: FormatListTypes;
  declare readonly ['~asJob']: false;

  /** Names, wildcards, functions, and calculated properties `{ label, expression, formatString }`. */
  @Parameter({ position: 0, type: [Object] })
  property?: unknown[];

  protected override readonly shape = 'list';
  protected override readonly keys = ['expression', 'label', 'formatString'] as const;

  protected override options(): FormatOptions {
    return { properties: this.properties(this.property) };
  }
}
