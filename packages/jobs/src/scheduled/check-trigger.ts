import { CmdletException } from '@cmdlet/core';
import { daysOfWeek } from './day-of-week.js';
import type { JobTriggerFacts } from './job-trigger.js';
import { text } from './text.js';

const timed = ['Once', 'Daily', 'Weekly'];
const frequencies = [...timed, 'Cron', 'AtStartup', 'AtLogOn'];

/**
 * Refuses a trigger whose times could not be found, whatever wrote it: `InvalidJobTrigger`, category InvalidArgument. The
 * text names the property, its value and what is valid.
 */
export function checkTrigger(facts: JobTriggerFacts): void {
  const { frequency, at, daysInterval, weeksInterval, repetitionInterval, repetitionDuration, randomDelay } = facts;
  check('frequency', frequency, frequencies.includes(frequency), text.validFrequency(frequencies));
  if (at !== undefined || timed.includes(frequency)) check('at', at, isDate(at), text.validDate);
  check('daysInterval', daysInterval, isWhole(daysInterval), text.validWhole);
  check('weeksInterval', weeksInterval, isWhole(weeksInterval), text.validWhole);
  const days: unknown = facts.daysOfWeek ?? [];
  check('daysOfWeek', days, isDays(days), text.validDays(daysOfWeek));
  check('repetitionInterval', repetitionInterval, isMilliseconds(repetitionInterval, 1), text.validRepetition);
  check('repetitionDuration', repetitionDuration, isMilliseconds(repetitionDuration, 0), text.validMilliseconds);
  check('randomDelay', randomDelay, isMilliseconds(randomDelay, 0), text.validMilliseconds);
  const zone: unknown = facts.timeZone ?? 'UTC';
  check('timeZone', zone, isTimeZone(zone), text.validTimeZone);
  const user: unknown = facts.user ?? '-';
  check('user', user, typeof user === 'string' && user !== '', text.validUser);
}

function check(property: keyof JobTriggerFacts, value: unknown, isValid: boolean, valid: string): void {
  if (isValid) return;
  throw new CmdletException(text.invalidTrigger(property, value, valid), {
    errorId: 'InvalidJobTrigger',
    category: 'InvalidArgument',
    target: value,
  });
}

function isDate(value: unknown): boolean {
  return value instanceof Date && Number.isFinite(value.getTime());
}

function isWhole(value: unknown): boolean {
  return value === undefined || (Number.isSafeInteger(value) && Number(value) >= 1);
}

function isDays(value: unknown): boolean {
  return Array.isArray(value) && value.every((day) => daysOfWeek.some((known) => known === day));
}

/** Less than a millisecond is lost among the digits of a time. */
function isMilliseconds(value: unknown, least: number): boolean {
  return value === undefined || (typeof value === 'number' && Number.isFinite(value) && value >= least);
}

function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) !== undefined;
  } catch {
    return false;
  }
}
