// RESP-2: what is typed is kept while it is typed, on the server and, until it is there, in this tab.
import { isChanged } from './parts.js';

const pause = 1_000;
const states = new WeakMap();

export function keepTyping(place) {
  const formOf = target => target.closest?.('form[data-keep]');
  document.addEventListener('input', event => {
    const form = formOf(event.target);
    if (!form) return;
    const state = stateOf(form);
    store(form);
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
    clearTimeout(stateOf(form).timer);
    stateOf(form).timer = null;
    const copy = read(form);
    if (copy) write(form, { ...copy, sent: true });
  });
  const leave = () => {
    for (const form of document.querySelectorAll('form[data-keep]')) if (stateOf(form).timer) send(form, place);
  };
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) leave();
  });
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
    if (state.timer === null) sessionStorage.removeItem(nameOf(form));
    say(form, place.dataset.kept.replace('{0}', clock()));
    return;
  }

  say(form, status === 401 || status === 400 ? place.dataset.keptSignedOut : place.dataset.keptNot, true);
  if (status === 0 || status === 503) state.timer ??= setTimeout(() => send(form, place), 10_000);
}

// What an earlier page of this tab could not hand over: the author's words go before the page's, unless they were sent meanwhile.
function takeUp(form, place) {
  const copy = read(form);
  if (!copy) return;
  const wasAccepted = copy.sent && new URLSearchParams(location.search).has('fait');
  const differs = copy.fields.some(([name, value]) => form.elements[name] && form.elements[name].value !== value);
  if (wasAccepted || !differs || 'returned' in place.dataset || isChanged(form)) {
    if (wasAccepted || !differs) sessionStorage.removeItem(nameOf(form));
    return;
  }

  for (const [name, value] of copy.fields) if (form.elements[name]) form.elements[name].value = value;
  say(form, place.dataset.keptRestored);
  stateOf(form).timer = setTimeout(() => send(form, place), pause);
}

function fieldsOf(form) {
  return [...form.elements].filter(field => field.name && field.type !== 'hidden' && field.matches('textarea, select, input[type=text]')).map(field => [field.name, field.value]);
}

function nameOf(form) {
  return `saisie ${form.dataset.keep} ${form.elements.structure?.value ?? ''}`;
}

function store(form) {
  write(form, { fields: fieldsOf(form) });
}

function read(form) {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(form)));
  } catch {
    return null;
  }
}

function write(form, copy) {
  try {
    sessionStorage.setItem(nameOf(form), JSON.stringify(copy));
  } catch {
    // Without room or permission the server's copy is the only one.
  }
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
