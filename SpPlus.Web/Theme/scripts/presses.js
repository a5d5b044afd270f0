// A press is a going down and a coming up in one place: what would move or exchange the place waits until the press is over.
const waiting = [];
const held = new Set();
// The click comes after the release; after a touch, in a task of its own.
const clickComes = 100;
let over = null;

export function whenReleased(action) {
  if (held.size > 0 || over) waiting.push(action);
  else action();
}

function press(what) {
  held.add(what);
  clearTimeout(over);
  over = null;
}

function release(what) {
  if (!held.delete(what) || held.size > 0) return;
  over = setTimeout(() => {
    over = null;
    for (const action of waiting.splice(0)) queueMicrotask(action);
  }, clickComes);
}

const on = (names, take) => names.forEach(name => addEventListener(name, take, { capture: true, passive: true }));
const presses = event => event.key === ' ' || event.key === 'Enter';
on(['pointerdown'], event => event.button === 0 && press('pointer'));
on(['pointerup', 'pointercancel', 'contextmenu', 'dragend'], () => release('pointer'));
// The list that a field opens, or another window, may have had the release.
on(['pointermove'], event => event.buttons === 0 && release('pointer'));
on(['keydown'], event => presses(event) && press('key'));
on(['keyup'], event => presses(event) && release('key'));
on(['blur', 'pagehide'], event => event.target === window && [...held].forEach(release));
