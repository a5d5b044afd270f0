// What was typed and is not on the server yet, in this tab: whose it is, and the version that it was begun on, stay with it.
export function read(place, structure) {
  try {
    const copy = JSON.parse(sessionStorage.getItem(nameOf(place, structure)));
    if (copy?.whose === place.dataset.me) return copy;
  } catch {
    // Nothing that could be taken up.
  }

  forget(place, structure);
  return null;
}

export function write(place, structure, copy) {
  try {
    sessionStorage.setItem(nameOf(place, structure), JSON.stringify({ ...copy, whose: place.dataset.me }));
  } catch {
    // Without room or permission the server's copy is the only one.
  }
}

export function forget(place, structure) {
  try {
    sessionStorage.removeItem(nameOf(place, structure));
  } catch {
    // Without permission there is none.
  }
}

// The page says which command was carried out, also when it is only opened once more: the response has then moved on since the copy.
export function wasAccepted(copy, place) {
  return copy.sent !== undefined && copy.sent === new URLSearchParams(location.search).get('fait') && Number(copy.version) < Number(place.dataset.version);
}

function nameOf(place, structure) {
  return `saisie ${place.dataset.page.split('?')[0]} ${structure ?? ''}`;
}
