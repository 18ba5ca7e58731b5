import { Cmdlet, Int32, type NeverAsJob, Parameter, type TypedStage, ValidateRange } from '@cmdlet/core';
import { FormatData } from '../views/format-data.js';
import type { FormatOptions } from '../views/format-options.js';
import { FormatCmdlet } from './format-cmdlet.js';
import type { FormatParameters, FormatProperty, FormatStageTypes } from './format-types.js';

/** The parameters of {@link FormatCustom} for records of a type. */
export interface FormatCustomParameters<TRecord> extends FormatParameters<TRecord> {
  readonly property?: FormatProperty<TRecord> | readonly FormatProperty<TRecord>[];
  readonly depth?: number;
}

interface FormatCustomTypes extends FormatStageTypes<unknown> {
  readonly parameters: FormatCustomParameters<this['record']>;
}

/** Draws records by the custom view of their type, else each as a tree of its properties. */
@Cmdlet('Format', 'Custom', {
  aliases: ['fc'],
  asJob: false,
  outputType: FormatData,
  synopsis: 'Draws each record as its custom view or as a tree of its properties.',
  examples: [{ title: 'Two levels deep', code: 'Get-Forecast | Format-Custom -Depth 1' }],
})
export class FormatCustom extends FormatCmdlet implements TypedStage<FormatCustomTypes>, NeverAsJob {
  declare readonly ['~stage']: FormatCustomTypes;
  declare readonly ['~asJob']: false;

  /** Names, wildcards, functions, and calculated properties `{ expression, depth }`. */
  @Parameter({ position: 0, type: [Object] })
  property?: unknown[];

  /** So many levels below the record. Default 5. */
  @ValidateRange(1, 2_147_483_647)
  @Parameter({ type: Int32 })
  depth?: number;

  protected override readonly shape = 'custom';
  protected override readonly keys = ['expression', 'depth'] as const;

  protected override options(): FormatOptions {
    return {
      properties: this.properties(this.property),
      ...(this.depth === undefined ? {} : { depth: this.depth }),
    };
  }
}
