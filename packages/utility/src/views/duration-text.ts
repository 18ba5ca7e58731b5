import type { Duration } from '@cmdlet/core';

/** A length of time by a format of PowerShell's: `c`, `g`, `G`, or a pattern (`hh\:mm\:ss`). */
export function durationText(duration: Duration, format: string): string {
  const ticks = Math.round(Math.abs(duration.milliseconds) * 10_000);
  const parts: Readonly<Record<string, number>> = {
    d: Math.floor(ticks / 864_000_000_000),
    h: Math.floor(ticks / 36_000_000_000) % 24,
    m: Math.floor(ticks / 600_000_000) % 60,
    s: Math.floor(ticks / 10_000_000) % 60,
  };
  const fraction = String(ticks % 10_000_000).padStart(7, '0');
  const sign = duration.milliseconds < 0 ? '-' : '';
  if (/^[ctT]$/.test(format)) return duration.toString();
  const [hours = 0, minutes = '', seconds = ''] = [parts.h, two(parts.m), two(parts.s)];
  if (format === 'g') {
    const short = fraction.replace(/0+$/, '');
    return `${sign}${parts.d === 0 ? '' : `${parts.d}:`}${hours}:${minutes}:${seconds}${short === '' ? '' : `.${short}`}`;
  }
  if (format === 'G') return `${sign}${parts.d}:${two(parts.h)}:${minutes}:${seconds}.${fraction}`;
  if (format.length === 1) throw new RangeError(`'${format}' is no format of a length of time.`);
  return format.replace(
    /\\(.)|'([^']*)'|%|d+|hh?|mm?|ss?|f{1,7}|F{1,7}/g,
    (token, escaped?: string, quoted?: string) => {
      if (escaped !== undefined || quoted !== undefined || token === '%') return escaped ?? quoted ?? '';
      if (token.startsWith('f')) return fraction.slice(0, token.length);
      if (token.startsWith('F')) return fraction.slice(0, token.length).replace(/0+$/, '');
      return String(parts[token.charAt(0)]).padStart(token.length, '0');
    },
  );
}

function two(value: number | undefined): string {
  return String(value).padStart(2, '0');
}
