import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What a pack depends on: the packages as they were built last, and the compiler. */
const DEPENDENCIES: Readonly<Record<string, string>> = {
  '@cmdlet/core': 'packages/core',
  '@cmdlet/testing': 'packages/testing',
  typescript: 'node_modules/typescript',
};

/** A pack in a folder of its own. */
export class TemporaryPack {
  readonly folder = mkdtempSync(join(tmpdir(), 'cmdlet-pack-'));

  /**
   * @param files by path; a package.json and a tsconfig.json for TypeScript are there unless given
   * @param dependencies what is installed
   */
  constructor(files: Readonly<Record<string, string>>, dependencies: readonly string[] = Object.keys(DEPENDENCIES)) {
    for (const name of dependencies) {
      const link = join(this.folder, 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(root, DEPENDENCIES[name] as string), link, 'junction');
    }
    for (const [path, text] of Object.entries({ 'package.json': manifest, ...files })) this.write(path, text);
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  delete(path: string): void {
    rmSync(join(this.folder, path));
  }

  has(path: string): boolean {
    return existsSync(join(this.folder, path));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const manifest = JSON.stringify({
  name: 'weather',
  version: '1.0.0',
  type: 'module',
  cmdlets: { module: './dist/index.js', index: './dist/cmdlets.json' },
});

export const tsconfig = JSON.stringify({
  compilerOptions: {
    target: 'ES2022',
    module: 'NodeNext',
    lib: ['ES2023', 'ESNext.Disposable'],
    types: [],
    rootDir: 'src',
    outDir: 'dist',
    sourceMap: true,
    strict: true,
    skipLibCheck: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
  },
  include: ['src'],
});

export const derivedTypes = `import type {} from '@cmdlet/core';
declare module '@cmdlet/core' {
  interface DerivedByBuild {
    readonly listTypes: true;
  }
}
`;

export const forecastSource = `import { Cmdlet, Parameter, PSCmdlet } from '@cmdlet/core';
import type { Scale } from './scale.js';

/**
 * Tells the weather. It asks a station.
 *
 * @remarks Nobody knows more.
 * @example Of one city
 * PS> Get-Forecast Oslo
 * Oslo: rain, Celsius
 * @see https://example.org/weather
 */
@Cmdlet('Get', 'Forecast', { outputType: String })
export class GetForecast extends PSCmdlet<string> {
  /** City to look up. */
  @Parameter({ mandatory: true, position: 0, valueFromPipeline: true })
  city!: string;

  /** How temperatures are told. */
  @Parameter()
  scale: Scale = 'Celsius';

  /** What else to tell. */
  @Parameter()
  detail?: string[];

  override *processRecord(): Generator<string> {
    yield \`\${this.city}: \${['rain', ...(this.detail ?? []), this.scale].join(', ')}\`;
  }
}
`;

/** A pack of one cmdlet, in TypeScript. */
export const weatherFiles: Readonly<Record<string, string>> = {
  'tsconfig.json': tsconfig,
  'src/derived.d.ts': derivedTypes,
  'src/scale.ts': "export type Scale = 'Celsius' | 'Fahrenheit';\n",
  'src/get-forecast.ts': forecastSource,
  'src/index.ts': `import { definePack } from '@cmdlet/core';
import { GetForecast } from './get-forecast.js';

export { GetForecast };
export const pack = definePack({ name: 'weather', version: '1.0.0', cmdlets: [GetForecast] });
`,
};
