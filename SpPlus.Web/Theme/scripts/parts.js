// Puts what is new into the page, and never touches what somebody is writing.
import { showOnce } from './notices.js';
import { whenReleased } from './presses.js';
import { swap } from './swap.js';

// Longer than the server waits for its own parts.
const patience = 40_000;

export function addComments(html, position, place) {
  const list = document.querySelector('[data-live="commentaires"]');
  const template = document.createElement('template');
  template.innerHTML = html;
  for (const comment of template.content.querySelectorAll('li'))
    if (!document.getElementById(comment.id)) list.append(comment);
  list.parentElement.querySelector('[data-none]')?.remove();
  moveTo(position, place);
}

// 'read', 'gone', 'signed-out', 'failed', or 'older' than what this page shows already: nothing is taken from it then.
export async function readAgain(place) {
  let html;
  try {
    const answer = await fetch(place.dataset.page, { redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(patience) });
    if (answer.type === 'opaqueredirect' || answer.status === 401) return 'signed-out';
    if (answer.status === 404 || answer.status === 403) return 'gone';
    if (!answer.ok) return 'failed';
    html = await answer.text();
  } catch {
    return 'failed';
  }

  await new Promise(whenReleased);
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const position = fresh.getElementById('direct')?.dataset.position;
  if (!position) return 'failed';
  // A comment came while the server was making it: it is not in there.
  if (sequenceOf(position) < sequenceOf(place.dataset.position)) return 'older';
  for (const part of document.querySelectorAll('[data-live]')) replace(part, fresh.querySelector(`[data-live="${part.dataset.live}"]`), place);
  for (const part of fresh.querySelectorAll('body > [data-live]'))
    if (!document.querySelector(`[data-live="${part.dataset.live}"]`)) document.getElementById('contenu').before(document.adoptNode(part));
  moveTo(position, place);
  return 'read';
}

function moveTo(position, place) {
  if (sequenceOf(position) < sequenceOf(place.dataset.position)) return;
  place.dataset.position = position;
  for (const seen of document.querySelectorAll('input[name=vu]')) seen.value = sequenceOf(position);
}

function sequenceOf(position) {
  return Number(position.split('-')[0]);
}

function replace(part, fresh, place) {
  // What the page no longer has, such as a banner whose time is over.
  if (!fresh && part.isConnected && !isBusy(part)) part.remove();
  // A part of a part that was just replaced is not in the page any more.
  if (!fresh || !part.isConnected || essence(part) === essence(fresh)) return;
  const forms = part.querySelector('form') !== null;
  if (forms && 'returned' in place.dataset) return;
  if (forms && isBusy(part)) {
    if (part.firstElementChild) showOnce('direct-changed', part.firstElementChild);
    return;
  }

  swap(part, fresh);
}

// Without what differs each time a page is made, and without what the reader folded.
function essence(part) {
  const copy = part.cloneNode(true);
  for (const own of copy.querySelectorAll('input[name=__RequestVerificationToken], input[name=operation], input[name=vu], [data-notice]')) own.remove();
  for (const fold of copy.querySelectorAll('details')) fold.removeAttribute('open');
  return copy.innerHTML.replace(/\s+/g, ' ');
}

function isBusy(part) {
  if (part.contains(document.activeElement) && document.activeElement.matches('input, textarea, select')) return true;
  return [...part.querySelectorAll('form')].some(isChanged);
}

export function isChanged(form) {
  return [...form.elements].some(field => {
    if (field.type === 'hidden') return false;
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (field.tagName === 'SELECT') return [...field.options].some(option => option.selected !== option.defaultSelected) && field.value !== defaultOf(field);
    return 'defaultValue' in field && field.value !== field.defaultValue;
  });
}

// A select that the page chose nothing in shows its first option.
function defaultOf(select) {
  return ([...select.options].find(option => option.defaultSelected) ?? select.options[0])?.value;
}
