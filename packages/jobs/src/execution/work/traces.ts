import type { WorkSource } from '../executor.js';

/**
 * What work may leave behind in the thread that it runs in, as far as the text of a function tells:
 *
 * - `visible`: only what is seen when global objects are gone through;
 * - `hidden`: what is seen when they are looked at closely;
 * - `lasting`: what is not seen, or cannot be taken back: modules, code made of text, the process.
 */
export type Traces = 'visible' | 'hidden' | 'lasting';

/** What any of these sources may leave behind. */
export function tracesOf(sources: readonly (WorkSource | undefined)[]): Traces {
  let most: Traces = 'visible';
  for (const source of sources) {
    if (source === undefined) continue;
    if (source.kind !== 'function' || LASTING.test(source.text)) return 'lasting';
    if (HIDING.test(source.text)) most = 'hidden';
  }
  return most;
}

const LASTING = /\b(?:import|require|eval|Function|constructor|process|WebAssembly|__vite_ssr_dynamic_import__)\b|\\u/;

/** What can make properties that are not enumerated, or accessors: what defines them, symbols, other names of those. */
const HIDING =
  /\b(?:Object|Reflect|Symbol|globalThis|global|self|this|captureStackTrace|__define[GS]etter__|__proto__)\b/;
