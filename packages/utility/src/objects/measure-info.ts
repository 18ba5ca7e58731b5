/** What `Measure-Object` found out about numbers, or about values that have an order; null where it was not asked for. */
export class GenericMeasureInfo {
  constructor(
    readonly count: number,
    readonly average: number | null,
    readonly sum: number | null,
    readonly maximum: number | null,
    readonly minimum: number | null,
    readonly standardDeviation: number | null,
    /** The property that was measured; null if the records themselves were. */
    readonly property: string | null,
  ) {}
}

/** The same where the largest and the smallest are no numbers. */
export class GenericObjectMeasureInfo {
  constructor(
    readonly count: number,
    readonly average: number | null,
    readonly sum: number | null,
    readonly maximum: unknown,
    readonly minimum: unknown,
    readonly standardDeviation: number | null,
    readonly property: string | null,
  ) {}
}

/** What `Measure-Object` counted in texts; null where it was not asked for. */
export class TextMeasureInfo {
  constructor(
    readonly lines: number | null,
    readonly words: number | null,
    readonly characters: number | null,
    readonly property: string | null,
  ) {}
}
