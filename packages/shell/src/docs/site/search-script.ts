/**
 * What runs in the browser: shows those commands of the list that have all the words typed, in a name, an alias, a
 * parameter or the synopsis, the best first. Enter opens the first; arrow keys go through them; Escape shows all again;
 * `/` goes to the box. Without it the list shows all.
 */
export const searchScript = `'use strict';
(() => {
  const commands = JSON.parse(document.getElementById('search-data').textContent);
  const list = document.getElementById('commands');
  const items = [...list.children];
  const found = document.getElementById('found');
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

  const count = (number) => (number === 0 ? 'No command fits.' : number === 1 ? '1 command' : number + ' commands');

  /** Shows what fits, and gives it. */
  const search = () => {
    const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const ranked = commands
      .map((command, place) => ({ item: items[place], place, rank: words.length === 0 ? 3 : rank(command, words) }))
      .sort((left, right) => (left.rank ?? 9) - (right.rank ?? 9) || left.place - right.place);
    const fitting = ranked.filter(({ rank }) => rank !== undefined);
    for (const { item, rank } of ranked) item.hidden = rank === undefined;
    list.append(...ranked.map(({ item }) => item));
    found.textContent = words.length === 0 ? '' : count(fitting.length);
    document.body.classList.toggle('searching', words.length > 0);
    return fitting.map(({ item }) => item.querySelector('a'));
  };

  /** Goes from one of the links that are shown to another; before the first is the box. */
  const move = (from, step) => {
    const links = search();
    const place = links.indexOf(from) + step;
    const target = place < 0 ? box : links[Math.min(place, links.length - 1)];
    if (target) target.focus();
  };

  box.addEventListener('input', search);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const link = box.value.trim() === '' ? undefined : search()[0];
    if (link) location.href = link.href;
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    const isInList = target === box || list.contains(target);
    if (key === '/' && target !== box) box.focus();
    else if (key === 'ArrowDown' && isInList) move(target, 1);
    else if (key === 'ArrowUp' && isInList && target !== box) move(target, -1);
    else if (key === 'Escape' && isInList) {
      box.value = '';
      search();
      box.focus();
    } else return;
    event.preventDefault();
  });

  const current = list.querySelector('[aria-current]');
  if (current) list.scrollTop = current.offsetTop - list.clientHeight / 2;
  // A page that the browser brings back has kept what was typed.
  if (box.value !== '') search();
})();
`;
