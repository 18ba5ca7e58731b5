/**
 * Records for a run that is stopped at a chosen one: the signal fires just before it is handed out, the first is 1.
 *
 * @example
 * const result = await run(GetForecast, {}, abortAt(['Oslo', 'Rome', 'Bern'], 2));
 * result.state; // 'Stopped'
 */
export function abortAt<TRecord>(
  records: Iterable<TRecord>,
  place: number,
): { readonly input: Iterable<TRecord>; readonly signal: AbortSignal } {
  const controller = new AbortController();
  return { input: stopping(records, place, controller), signal: controller.signal };
}

function* stopping<TRecord>(
  records: Iterable<TRecord>,
  place: number,
  controller: AbortController,
): Generator<TRecord> {
  let number = 0;
  for (const record of records) {
    if (++number === place) controller.abort();
    yield record;
  }
}
