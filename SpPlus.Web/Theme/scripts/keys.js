// Single keys act outside of fields only, and not at all for whoever turned them off (WCAG 2.1.4). A visible control carries its key.
const typing = 'input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]';

export function listenToKeys(place) {
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
    else if (place.dataset.keys === 'on' && isSingle(event)) press(event);
  });
}

export function isSingle(event) {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing
    && !event.target.matches(typing) && !document.querySelector('dialog[open]');
}

// The form's own button: publishing and what else stands beside it is pressed by itself.
function send(event) {
  const form = event.target.closest?.('form[method=post]');
  const button = form?.querySelector('button:not([formaction]), input[type=submit]:not([formaction])');
  if (!button) return;
  event.preventDefault();
  form.requestSubmit(button);
}

function press(event) {
  if (event.key === '?') return help(event);
  if (event.key === 'j' || event.key === 'k') return step(event, event.key === 'j' ? 1 : -1);
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) if (!target.matches('summary')) fold.open = true;
  // What cannot be taken back is only brought near: Enter does it.
  if (target.matches('button, a') && !('asks' in target.dataset)) target.click();
  else (target.matches(`${typing}, button, a, summary`) ? target : target.querySelector('summary, a, button, input, textarea, select'))?.focus();
}

function help(event) {
  const dialog = document.getElementById('aide-clavier');
  if (!dialog) return;
  event.preventDefault();
  dialog.showModal();
}

function step(event, by) {
  const links = [...document.querySelectorAll('.sp-list .t a')];
  if (links.length === 0) return;
  event.preventDefault();
  const at = links.indexOf(document.activeElement);
  links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)].focus();
}
