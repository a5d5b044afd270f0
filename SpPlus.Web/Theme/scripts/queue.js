// MOD-1: the queue is everybody's: what arrives and what others decide shows without a reload.
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
      if (answer.ok) show(panel, new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-queue]'));
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
  const focused = panel.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null;
  const [fold, newFold] = [panel.querySelector('details'), fresh.querySelector('details')];
  if (fold && newFold) newFold.open = fold.open;
  panel.replaceWith(document.adoptNode(fresh));
  if (focused) fresh.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
  for (const count of document.querySelectorAll('[data-queue-count]')) count.textContent = count.dataset.queueCount.replace('{0}', fresh.dataset.count);
}
