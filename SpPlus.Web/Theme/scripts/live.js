// Follows one experience: comments and people as they come, the rest by reading the page again.
import { showOnce, remove } from './notices.js';
import { addComments, readAgain } from './parts.js';
import { showPeople } from './presence.js';

// The server speaks every three seconds: longer silence means that the connection died without a word.
const silence = 10_000;
const beforeNotice = 4_000;
const hiddenFor = 5_000;

export function follow(place) {
  let source = null;
  let heardAt = 0;
  let lostAt = 0;
  let reading = null;
  let retry = 1_000;
  let leaving = null;
  let over = false;

  function open() {
    if (source || over) return;
    source = new EventSource(`${place.dataset.stream}?depuis=${place.dataset.position}`);
    source.onopen = back;
    source.onerror = lost;
    on('battement', () => {});
    on('presence', event => showPeople(event.data, place.dataset.me));
    on('commentaire', event => addComments(event.data, event.lastEventId, place));
    on('change', event => readSoon(Number(event.data)));
    on('fin', () => end('direct-ended'));
  }

  function on(name, take) {
    source.addEventListener(name, event => {
      heardAt = Date.now();
      take(event);
    });
  }

  function back() {
    heardAt = Date.now();
    lostAt = 0;
    retry = 1_000;
    remove('direct-cut');
  }

  function lost() {
    lostAt ||= Date.now();
    // The browser comes back by itself, unless it was answered with anything but a stream.
    if (source?.readyState !== EventSource.CLOSED) return;
    close();
    tryLater();
  }

  function tryLater() {
    setTimeout(askThenOpen, retry);
    retry = Math.min(retry * 2, 30_000);
  }

  async function askThenOpen() {
    if (over || document.hidden) return;
    if (await read() === 'failed') tryLater();
    else open();
  }

  function close() {
    source?.close();
    source = null;
  }

  function end(notice) {
    over = true;
    close();
    remove('direct-cut');
    showPeople('', '');
    showOnce(notice);
  }

  // Many pages are told at the same time: they do not all come at once.
  function readSoon(pages) {
    reading ??= setTimeout(async () => {
      reading = null;
      await read();
    }, Math.random() * Math.min(pages * 3, 4_000));
  }

  async function read() {
    const outcome = await readAgain(place);
    if (outcome === 'gone') end('direct-ended');
    if (outcome === 'signed-out') end('direct-signed-out');
    return outcome;
  }

  document.addEventListener('visibilitychange', () => {
    clearTimeout(leaving);
    if (document.hidden) leaving = setTimeout(close, hiddenFor);
    else open();
  });
  addEventListener('pagehide', close);
  addEventListener('pageshow', open);
  setInterval(() => {
    if (over || document.hidden) return;
    if (source && heardAt && Date.now() - heardAt > silence) {
      lostAt ||= heardAt;
      heardAt = 0;
      close();
      open();
    }
    if (lostAt && Date.now() - lostAt > beforeNotice) showOnce('direct-cut');
  }, 1_000);
  if (!document.hidden) open();
}
