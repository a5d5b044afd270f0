// RESP-2: what is typed is kept while it is typed, on the server and, until it is there, in this tab.
import { forget, read, wasAccepted, write } from './copies.js';
import { isChanged } from './parts.js';
import { whenReleased } from './presses.js';

const pause = 1_000;
const states = new WeakMap();

export function keepTyping(place) {
  const formOf = target => target.closest?.('form[data-keep]');
  document.addEventListener('input', event => {
    const form = formOf(event.target);
    if (!form) return;
    const state = stateOf(form);
    store(form, place);
    clearTimeout(state.timer);
    state.timer = setTimeout(() => send(form, place), pause);
  });
  document.addEventListener('focusout', event => {
    const form = formOf(event.target);
    if (form && stateOf(form).timer) send(form, place);
  });
  document.addEventListener('submit', event => {
    const form = formOf(event.target);
    if (!form) return;
    const state = stateOf(form);
    clearTimeout(state.timer);
    state.timer = null;
    // What is still on its way to be kept is older than what is sent: it does not speak for it.
    state.round++;
    if (read(place, structureOf(form))) store(form, place, commandOf(event));
  });
  const leave = () => {
    for (const form of document.querySelectorAll('form[data-keep]')) if (stateOf(form).timer) send(form, place);
  };
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) leave();
  });
  dropAccepted(place);
  for (const form of document.querySelectorAll('form[data-keep]')) takeUp(form, place);
}

function stateOf(form) {
  if (!states.has(form)) states.set(form, { timer: null, round: 0 });
  return states.get(form);
}

async function send(form, place) {
  const state = stateOf(form);
  clearTimeout(state.timer);
  state.timer = null;
  const round = ++state.round;
  const body = new URLSearchParams(new FormData(form));
  let status = 0;
  try {
    const answer = await fetch(form.dataset.keep, { method: 'POST', body, keepalive: true, redirect: 'manual' });
    status = answer.status;
  } catch {
    // No answer: it is in this tab, and is tried again.
  }

  if (round !== state.round || !form.isConnected) return;
  if (status === 204) {
    if (state.timer === null) forget(place, structureOf(form));
    whenReleased(() => say(form, place.dataset.kept.replace('{0}', clock())));
    return;
  }

  whenReleased(() => say(form, status === 401 || status === 400 ? place.dataset.keptSignedOut : place.dataset.keptNot, true));
  if (status === 0 || status === 503) state.timer ??= setTimeout(() => send(form, place), 10_000);
}

// Also where the response may not be written any more, and no editor is there to take anything up.
function dropAccepted(place) {
  const copy = read(place, place.dataset.structure);
  if (copy && wasAccepted(copy, place)) forget(place, place.dataset.structure);
}

// What an earlier page of this tab could not hand over: its author's words go before the page's, but not over what was saved meanwhile.
// They keep the version that they were begun on, so that both are shown and merged.
function takeUp(form, place) {
  const copy = read(place, structureOf(form));
  if (!copy) return;
  const fields = copy.fields.filter(([name]) => form.elements[name]);
  const isShown = fields.every(([name, value]) => form.elements[name].value === value);
  if (isShown && !isChanged(form)) return forget(place, structureOf(form));
  // Some browsers fill in again what was typed, without its version; other words were typed before this ran.
  if ('returned' in place.dataset || (isChanged(form) && !isShown)) return;

  for (const [name, value] of fields) form.elements[name].value = value;
  form.elements.version.value = copy.version;
  say(form, place.dataset.keptRestored);
  stateOf(form).timer = setTimeout(() => send(form, place), pause);
}

function store(form, place, sent) {
  write(place, structureOf(form), { fields: fieldsOf(form), version: form.elements.version.value, sent });
}

function fieldsOf(form) {
  return [...form.elements].filter(field => field.name && field.type !== 'hidden' && field.matches('textarea, select, input[type=text]')).map(field => [field.name, field.value]);
}

function structureOf(form) {
  return form.elements.structure?.value;
}

function commandOf(event) {
  const address = event.submitter?.getAttribute('formaction') ?? event.target.getAttribute('action');
  return new URL(address, location.href).pathname.split('/').pop();
}

function say(form, text, isWarning = false) {
  const line = form.querySelector('.state');
  if (!line) return;
  let said = line.querySelector('[data-kept]');
  if (!said) {
    said = document.createElement('span');
    said.dataset.kept = '';
    said.setAttribute('role', 'status');
    line.append(said);
  }

  said.classList.toggle('is-warning', isWarning);
  if (said.textContent !== text) said.textContent = text;
}

function clock() {
  const now = new Date();
  const minutes = String(now.getMinutes()).padStart(2, '0');
  return document.documentElement.lang === 'fr' ? `${now.getHours()}\u00a0h\u00a0${minutes}` : `${String(now.getHours()).padStart(2, '0')}:${minutes}`;
}
