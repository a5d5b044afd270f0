// RESP-5: how long a response may still be taken back. Said aloud at the start, a minute before the end and at the end, not every second.
const said = new WeakMap();

export function countDown() {
  tick();
  setInterval(tick, 1_000);
}

function tick() {
  for (const bar of document.querySelectorAll('.sp-undo')) {
    // The server's clock decides: this one may be wrong.
    bar.dataset.ahead ??= Date.parse(bar.dataset.now) - Date.now();
    const first = bar.querySelector('time[data-closes]');
    if (!first) continue;
    const left = Math.ceil((Date.parse(first.dataset.closes) - Date.now() - Number(bar.dataset.ahead)) / 1_000);
    const text = left > 0 ? bar.dataset.in.replace('{0}', Math.floor(left / 60)).replace('{1}', left % 60) : bar.dataset.over;
    first.textContent = text;
    if (left <= 0) for (const button of bar.querySelectorAll(':scope > .in > form button')) button.disabled = true;
    announce(bar, left, text);
  }
}

function announce(bar, left, text) {
  const stage = left <= 0 ? 'over' : left <= 60 ? 'minute' : 'start';
  if (said.get(bar) === stage) return;
  said.set(bar, stage);
  const place = bar.querySelector('[data-said]');
  if (place) place.textContent = `${bar.getAttribute('aria-label')} : ${text}`;
}
