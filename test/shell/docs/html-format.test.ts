/** The site: its pages, and the search as a browser runs it. */
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { htmlFormat } from '../../../packages/shell/src/docs/html-format.js';
import { forecastPages } from './help-pages.js';

const files = new Map(htmlFormat.files(await forecastPages).map(({ path, content }) => [path, content]));
const pages = [...files].filter(([path]) => path.endsWith('.html'));
const forecast = files.get('Get-Forecast.html') ?? '';

it('has a page for each command, a list of them, and all that these load', () => {
  expect([...files.keys()]).toEqual([
    'index.html',
    'Get-Forecast.html',
    'Remove-Row.html',
    'search.js',
    'style.css',
    'icon.svg',
  ]);
  for (const [, page] of pages) {
    const loaded = [...page.matchAll(/<(?:link|script|img)\b[^>]*?(?:href|src)="([^"]+)"/g)].map(([, path]) => path);
    expect(loaded).toEqual(['icon.svg', 'style.css', 'search.js']);
  }
  expect(files.get('style.css')).not.toMatch(/url\(|@import/);
});

it.each(pages)('%s is well-formed', (_path, page) => {
  const open: string[] = [];
  const body = page.replace(/<script type="application\/json"[^>]*>.*?<\/script>/s, '');
  for (const [tag, close, name = ''] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (['meta', 'link', 'input'].includes(name)) continue;
    if (close === '') open.push(name);
    else expect([tag, open.pop()]).toEqual([tag, name]);
  }
  expect(open).toEqual([]);
  const ids = [...page.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('links to pages that are there', () => {
  for (const [, page] of pages) {
    for (const [, target = ''] of page.matchAll(/<a href="([^"#]+)/g)) {
      expect(target.startsWith('https://example.org/') || files.has(decodeURIComponent(target))).toBe(true);
    }
  }
});

it('shows what a parameter is, without what there is nothing to say of', () => {
  const [, table = ''] = /<h3 id="City">.*?<table>(.*?)<\/table>/s.exec(forecast) ?? [];
  expect(table).toContain('<th scope="row">Type</th><td><code>string[]</code></td>');
  expect(table).toContain('<th scope="row">Aliases</th><td><code>Town</code>, <code>Place</code></td>');
  expect(forecast).toContain('<a class="anchor" href="#City" aria-label="Link to -City">#</a>');
  expect(forecast).not.toContain('<td></td>');
});

it('shows what authors write as text, and links to no scripts', () => {
  expect(forecast).toContain('<p>Asks <code>api.example</code> &lt;twice&gt;.</p>');
  expect(forecast).toContain('<ul><li>first</li><li><strong>then</strong> again</li></ul>');
  expect(forecast).toContain('<pre><code>.code &quot;here&quot; \\ there</code></pre>');
  expect(forecast).toContain('<a href="https://example.org/a?b=1&amp;c">the site</a>');
  expect(forecast).toContain('<li><a href="Remove-Row.html">Remove-Row</a></li>');
  expect(forecast).toContain('<li>Script</li>');
  expect(forecast).not.toContain('javascript:');
});

describe('search', () => {
  /** As much of a browser as the script uses. */
  class Page {
    readonly items = ['Get-Forecast', 'Remove-Row'].map((name) => ({
      name,
      hidden: false,
      querySelector: () => ({ href: `${name}.html` }),
    }));
    readonly found = { textContent: '' };
    readonly location = { href: '' };
    readonly box = {
      value: '',
      focused: false,
      addEventListener: this.#listen('box'),
      focus: () => (this.box.focused = true),
    };
    readonly #listeners = new Map<string, (event: object) => void>();

    constructor() {
      const byId: Record<string, object> = {
        'search-data': { textContent: /id="search-data">(.*?)<\/script>/s.exec(forecast)?.[1] },
        commands: {
          children: [...this.items],
          append: (...items: Page['items']) => this.items.splice(0, this.items.length, ...items),
          contains: () => false,
          querySelector: () => null,
        },
        found: this.found,
        search: { elements: { words: this.box }, addEventListener: this.#listen('form') },
      };
      const document = {
        getElementById: (id: string) => byId[id],
        addEventListener: this.#listen('document'),
        body: { classList: { toggle: () => undefined } },
      };
      runInContext(files.get('search.js') ?? '', createContext({ document, location: this.location }));
    }

    type(words: string): readonly string[] {
      this.box.value = words;
      this.fire('box input', {});
      return this.items.filter(({ hidden }) => !hidden).map(({ name }) => name);
    }

    fire(event: string, facts: object): void {
      this.#listeners.get(event)?.({ preventDefault: () => undefined, ...facts });
    }

    #listen(target: string): (event: string, callback: (event: object) => void) => void {
      return (event, callback) => this.#listeners.set(`${target} ${event}`, callback);
    }
  }

  it.each([
    ['', ['Get-Forecast', 'Remove-Row'], ''],
    ['forecast', ['Get-Forecast'], '1 command'],
    ['FORE', ['Get-Forecast'], '1 command'],
    ['row', ['Remove-Row'], '1 command'],
    ['r', ['Remove-Row', 'Get-Forecast'], '2 commands'],
    ['weather tells', ['Get-Forecast'], '1 command'],
    ['-latitude', ['Get-Forecast'], '1 command'],
    ['gfc', ['Get-Forecast'], '1 command'],
    ['weather row', [], 'No command fits.'],
  ])('for %j finds %j', (words, found, said) => {
    const page = new Page();
    expect(page.type(words)).toEqual(found);
    expect(page.found.textContent).toBe(said);
  });

  it('opens the best with Enter, and nothing for no words', () => {
    const page = new Page();
    page.fire('form submit', {});
    expect(page.location.href).toBe('');
    page.type('row');
    page.fire('form submit', {});
    expect(page.location.href).toBe('Remove-Row.html');
  });

  it('is reached with a slash', () => {
    const page = new Page();
    page.fire('document keydown', { key: '/', target: {} });
    expect(page.box.focused).toBe(true);
  });
});
