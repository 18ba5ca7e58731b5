import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The packages of this repository that a new pack depends on, and the one that makes it. */
const ownPackages = ['core', 'jobs', 'utility', 'testing', 'shell', 'create-cmdlet'];

/**
 * A registry on this machine, so that packages are installed as users install them, and without a network.
 *
 * It has the packages of this repository, as `npm pack` packs them, and everything in `node_modules`.
 */
export class Registry {
  /** What npm is told by the environment: this registry, and a cache of its own. */
  readonly environment: Readonly<Record<string, string>>;
  /** The folder of the packed packages of this repository. */
  readonly packed: string;
  readonly #folder: string;
  readonly #server: Server;
  readonly #tarballs = new Map<string, Buffer>();

  static async start(): Promise<Registry> {
    const folder = mkdtempSync(join(tmpdir(), 'registry-'));
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const registry = new Registry(folder, server);
    mkdirSync(registry.packed);
    await npmPack(
      ownPackages.map((name) => join(root, 'packages', name)),
      registry.packed,
    );
    return registry;
  }

  private constructor(folder: string, server: Server) {
    this.#folder = folder;
    this.#server = server;
    this.packed = join(folder, 'packed');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    this.environment = {
      npm_config_registry: address,
      npm_config_cache: join(folder, 'cache'),
      npm_config_userconfig: join(folder, 'npmrc'),
      npm_config_update_notifier: 'false',
    };
    server.on('request', ({ url = '' }, response) => {
      const answer = this.#answer(decodeURIComponent(url.slice(1)), address);
      response.writeHead(answer === undefined ? 404 : 200).end(answer);
    });
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** `rxjs` is asked for what versions there are, `rxjs.tgz` for the package itself. */
  #answer(path: string, address: string): Buffer | string | undefined {
    const name = path.replace(/\.tgz$/, '');
    const directory = join(root, 'node_modules', name);
    if (!existsSync(join(directory, 'package.json')) && name !== 'create-cmdlet') return undefined;
    const tarball = this.#tarball(name, directory);
    return path.endsWith('.tgz') ? tarball : this.#versions(name, directory, tarball, address);
  }

  #versions(name: string, directory: string, tarball: Buffer, address: string): string {
    const folder = existsSync(directory) ? directory : join(root, 'packages', name);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string };
    const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
    const dist = { tarball: `${address}${encodeURIComponent(name)}.tgz`, integrity };
    const { version } = manifest;
    return JSON.stringify({
      name,
      'dist-tags': { latest: version },
      versions: { [version]: { ...manifest, scripts: undefined, dist } },
    });
  }

  #tarball(name: string, directory: string): Buffer {
    const own = join(this.packed, `${name.replace(/^@/, '').replace('/', '-')}-0.1.0.tgz`);
    if (existsSync(own)) return readFileSync(own);
    let tarball = this.#tarballs.get(name);
    if (tarball === undefined) {
      tarball = gzipSync(tarOf(directory), { level: 1 });
      this.#tarballs.set(name, tarball);
    }
    return tarball;
  }
}

/** Packs packages into a folder, as they would be published. */
async function npmPack(folders: readonly string[], destination: string): Promise<void> {
  const options = ['--silent', '--ignore-scripts', '--pack-destination', destination];
  await promisify(execFile)('npm', ['pack', ...folders, ...options], {
    cwd: root,
    shell: process.platform === 'win32',
  });
}

/** A tar file with what is in a folder, without packages in it. */
function tarOf(directory: string): Buffer {
  const blocks: Buffer[] = [];
  const add = (folder: string, path: string): void => {
    for (const { name } of readdirSync(folder, { withFileTypes: true })) {
      const file = join(folder, name);
      if (name === 'node_modules') continue;
      if (statSync(file).isDirectory()) add(file, `${path}/${name}`);
      else blocks.push(...entryOf(`${path}/${name}`, readFileSync(file), statSync(file).mode));
    }
  };
  add(directory, 'package');
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}

const BLOCK = 512;

/** One file: a block that describes it, and its content, filled up to whole blocks. */
function entryOf(path: string, content: Buffer, mode: number): readonly Buffer[] {
  const header = Buffer.alloc(BLOCK);
  // A path that is longer than a hundred bytes is divided at a slash.
  const division = path.length > 100 ? path.lastIndexOf('/', 155) : -1;
  const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;
  header.write(path.slice(division + 1), 0);
  header.write(octal(mode & 0o777, 8), 100);
  header.write(octal(content.length, 12), 124);
  header.write(octal(0, 12), 136);
  header.write('        0', 148);
  header.write('ustar\x0000', 257);
  header.write(path.slice(0, Math.max(division, 0)), 345);
  header.write(
    octal(
      header.reduce((sum, byte) => sum + byte),
      7,
    ),
    148,
  );
  return [header, content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)];
}
