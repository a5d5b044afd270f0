// Puts a fresh part in the place of an old one: what the reader unfolded stays so, and whoever stands on a control still does.
export function swap(part, fresh) {
  if (part.tagName === 'DETAILS') fresh.open = part.open;
  for (const fold of part.querySelectorAll('details[id]')) {
    const same = fresh.querySelector(`details[id="${CSS.escape(fold.id)}"]`);
    if (same) same.open = fold.open;
  }

  const control = part.contains(document.activeElement) ? document.activeElement : null;
  part.replaceWith(document.adoptNode(fresh));
  if (control) sameControl(control, part, fresh)?.focus({ preventScroll: true });
}

// The one that does the same; where none does, the one in the same place.
function sameControl(control, part, fresh) {
  const like = [...fresh.querySelectorAll(control.tagName)];
  return like.find(other => deed(other) === deed(control)) ?? like[[...part.querySelectorAll(control.tagName)].indexOf(control)];
}

function deed(control) {
  const form = control.closest('form');
  return JSON.stringify([control.id, control.getAttribute('href'), control.name, control.getAttribute('formaction') ?? form?.getAttribute('action'), control.closest('details[id]')?.id]);
}
