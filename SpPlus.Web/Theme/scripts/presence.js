// COMM-2: who else is here. The server's line names everybody; one does not need to be told of oneself.
export function showPeople(html, me) {
  const line = document.getElementById('presence');
  const template = document.createElement('template');
  template.innerHTML = html;
  for (const own of template.content.querySelectorAll(`[data-key="${me}"]`)) own.remove();
  // A live region says again whatever is put into it.
  if (line.textContent.trim() !== template.content.textContent.trim()) line.replaceChildren(template.content);
}
