import { parseExpressionAt } from 'acorn';
import { describe, expect, it } from 'vitest';
import { freeVariables } from '../../../packages/jobs/src/script-block/free-variables.js';

function freeIn(text: string): string[] {
  const options = { ecmaVersion: 'latest', allowImportExportEverywhere: true, locations: true } as const;
  return freeVariables(parseExpressionAt(`(${text})`, 0, options)).map(({ name }) => name);
}

describe('what a function uses and does not declare is found', () => {
  it.each([
    ['a name', '() => outer', ['outer']],
    ['several, each once, in order of use', '() => a + b + a', ['a', 'b']],
    ['a called function', '() => helper(1)', ['helper']],
    ['a template and its tag', `() => tag\`\${value}\``, ['tag', 'value']],
    ['shorthand in an object', '() => ({ outer })', ['outer']],
    ['a computed key', '() => ({ [key]: 1 })', ['key']],
    ['a default value', '(a = outer) => a', ['outer']],
    ['a base class', '() => class extends Base {}', ['Base']],
    ['what is assigned to', '() => { outer = 1; }', ['outer']],
    ['what is destructured into', '() => { [outer] = [1]; }', ['outer']],
    ['a let of an inner block', '() => { { let a = 1; } return a; }', ['a']],
    ['the address of the module', '() => import.meta.url', ['import.meta']],
    ['arguments outside of a function of its own', '() => arguments', ['arguments']],
  ])('%s', (_what, text, expected) => {
    expect(freeIn(text)).toEqual(expected);
  });
});

describe('nothing is found in a function that declares what it uses', () => {
  it.each([
    ['parameters', '({ args: [a, b], ...rest }, c = a) => a + b + c + rest.x'],
    ['variables of all kinds', '() => { const a = 1; let b = a; var c = b; return a + b + c; }'],
    ['a var in an inner block', '() => { if (true) { var a = 1; } return a; }'],
    ['a function that is used before it is declared', '() => { return f(); function f() { return 1; } }'],
    ['its own name', 'function f(n) { return n === 0 ? 1 : f(n - 1); }'],
    ['arguments', 'function () { return arguments.length; }'],
    ['property names', '() => { const o = { outer: 1 }; return o.outer; }'],
    ['labels', '() => { outer: for (;;) { break outer; } }'],
    ['caught errors', '() => { try { f(); } catch (e) { return e; } function f() {} }'],
    ['loop variables', '() => { for (const a of [1]) { for (let i = 0; i < a; i++) i; } }'],
    [
      'classes with fields, methods and private names',
      '() => class A { #x = 1; y = this.#x; static { A.z = 1; } m() { return this.y; } }',
    ],
    ['new.target', 'function f() { return new.target; }'],
    ['what it asks for itself', "() => (typeof window === 'undefined' ? 1 : window.x)"],
    ['what it puts on the global object', '(globalThis) => { globalThis.counter = 1; return counter; }'],
    ['anything, where it calls eval', "() => { eval('var a = 1'); return a; }"],
    ['the parameters of a generator', 'async function* g({ n }) { for (let i = 0; i < n; i++) yield i; }'],
    ['its own import', "async () => { const { join } = await import('node:path'); return join('a', 'b'); }"],
  ])('%s', (_what, text) => {
    expect(freeIn(text)).toEqual([]);
  });
});
