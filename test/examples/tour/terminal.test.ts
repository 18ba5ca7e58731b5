import { describe, expect, it } from 'vitest';
import { type Output, shorten, Terminal } from '../../../examples/tour/src/terminal.js';

function written(output: Omit<Output, 'write'>, environment: Readonly<Record<string, string>>) {
  const texts: string[] = [];
  const terminal = new Terminal({ ...output, write: (text: string) => texts.push(text) }, environment);
  return { terminal, texts };
}

describe('Terminal', () => {
  it('writes plain lines, and no progress, on a pipe', () => {
    const { terminal, texts } = written({}, {});
    terminal.progress('half');
    terminal.line('done', 'bold', 'red');
    terminal.close();
    expect(texts).toEqual(['done\n']);
  });

  it('writes colours and progress on a terminal, and clears progress before a line', () => {
    const { terminal, texts } = written({ isTTY: true, columns: 80 }, {});
    terminal.progress('half');
    terminal.line('done', 'red');
    terminal.line('');
    expect(texts).toEqual(['\r\x1b[2K\x1b[36mhalf\x1b[0m', '\r\x1b[2K', '\x1b[31mdone\x1b[0m\n', '\n']);
  });

  it('writes no colours where NO_COLOR says so', () => {
    const { terminal, texts } = written({ isTTY: true }, { NO_COLOR: '1' });
    terminal.line('done', 'red');
    expect(texts).toEqual(['done\n']);
  });

  it('does not draw progress more often than somebody can read', () => {
    const { terminal, texts } = written({ isTTY: true }, { NO_COLOR: '1' });
    for (let count = 0; count < 5; count++) terminal.progress(`${count}`);
    expect(texts).toEqual(['\r\x1b[2K0']);
  });

  it('writes nothing once it is closed', () => {
    const { terminal, texts } = written({ isTTY: true }, {});
    terminal.close();
    terminal.line('late');
    terminal.progress('late');
    expect(texts).toEqual([]);
  });

  it.each([
    ['short', 10, 'short'],
    ['exactly-10', 10, 'exactly-10'],
    ['/home/ada/file.txt', 10, '/ho…le.txt'],
  ])('shortens %s to %i characters, keeping both ends', (text, length, expected) => {
    expect(shorten(text, length)).toBe(expected);
  });
});
