/** Bars on a terminal, as a terminal shows them. */
import { ProgressRecord } from '@cmdlet/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { painter } from '../../../packages/shell/src/host/colors.js';
import { ProgressDisplay } from '../../../packages/shell/src/host/progress-display.js';
import { TextStream } from '../command.js';

/** A terminal that knows two sequences: cursor up, and clear to the end. */
class Terminal extends TextStream {
  columns = 60;

  /** The lines that are on it. */
  get screen(): string[] {
    const lines: string[] = [''];
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is how a terminal is steered
    for (const [part] of this.text.matchAll(/\u001b\[\d+[AJ]|\n|[^\u001b\n]+/gu)) {
      const up = /\[(\d+)A/u.exec(part);
      if (part === '\n') lines.push('');
      else if (up !== null) this.#goUp(lines, Number(up[1]));
      else if (!part.startsWith('\u001B')) {
        const rest = part.match(new RegExp(`.{1,${this.columns}}`, 'gu')) ?? [];
        lines.push((lines.pop() ?? '') + (rest.shift() ?? ''), ...rest);
      }
    }
    return lines;
  }

  #goUp(lines: string[], rows: number): void {
    lines.splice(lines.length - 1 - rows, rows + 1, '');
  }
}

let terminal: Terminal;
let display: ProgressDisplay;

beforeEach(() => {
  vi.useFakeTimers();
  terminal = new Terminal();
  display = new ProgressDisplay(terminal, painter(false));
});
afterEach(() => vi.useRealTimers());

function show(facts: ConstructorParameters<typeof ProgressRecord>[0]): void {
  display.show(new ProgressRecord(facts));
  vi.advanceTimersByTime(100);
}

it('shows the activity, how far it is and the time that is left', () => {
  show({
    activity: 'Hashing',
    statusDescription: '3/6',
    percentComplete: 50,
    secondsRemaining: 72,
    currentOperation: 'a.bin',
  });
  expect(terminal.screen).toEqual(['Hashing [############------------]  50% 3/6 a.bin 01:12', '']);
});

it('shows parts below what they are part of', () => {
  show({ activityId: 2, parentActivityId: 1, activity: 'Part', statusDescription: 's' });
  show({ activityId: 3, activity: 'Other', statusDescription: 's' });
  show({ activityId: 1, activity: 'All', statusDescription: 's' });
  expect(terminal.screen).toEqual(['Other s', 'All s', '  Part s', '']);
});

it('keeps output above the bars', () => {
  show({ activity: 'Hashing', statusDescription: 's' });
  display.above(() => terminal.write('output\n'));
  vi.advanceTimersByTime(100);
  expect(terminal.screen).toEqual(['output', 'Hashing s', '']);
});

it('leaves nothing when it ends', () => {
  show({ activity: 'Hashing', statusDescription: 's' });
  display.end();
  vi.advanceTimersByTime(1000);
  expect(terminal.screen).toEqual(['']);
});

it('takes an activity away that is completed', () => {
  show({ activity: 'Hashing', statusDescription: 's' });
  show({ activity: 'Hashing', statusDescription: 's', completed: true });
  expect(terminal.screen).toEqual(['']);
});

describe('a line never breaks', () => {
  it.each([
    ['wide characters', '測'.repeat(60)],
    ['what steers a terminal', `a\u001B[2Jb\r\nc\u0007${'x'.repeat(80)}`],
  ])('by %s', (_, statusDescription) => {
    show({ activity: 'A', statusDescription });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must not get through
    expect(terminal.text).not.toMatch(/[\u0007\r\u001b]/u);
    const [line = ''] = terminal.text.split('\n');
    const cells = Array.from(line).reduce((sum, character) => sum + (character === '測' ? 2 : 1), 0);
    expect(cells).toBeLessThan(60);
    expect(line.endsWith('…')).toBe(true);
  });
});

it('clears lines that a narrower terminal has broken', () => {
  show({ activity: 'A'.repeat(50), statusDescription: 's' });
  terminal.columns = 30;
  show({ activity: 'A'.repeat(50), statusDescription: 's' });
  expect(terminal.screen).toEqual([`${'A'.repeat(28)}…`, '']);
});

it('begins on a line of its own where the output ends within one, and so does a message', () => {
  display.aboveOutput(() => terminal.write('[\n  {}'), '[\n  {}');
  show({ activity: 'Hashing', statusDescription: 'a' });
  expect(terminal.screen).toEqual(['[', '  {}', 'Hashing a', '']);
  display.aboveOutput(() => terminal.write(',\n  {}'), ',\n  {}');
  display.above(() => terminal.write('WARNING: late\n'));
  vi.advanceTimersByTime(100);
  expect(terminal.screen).toEqual(['[', '  {}', ',', '  {}', 'WARNING: late', 'Hashing a', '']);
});
