import type { OutputStream } from '../surroundings.js';

/** Colours and weights that are used, by what they mean. */
const codes = {
  error: '31;1',
  warning: '33;1',
  accent: '36;1',
  header: '32;1',
  faint: '2',
} as const;

export type Style = keyof typeof codes;

/** Puts a style around text; without colours the text stays as it is. */
export type Painter = (style: Style, text: string) => string;

/**
 * Whether a stream gets colours: a terminal does, unless `NO_COLOR` is set or it calls itself dumb. `FORCE_COLOR` wins;
 * `FORCE_COLOR=0` takes them away.
 */
export function wantsColors(stream: OutputStream, environment: Readonly<Record<string, string | undefined>>): boolean {
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: terminal } = environment;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (none !== undefined && none !== '') return false;
  return stream.isTTY === true && terminal !== 'dumb';
}

/** A painter with or without colours. */
export function painter(colors: boolean): Painter {
  if (!colors) return (_style, text) => text;
  return (style, text) => `\u001B[${codes[style]}m${text}\u001B[0m`;
}
