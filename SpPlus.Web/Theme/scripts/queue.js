// MOD-1: the queue is everybody's: what arrives and what others decide shows without a reload.
import { whenReleased } from './presses.js';
import { swap } from './swap.js';

const often = 5_000;
const patience = 20_000;

export function followQueue() {
  let running = false;
  const refresh = async () => {
    const panel = document.querySelector('[data-queue]');
    if (running || !panel || document.hidden) return;
    running = true;
    try {
      const answer = await fetch(panel.dataset.queue, { redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(patience) });
      if (!answer.ok) return;
      const html = await answer.text();
      await new Promise(whenReleased);
      show(panel, new DOMParser().parseFromString(html, 'text/html').querySelector('[data-queue]'));
    } catch {
      // It is asked again in a moment.
    } finally {
      running = false;
    }
  };

  setInterval(refresh, often);
  document.addEventListener('visibilitychange', refresh);
}

function show(panel, fresh) {
  if (!fresh || fresh.dataset.state === panel.dataset.state) return;
  swap(panel, fresh);
  for (const count of document.querySelectorAll('[data-queue-count]')) count.textContent = count.dataset.queueCount.replace('{0}', fresh.dataset.count);
}
