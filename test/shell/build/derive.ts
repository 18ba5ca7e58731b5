import ts from 'typescript';
import { deriveFile } from '../../../packages/shell/src/build/derive/derive-file.js';
import type { FileDerivation } from '../../../packages/shell/src/build/derive/file-derivation.js';
import { derivationTransformer } from '../../../packages/shell/src/build/derive/transformer.js';

/** The program of all files of one test file, so that the library is read once. */
export class DerivedSources {
  readonly #program: ts.Program;
  readonly #sources: ReadonlyMap<string, string>;

  /** @param sources files by name: `/get-row.ts`; what they import of the core need not exist */
  constructor(sources: Readonly<Record<string, string>>) {
    this.#sources = new Map(Object.entries(sources));
    const options: ts.CompilerOptions = {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2022.d.ts'],
      types: [],
      strict: true,
      experimentalDecorators: true,
    };
    const host = ts.createCompilerHost(options);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (name, version, ...rest) => {
      const text = this.#sources.get(name);
      return text === undefined ? read(name, version, ...rest) : ts.createSourceFile(name, text, version, true);
    };
    const exists = host.fileExists.bind(host);
    host.fileExists = (name) => this.#sources.has(name) || exists(name);
    this.#program = ts.createProgram({ rootNames: [...this.#sources.keys()], options, host });
  }

  derivation(name: string): FileDerivation | undefined {
    const file = this.#program.getSourceFile(name);
    if (file === undefined) throw new Error(`no ${name}`);
    return deriveFile(ts, this.#program.getTypeChecker(), file);
  }

  /** What the compiler makes of a file. */
  emitted(name: string): string {
    const file = this.#program.getSourceFile(name);
    let code = '';
    const before = [derivationTransformer(ts, (each) => this.derivation(each.fileName))];
    this.#program.emit(file, (_path, text) => (code = text), undefined, false, { before });
    return code;
  }
}

/** Where a class with these members and this comment stands in a file, and its decorator calls as they are emitted. */
export function rowOf(members: string, comment = ''): string {
  return `import { Cmdlet, Parameter, PSCmdlet, ValidateSet, AllowNull, Int32, Switch, nullable, enumOf } from '@cmdlet/core';
import { type Level, type Scale, Colour, Weekday, Size, Station, CITY, LIMITS, open } from './types.js';
${comment}
@Cmdlet('Get', 'Row')
export class GetRow extends PSCmdlet<string> {
  ${members}
}
`;
}

export const typesSource = `
export type Level = 'Low' | 'Middle' | 'High';
export const scales = ['Celsius', 'Fahrenheit'] as const;
export type Scale = (typeof scales)[number];
export enum Colour { Red, Green = 5, Blue }
export const enum Weekday { Monday = 'mon', Friday = 'fri' }
export enum Size { Small = 'S'.length, Large = 2 }
export class Station { constructor(readonly name: string) {} }
export interface Place { readonly city: string }
export const CITY = 'Oslo';
export const LIMITS = { Small: -1, cities: [CITY] } as const;
export const open = { Small: 1 };
declare global {
  interface Address { readonly host: string }
  var Address: { new (host: string): Address };
}
`;
