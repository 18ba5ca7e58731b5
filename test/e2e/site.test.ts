/** The site that `cmdlet docs` makes, in a real browser: opened as files, and over HTTP. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Browser, findBrowser, type Page } from './browser.js';

const packages = fileURLToPath(new URL('../../packages/', import.meta.url));
const program = findBrowser();

let site: string;
let server: Server;
let browser: Browser;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

describe.skipIf(program === undefined)(
  'The site (needs Chromium or Chrome: install one, or name it by CHROME_PATH)',
  () => {
    beforeAll(async () => {
      site = mkdtempSync(join(tmpdir(), 'site-'));
      const index = join(packages, 'shell/dist/parts/jobs.json');
      const words = ['docs', join(packages, 'jobs'), '--format', 'html', '--index', index, '--output', site];
      execFileSync(process.execPath, [join(packages, 'shell/bin/cmdlet.cjs'), ...words]);
      server = createServer(({ url = '' }, response) => {
        const file = join(site, decodeURIComponent(new URL(url, 'http://localhost').pathname));
        if (!existsSync(file)) response.writeHead(404).end();
        else response.setHeader('content-type', types[extname(file)] ?? '').end(readFileSync(file));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      browser = new Browser(program ?? '');
    });
    afterAll(async () => {
      await browser.close();
      server.close();
      server.closeAllConnections();
      rmSync(site, { recursive: true, force: true });
    });

    describe.each([
      ['opened as files', () => `${pathToFileURL(site).href}/`],
      ['over HTTP', () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`],
    ])('%s', (_, address) => {
      let page: Page;
      beforeEach(async () => {
        page = await browser.newPage();
        await page.open(`${address()}index.html`);
      });

      const shown = () =>
        page.evaluate<string[]>(
          "[...document.querySelectorAll('#commands a')].filter((link) => link.checkVisibility()).map((link) => link.textContent)",
        );
      const focused = () => page.evaluate<string>('document.activeElement.name || document.activeElement.textContent');
      const title = () => page.evaluate<string>("document.querySelector('h1').textContent");
      const found = () => page.evaluate<string>("document.getElementById('found').innerText");

      it('finds commands while one types, and opens the best with Enter', async () => {
        const all = readdirSync(site).filter((file) => file.endsWith('.html') && file !== 'index.html');
        expect(await shown()).toEqual(all.map((file) => file.replace('.html', '')).sort());
        await page.press('/');
        expect(await focused()).toBe('words');
        await page.type('wait-');
        expect([await shown(), await found()]).toEqual([['Wait-Event', 'Wait-Job'], '2 commands']);
        await page.type('j');
        expect([await shown(), await found()]).toEqual([['Wait-Job'], '1 command']);
        await page.follow('Enter');
        expect([await title(), await page.evaluate('location.href')]).toEqual([
          'Wait-Job',
          `${address()}Wait-Job.html`,
        ]);
        expect(page.complaints).toEqual([]);
      });

      it('goes through what was found by the arrow keys, and back by Escape', async () => {
        await page.press('/');
        await page.type('receive job keep');
        expect(await shown()).toEqual(['Receive-Job']);
        await page.press('Escape');
        expect((await shown()).length).toBeGreaterThan(20);
        await page.type('resume');
        for (const key of ['ArrowDown', 'ArrowUp', 'ArrowDown', 'ArrowDown'] as const) await page.press(key);
        expect(await focused()).toBe('Resume-Job');
        await page.follow('Enter');
        expect(await title()).toBe('Resume-Job');
        expect(page.complaints).toEqual([]);
      });

      it('says so where nothing fits', async () => {
        await page.press('/');
        await page.type('weather');
        expect([await shown(), await found()]).toEqual([[], 'No command fits.']);
      });

      it('is told to screen readers, and can be gone through without a mouse', async () => {
        await page.open(`${address()}Start-Job.html`);
        await page.press('Tab');
        expect(await focused()).toBe('Skip to the content');
        const { nodes } = await page.call('Accessibility.getFullAXTree');
        const names = (nodes as readonly AccessibleNode[])
          .filter(({ ignored }) => !ignored)
          .map(({ role, name }) => `${role?.value} ${name?.value}`);
        expect(names).toEqual(
          expect.arrayContaining([
            'search ',
            'searchbox Search commands',
            'navigation Commands of @cmdlet/jobs',
            'navigation On this page',
            'main ',
            'heading Start-Job',
            'link Link to -FilePath',
          ]),
        );
      });

      it.each([
        ['light', 1440],
        ['dark', 1000],
        ['light', 390],
      ])('fits into a %s window of %i pixels, in readable colours', async (scheme, width) => {
        await page.resize(width);
        await page.call('Emulation.setEmulatedMedia', {
          features: [{ name: 'prefers-color-scheme', value: scheme }],
        });
        await page.open(`${address()}Start-Job.html`);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        expect(await page.evaluate<string[]>(`(${unreadable})()`)).toEqual([]);
        const { data } = await page.call('Page.captureScreenshot');
        expect(Buffer.from(String(data), 'base64').subarray(1, 4).toString()).toBe('PNG');
        expect(page.complaints).toEqual([]);
      });
    });
  },
);

interface AccessibleNode {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
}

/** Texts whose contrast is below 4.5 to 1, what WCAG wants of text of this size; run in the page. */
const unreadable = `() => {
  const rgba = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = rgba(color).slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const { backgroundColor } = getComputedStyle(each);
      if ((rgba(backgroundColor)[3] ?? 1) > 0) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.checkVisibility({ opacityProperty: true }) && [...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim() !== ''))
    .map((element) => {
      const [text, back] = [light(getComputedStyle(element).color), light(behind(element))];
      return [element.outerHTML.slice(0, 80), (Math.max(text, back) + 0.05) / (Math.min(text, back) + 0.05)];
    })
    .filter(([, contrast]) => contrast < 4.5)
    .map(([element, contrast]) => element + ' ' + contrast.toFixed(2));
}`;
