// The connected space. Everything works without: this only spares reloads and reaching for the mouse.
import { follow } from './live.js';
import { signal } from './signals.js';

const direct = document.getElementById('direct');
if (direct) {
  follow(direct);
  signal(direct);
}
