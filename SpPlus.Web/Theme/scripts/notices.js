// Notices are made by the page, in its language, as templates; a script only shows them.
export function showOnce(id, before = document.getElementById('contenu').firstElementChild) {
  const name = `[data-notice="${id}"]`;
  if (before.parentElement.querySelector(`:scope > ${name}`)) return;
  const notice = document.getElementById(id).content.firstElementChild.cloneNode(true);
  notice.dataset.notice = id;
  before.before(notice);
}

export function remove(id) {
  for (const notice of document.querySelectorAll(`[data-notice="${id}"]`)) notice.remove();
}

export function showWhile(isSo, id) {
  if (isSo) showOnce(id);
  else remove(id);
}
