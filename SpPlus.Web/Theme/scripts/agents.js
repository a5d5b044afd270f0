// The connected space. Everything works without: this only spares reloads, lost words and reaching for the mouse.
import { countDown } from './countdown.js';
import { keepTyping } from './keep.js';
import { listenToKeys } from './keys.js';
import { follow } from './live.js';
import { sortPassages } from './passages.js';
import { followQueue } from './queue.js';
import { signal } from './signals.js';

const keys = document.getElementById('touches');
if (keys) {
  sortPassages(keys);
  listenToKeys(keys);
}

followQueue();

countDown();

const direct = document.getElementById('direct');
if (direct) {
  keepTyping(direct);
  follow(direct);
  signal(direct);
}
