import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** The browser that tests drive: `CHROME_PATH`, else one that is installed; undefined if there is none. */
export function findBrowser(): string | undefined {
  const { CHROME_PATH: given = '', PATH: path = '' } = process.env;
  if (given !== '') return given;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const places = [
    ...path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly sessionId?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** A browser without a window, driven by the DevTools protocol through a pipe: messages in JSON, a zero behind each. */
export class Browser {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #input: Writable;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #listeners = new Set<(event: Answer) => void>();
  #calls = 0;

  constructor(program: string) {
    this.#profile = mkdtempSync(join(tmpdir(), 'browser-'));
    this.#process = spawn(
      program,
      [
        '--headless',
        '--remote-debugging-pipe',
        `--user-data-dir=${this.#profile}`,
        '--no-first-run',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--hide-scrollbars',
        // Its sandbox is not to be had in containers, and the pages are ours.
        '--no-sandbox',
        'about:blank',
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    this.#input = this.#process.stdio[3] as Writable;
    this.#listen(this.#process.stdio[4] as Readable);
    this.#process.once('exit', () => {
      for (const answer of this.#waiting.values()) answer({ error: { message: 'The browser has ended.' } });
    });
  }

  /** Calls a method of the protocol, in a page if a session is named. */
  async call(method: string, params: object = {}, sessionId?: string): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.#calls;
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    this.#input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answered;
    this.#waiting.delete(id);
    if (result === undefined) throw new Error(`${method}: ${error?.message}`);
    return result;
  }

  /** @returns what ends the listening */
  on(listener: (event: Answer) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async newPage(): Promise<Page> {
    const { targetId } = await this.call('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.call('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(this, String(sessionId));
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await page.call(`${domain}.enable`);
    await page.resize(1440);
    return page;
  }

  async close(): Promise<void> {
    const ended = once(this.#process, 'exit');
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      void this.call('Browser.close').catch(() => undefined);
      await ended;
    }
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10 });
  }

  #listen(output: Readable): void {
    let rest = '';
    output.setEncoding('utf8');
    output.on('data', (text: string) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) {
        const answer = JSON.parse(message) as Answer;
        if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
        else for (const listener of this.#listeners) listener(answer);
      }
    });
  }
}

/** A page, with all that its console complains of. */
export class Page {
  /** Exceptions, errors and warnings of the console, and files that could not be loaded. */
  readonly complaints: string[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly sessionId: string,
  ) {
    browser.on(({ sessionId: from, method, params }) => {
      if (from !== sessionId) return;
      const level = (params?.['entry'] as { level?: string } | undefined)?.level ?? params?.['type'];
      const isWrong =
        method === 'Runtime.exceptionThrown' ||
        method === 'Network.loadingFailed' ||
        (method === 'Log.entryAdded' && level !== 'info' && level !== 'verbose') ||
        (method === 'Runtime.consoleAPICalled' && ['error', 'warning', 'assert'].includes(String(level)));
      if (isWrong) this.complaints.push(`${method}: ${JSON.stringify(params)}`);
    });
  }

  call(method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> {
    return this.browser.call(method, params, this.sessionId);
  }

  /** Makes the window as wide as that, in pixels; below 500 it is that of a telephone. */
  async resize(width: number): Promise<void> {
    const facts = { width, height: 900, deviceScaleFactor: 1, mobile: width < 500 };
    await this.call('Emulation.setDeviceMetricsOverride', facts);
  }

  /** Opens an address, and waits until all of it is loaded. */
  async open(url: string): Promise<void> {
    await this.#loadedBy(() => this.call('Page.navigate', { url }));
  }

  /** Presses a key that leads to another page, and waits until that is loaded. */
  async follow(key: Key): Promise<void> {
    await this.#loadedBy(() => this.press(key));
  }

  /** Types text where the focus is. */
  async type(text: string): Promise<void> {
    await this.call('Input.insertText', { text });
  }

  async press(key: Key): Promise<void> {
    const facts = { key, code: key, ...KEYS[key] };
    await this.call('Input.dispatchKeyEvent', { type: 'keyDown', ...facts });
    await this.call('Input.dispatchKeyEvent', { type: 'keyUp', ...facts });
  }

  /** What an expression in JavaScript is in the page. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.call('Runtime.evaluate', { expression, returnByValue: true });
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { readonly value: T }).value;
  }

  async #loadedBy(action: () => Promise<unknown>): Promise<void> {
    let stop = (): void => undefined;
    const loaded = new Promise<void>((resolve) => {
      stop = this.browser.on(({ method, sessionId }) => {
        if (method === 'Page.loadEventFired' && sessionId === this.sessionId) resolve();
      });
    });
    const result = await action();
    // Another place of the same page is there at once.
    const isThere = typeof result === 'object' && result !== null && 'frameId' in result && !('loaderId' in result);
    if (!isThere) await loaded;
    stop();
  }
}

/** Keys that tests press. */
export type Key = keyof typeof KEYS;

const KEYS = {
  '/': { text: '/', windowsVirtualKeyCode: 191 },
  Enter: { text: '\r', windowsVirtualKeyCode: 13 },
  Escape: { windowsVirtualKeyCode: 27 },
  Tab: { windowsVirtualKeyCode: 9 },
  ArrowDown: { windowsVirtualKeyCode: 40 },
  ArrowUp: { windowsVirtualKeyCode: 38 },
} as const;
