/** The record that all pipelines of the benchmarks carry. */
export interface Item {
  readonly id: number;
  readonly name: string;
  readonly value: number;
}

/** So many records with running ids. */
export function makeItems(count: number): Item[] {
  return Array.from({ length: count }, (_, id) => ({ id, name: `item ${id}`, value: id % 1000 }));
}
