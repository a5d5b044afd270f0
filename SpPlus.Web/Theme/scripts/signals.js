// COMM-2: says what the reader writes, for as long as they do. The server forgets it after twelve seconds.
const again = 5_000;
const idle = 60_000;

export function signal(place) {
  let said = null;
  let touchedAt = 0;

  const written = () => {
    const form = document.activeElement?.closest('form[data-writes]');
    return form && document.activeElement.matches('textarea, select, input') && Date.now() - touchedAt < idle ? form : null;
  };

  function say() {
    const form = document.hidden ? null : written();
    if (!form && !said) return;
    const [what, structure = ''] = (form?.dataset.writes ?? '').split(':');
    const token = (form ?? said).querySelector('[name=__RequestVerificationToken]')?.value;
    said = form;
    if (!token) return;
    fetch(place.dataset.signal, {
      method: 'POST',
      keepalive: true,
      body: new URLSearchParams({ __RequestVerificationToken: token, fait: what, structure }),
    }).catch(() => {});
  }

  function touched() {
    touchedAt = Date.now();
    if (written() !== said) say();
  }

  document.addEventListener('focusin', touched);
  document.addEventListener('input', touched);
  // From one field to the next the focus is nowhere for a moment.
  document.addEventListener('focusout', () => setTimeout(() => {
    if (written() !== said) say();
  }));
  document.addEventListener('visibilitychange', say);
  setInterval(say, again);
}
