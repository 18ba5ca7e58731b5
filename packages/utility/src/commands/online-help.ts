import { spawn } from 'node:child_process';
import { CmdletException, type CommandDescription, type Session } from '@cmdlet/core';
import { text } from './text.js';

/**
 * Shows pages of the web: a service for hosts and tests that do it in their own way. Without it the browser of the
 * system is used.
 *
 * @example
 * const session = await Session.create({ packs: [utilityPack], services: [[LinkOpener, new LinkOpener(show)]] });
 */
export class LinkOpener {
  /** @param open rejects if the page cannot be shown */
  constructor(readonly open: (address: string) => Promise<void>) {}
}

/**
 * Shows the page that a command names as its help: the first of its links with an address of the web.
 *
 * @throws CmdletException `InvalidOperation` if there is none, or it cannot be shown; the message tells the address
 */
export async function showOnlineHelp(
  { name, links = [] }: Pick<CommandDescription, 'name' | 'links'>,
  open: LinkOpener['open'],
): Promise<void> {
  const address = links.map(({ uri }) => uri).find((uri) => uri !== undefined && isWebAddress(uri));
  if (address === undefined) throw failure(text.noOnlineHelp(name), name);
  try {
    await open(address);
  } catch (error) {
    throw failure(text.cannotOpen(address, error instanceof Error ? error.message : String(error)), address, error);
  }
}

/** How a session shows pages. */
export function linkOpenerOf(session: Session): LinkOpener['open'] {
  try {
    return session.resolve(LinkOpener).open;
  } catch (error) {
    if (error instanceof CmdletException && error.errorId === 'ServiceNotFound') return openInBrowser;
    throw error;
  }
}

/**
 * Shows a page of the web in the browser of the system.
 *
 * Rejects if there is no program for it, or if that fails at once; some of them go on as long as the page is shown.
 */
export function openInBrowser(address: string): Promise<void> {
  const [program, ...words] = BROWSERS[process.platform] ?? ['xdg-open'];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...words, address], { stdio: 'ignore', detached: true });
    child.unref();
    const timer = setTimeout(resolve, LONG_ENOUGH);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(text.programFailed(program, code)));
    });
  });
}

/** Programs that show what they are given in the program for it. */
const BROWSERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Milliseconds after which a program that goes on shows the page. */
const LONG_ENOUGH = 3000;

/** Nothing else is handed to the system: it may be a program. */
function isWebAddress(uri: string): boolean {
  return URL.canParse(uri) && /^https?:$/.test(new URL(uri).protocol);
}

function failure(message: string, target: string, cause?: unknown): CmdletException {
  return new CmdletException(message, { errorId: 'InvalidOperation', category: 'InvalidOperation', target, cause });
}
