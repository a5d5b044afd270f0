// PII-1, MOD-2: from one passage to the next, mask or keep, by single keys; the text shows at once what will be masked.
import { isSingle } from './keys.js';

export function sortPassages(place) {
  const rows = [...document.querySelectorAll('tr[data-passage]')];
  for (const row of rows) row.addEventListener('change', show);
  document.addEventListener('keydown', event => {
    if (place.dataset.keys !== 'on' || !isSingle(event)) return;
    if (event.key === 'm' && selected()) return spot(event);
    if (rows.length === 0) return;
    if (event.key === 'n' || event.key === 'b') go(event, event.key === 'n' ? 1 : -1);
    else if (event.key === 'm' || event.key === 'g') choose(event, event.key === 'm' ? 'masquer' : 'garder');
  });
  show();

  function current() {
    return rows.findIndex(row => row.contains(document.activeElement));
  }

  function go(event, by) {
    event.preventDefault();
    const at = current();
    focus(rows[at < 0 ? 0 : (at + by + rows.length) % rows.length]);
  }

  // The passage at hand, or the first that nothing was chosen for; then the next one.
  function choose(event, choice) {
    event.preventDefault();
    const open = rows.findIndex(isOpen);
    const at = current() >= 0 ? current() : Math.max(open, 0);
    const radio = rows[at].querySelector(`input[type=radio][value=${choice}]`);
    radio.checked = true;
    show();
    const next = [...rows.keys()].map(step => rows[(at + 1 + step) % rows.length]).find(isOpen);
    if (next) focus(next);
    else radio.focus();
  }

  function show() {
    for (const row of rows) {
      const isMasked = row.querySelector('input[value=masquer]').checked;
      for (const mark of document.querySelectorAll(`[data-mark="${row.dataset.passage}"]`)) mark.classList.toggle('is-masked', isMasked);
    }

    const left = document.getElementById('a-trancher');
    const open = rows.filter(isOpen).length;
    if (left && rows.length > 0) left.textContent = open === 0 ? left.dataset.none : open === 1 ? left.dataset.one : left.dataset.many.replace('{0}', open);
    lead(rows.some(row => row.querySelector('input[value=masquer]').checked));
  }
}

function isOpen(row) {
  return !row.querySelector('input[type=radio]:checked');
}

function focus(row) {
  (row.querySelector('input[type=radio]:checked') ?? row.querySelector('input[type=radio]')).focus();
  const mark = document.querySelector(`[data-mark="${row.dataset.passage}"]`);
  for (const other of document.querySelectorAll('mark.is-current')) other.classList.remove('is-current');
  mark?.classList.add('is-current');
  mark?.scrollIntoView({ block: 'nearest' });
}

// The button in full colour, and the one that the key brings near, is the one that does what was chosen.
function lead(isMasked) {
  const bar = document.querySelector('.sp-decide:not([data-changed])');
  const [moderated, asSent] = ['moderated', 'as-sent'].map(name => bar?.querySelector(`[data-decides=${name}]`));
  if (!moderated || !asSent) return;
  const [first, second] = isMasked ? [moderated, asSent] : [asSent, moderated];
  first.classList.remove('is-second');
  second.classList.add('is-second');
  first.dataset.key = 'p';
  first.setAttribute('aria-keyshortcuts', 'p');
  delete second.dataset.key;
  second.removeAttribute('aria-keyshortcuts');
}

function selected() {
  const selection = getSelection();
  const inText = selection.rangeCount > 0 && [...document.querySelectorAll('[data-marked]')].some(part => part.contains(selection.anchorNode));
  return inText ? selection.toString().trim() : '';
}

function spot(event) {
  const field = document.querySelector('input[name=passage]');
  if (!field) return;
  event.preventDefault();
  field.value = selected();
  document.querySelector('[data-spot]').click();
}
