'use strict';
// Keeps a public page in step with the hub: what differs is exchanged, piece by piece, so that a frame that stands is left alone.
(() => {
  const sheet = document.getElementById('sheet');
  const stream = new EventSource(sheet.dataset.live);
  stream.addEventListener('sheet', event => {
    const fresh = new DOMParser().parseFromString(event.data, 'text/html').body;
    const old = new Map([...sheet.children].map(child => [child.dataset.key, child]));
    [...fresh.children].forEach((child, at) => {
      const known = old.get(child.dataset.key);
      const kept = known && known.outerHTML === child.outerHTML ? known : document.importNode(child, true);
      if (sheet.children[at] !== kept) sheet.insertBefore(kept, sheet.children[at] || null);
      if (known && known !== kept) known.remove();
      old.delete(child.dataset.key);
    });
    old.forEach(child => child.remove());
  });
})();
