// Reads the page again when it was told to: one reading at a time, one more for what happened during it, and again when it failed.
import { readAgain } from './parts.js';

const shortest = 500;
const longest = 30_000;

export function readings({ place, taken, ended }) {
  let timer = null;
  let running = false;
  let owed = false;
  let spread = 0;
  let wait = shortest;
  let lateSince = 0;

  function soon(delay) {
    owed = true;
    spread = delay;
    if (!running) timer ??= setTimeout(run, delay);
  }

  async function run() {
    timer = null;
    // What nobody looks at is read once somebody does.
    if (running || document.hidden) return;
    [running, owed] = [true, false];
    try {
      take(await readAgain(place));
    } finally {
      running = false;
      if (owed) timer ??= setTimeout(run, spread);
    }
  }

  function take(outcome) {
    if (outcome === 'gone' || outcome === 'signed-out') return ended(outcome);
    if (outcome === 'read') {
      [wait, lateSince] = [shortest, 0];
      return taken();
    }

    lateSince ||= Date.now();
    [owed, spread] = [true, wait];
    wait = Math.min(wait * 2, longest);
  }

  function stop() {
    clearTimeout(timer);
    [timer, owed, lateSince] = [null, false, 0];
  }

  return { soon, stop, resume: () => owed && soon(0), lateFor: () => lateSince && Date.now() - lateSince };
}
