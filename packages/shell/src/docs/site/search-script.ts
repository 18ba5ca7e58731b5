/**
 * What runs in the browser: shows those commands of the list that have all the words typed, in a name, an alias, a
 * parameter or the synopsis. Enter opens the first, `/` goes to the box. Without it the list shows all.
 */
export const searchScript = `'use strict';
(() => {
  const commands = JSON.parse(document.getElementById('search-data').textContent);
  const items = [...document.getElementById('commands').children];
  const nothing = document.getElementById('nothing');
  const form = document.getElementById('search');
  const box = form.elements.words;

  /** How well a command fits: 0 is best, undefined not at all. */
  const rank = (command, words) => {
    const name = command.name.toLowerCase();
    const all = [name, ...command.other, command.synopsis].join(' ').toLowerCase();
    if (!words.every((word) => all.includes(word))) return undefined;
    const noun = name.slice(name.indexOf('-') + 1);
    const [first = ''] = words;
    if (name === first) return 0;
    if (name.startsWith(first) || noun.startsWith(first)) return 1;
    return name.includes(first) ? 2 : 3;
  };

  const search = () => {
    const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const list = document.getElementById('commands');
    const ranked = commands
      .map((command, place) => ({ item: items[place], place, rank: words.length === 0 ? 3 : rank(command, words) }))
      .sort((left, right) => (left.rank ?? 9) - (right.rank ?? 9) || left.place - right.place);
    for (const { item, rank } of ranked) item.hidden = rank === undefined;
    list.append(...ranked.map(({ item }) => item));
    nothing.hidden = ranked.some(({ rank }) => rank !== undefined);
    return ranked[0]?.rank === undefined ? undefined : ranked[0].item;
  };

  box.addEventListener('input', search);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const link = box.value.trim() === '' ? undefined : search()?.querySelector('a');
    if (link) location.href = link.href;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target === box) return;
    event.preventDefault();
    box.focus();
  });
})();
`;
