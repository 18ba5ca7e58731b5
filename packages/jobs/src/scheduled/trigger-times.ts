const DAY = 24 * 60 * 60 * 1000;

/** The time itself, or a repetition of it, that comes first after another time. */
export function nextOnce(
  at: Date,
  interval: number | undefined,
  duration: number | undefined,
  after: number,
): number | undefined {
  const first = at.getTime();
  if (after < first) return first;
  if (interval === undefined) return undefined;
  const next = first + (Math.floor((after - first) / interval) + 1) * interval;
  return duration !== undefined && next > first + duration ? undefined : next;
}

/**
 * The first of every so many days, at the same time of day by the clock on the wall, that comes after another time;
 * undefined where that is later than any date can be.
 */
export function nextDaily(at: Date, interval: number, after: number): number | undefined {
  // Days are up to an hour longer or shorter where clocks are changed.
  let count = Math.max(0, Math.floor((after - at.getTime()) / (interval * DAY)) - 1);
  for (;;) {
    const time = daysLater(at, count * interval);
    if (Number.isNaN(time)) return undefined;
    if (time > after) return time;
    count++;
  }
}

/**
 * As {@link nextDaily}, for some days of every so many weeks, which begin on Sunday.
 *
 * @param days numbers of the days, Sunday is 0
 */
export function nextWeekly(at: Date, interval: number, days: readonly number[], after: number): number | undefined {
  if (days.length === 0) return undefined;
  const sorted = [...days].sort((a, b) => a - b);
  let count = Math.max(0, Math.floor((after - at.getTime()) / (interval * 7 * DAY)) - 1);
  for (;;) {
    for (const day of sorted) {
      const time = daysLater(at, count * interval * 7 + day - at.getDay());
      if (Number.isNaN(time)) return undefined;
      if (time > after && time >= at.getTime()) return time;
    }
    count++;
  }
}

function daysLater(at: Date, days: number): number {
  const time = new Date(at);
  return time.setDate(time.getDate() + days);
}
