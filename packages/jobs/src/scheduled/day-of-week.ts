/** Names of the days, at the places of their numbers. */
export const daysOfWeek = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** A day of the week. */
export type DayOfWeek = (typeof daysOfWeek)[number];
