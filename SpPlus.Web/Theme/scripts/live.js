// Follows one experience: comments and people as they come, the rest by reading the page again.
import { showOnce, showWhile, remove } from './notices.js';
import { addComments } from './parts.js';
import { showPeople } from './presence.js';
import { whenReleased } from './presses.js';
import { readings } from './readings.js';

// The server speaks every three seconds: longer silence means that the connection died without a word.
const silence = 10_000;
const beforeNotice = 4_000;
const hiddenFor = 5_000;

export function follow(place) {
  let source = null;
  let heardAt = 0;
  let lostAt = 0;
  let retry = 1_000;
  let leaving = null;
  let over = false;
  const reading = readings({ place, taken: open, ended: outcome => end(outcome === 'gone' ? 'direct-ended' : 'direct-signed-out') });

  function open() {
    if (source || over || document.hidden) return;
    source = new EventSource(`${place.dataset.stream}?depuis=${place.dataset.position}`);
    source.onopen = back;
    source.onerror = lost;
    on('battement', () => {});
    on('presence', event => whenReleased(() => showPeople(event.data, place.dataset.me)));
    on('commentaire', event => whenReleased(() => addComments(event.data, event.lastEventId, place)));
    // Many pages are told at the same time: they do not all come at once.
    on('change', event => reading.soon(Math.random() * Math.min(Number(event.data) * 3, 4_000)));
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
    whenReleased(() => remove('direct-cut'));
  }

  function lost() {
    lostAt ||= Date.now();
    // The browser comes back by itself, unless it was answered with anything but a stream: the page then says why.
    if (source?.readyState !== EventSource.CLOSED) return;
    close();
    reading.soon(retry);
    retry = Math.min(retry * 2, 30_000);
  }

  function close() {
    source?.close();
    [source, heardAt] = [null, 0];
  }

  function end(notice) {
    over = true;
    close();
    reading.stop();
    whenReleased(() => {
      showPeople('', '');
      showOnce(notice);
    });
  }

  function watch() {
    if (document.hidden) return;
    if (!over && source && heardAt && Date.now() - heardAt > silence) {
      lostAt ||= heardAt;
      close();
      open();
    }

    whenReleased(() => {
      const isCut = !over && lostAt > 0 && Date.now() - lostAt > beforeNotice;
      showWhile(isCut, 'direct-cut');
      showWhile(!isCut && reading.lateFor() > beforeNotice, 'direct-late');
    });
  }

  document.addEventListener('visibilitychange', () => {
    clearTimeout(leaving);
    if (document.hidden) {
      leaving = setTimeout(close, hiddenFor);
      return;
    }

    reading.resume();
    open();
  });
  addEventListener('pagehide', close);
  addEventListener('pageshow', open);
  setInterval(watch, 1_000);
  open();
}
