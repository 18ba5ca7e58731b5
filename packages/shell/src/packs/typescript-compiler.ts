import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type * as Swc from '@swc/core';
import type * as TypeScript from 'typescript';
import { text } from '../text.js';
import { PackError } from './pack-error.js';

/** The name under which a compiled module finds what `import.meta` is. */
export const IMPORT_META = '__importMeta';

/** Makes JavaScript of the text of one file, with CommonJS modules and a source map inside. */
type Compiler = (source: string, file: string) => string;

/**
 * What compiles a file: the TypeScript of the pack, else its swc. Both know legacy decorators with the types of properties;
 * compilers that do not are of no use for packs.
 *
 * @throws PackError `TypeScriptNotFound`
 */
export function compilerFor(file: string): Compiler {
  const directory = dirname(file);
  let compiler = compilers.get(directory);
  if (compiler === undefined) {
    compiler = withTypeScript(file) ?? withSwc(file);
    if (compiler === undefined) throw new PackError(text.noCompiler(file), 'TypeScriptNotFound', directory);
    compilers.set(directory, compiler);
  }
  return compiler;
}

/** By folder: settings are those of the nearest tsconfig.json. */
const compilers = new Map<string, Compiler>();

function withTypeScript(file: string): Compiler | undefined {
  const ts = installed<typeof TypeScript>('typescript', file);
  // Versions from 7 on are programs without this interface.
  if (ts?.transpileModule === undefined) return undefined;
  const compilerOptions = {
    ...settingsFor(ts, file),
    module: ts.ModuleKind.CommonJS,
    verbatimModuleSyntax: false,
    esModuleInterop: true,
    inlineSourceMap: true,
    sourceMap: false,
    declaration: false,
    noEmit: false,
  };
  const transformers = { before: [importMeta(ts)] };
  return (source, fileName) => {
    const { outputText, diagnostics = [] } = ts.transpileModule(source, {
      fileName,
      compilerOptions,
      transformers,
      reportDiagnostics: true,
    });
    // Settings that do not fit a single file have no place in it.
    const wrong = diagnostics.find((each) => each.file !== undefined && each.category === ts.DiagnosticCategory.Error);
    if (wrong !== undefined) throw new SyntaxError(messageOf(ts, wrong));
    return outputText;
  };
}

/** `src/index.ts:3:18 '}' expected.` */
function messageOf(ts: typeof TypeScript, { file, start = 0, messageText }: TypeScript.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, ' ');
  if (file === undefined) return message;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return `${file.fileName}:${line + 1}:${character + 1} ${message}`;
}

/** Those of the pack; without a tsconfig.json what `cmdlet new` writes into one. */
function settingsFor(ts: typeof TypeScript, file: string): TypeScript.CompilerOptions {
  const path = ts.findConfigFile(dirname(file), (name) => ts.sys.fileExists(name));
  if (path === undefined) {
    return { target: ts.ScriptTarget.ES2022, experimentalDecorators: true, emitDecoratorMetadata: true };
  }
  const json: unknown = ts.readConfigFile(path, (name) => ts.sys.readFile(name)).config;
  // No file need be found: only settings are asked for.
  const host = { ...ts.sys, readDirectory: () => [] };
  return ts.parseJsonConfigFileContent(json, host, dirname(path)).options;
}

/** CommonJS has no `import.meta`. */
function importMeta(ts: typeof TypeScript): TypeScript.TransformerFactory<TypeScript.SourceFile> {
  return (context) => (sourceFile) => {
    const visit = (node: TypeScript.Node): TypeScript.Node =>
      ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword
        ? ts.factory.createIdentifier(IMPORT_META)
        : ts.visitEachChild(node, visit, context);
    return ts.visitEachChild(sourceFile, visit, context);
  };
}

function withSwc(file: string): Compiler | undefined {
  const swc = installed<typeof Swc>('@swc/core', file);
  return (
    swc &&
    ((source, filename) =>
      swc.transformSync(source, {
        filename,
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'commonjs', importInterop: 'node' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true, tsx: filename.endsWith('x') },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
          keepClassNames: true,
        },
      }).code)
  );
}

/** Of the pack, not of ours: nothing is bundled that is this big. */
function installed<T>(name: string, file: string): T | undefined {
  try {
    return createRequire(file)(name) as T;
  } catch {
    return undefined;
  }
}
