'use strict';
// Keeps the page in step with the hub, and sends buttons and forms without leaving it. Everything works without this script too.
(() => {
  const main = document.getElementById('main');
  const sheet = document.getElementById('sheet');
  const told = document.getElementById('told');
  const live = document.getElementById('live');
  if (!main || !sheet || !main.dataset.live) return;

  const key = node => (node.nodeType === Node.ELEMENT_NODE ? node.getAttribute('data-key') : null);
  const alike = (a, b) => a && a.nodeType === b.nodeType && a.nodeName === b.nodeName && key(a) === key(b);
  const isField = node => node.nodeType === Node.ELEMENT_NODE && node.matches('input:not([type=hidden]), textarea, select');

  // Makes one element like another, and keeps what is the same: focus, selection and half-filled forms stay.
  function become(old, fresh) {
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
      return;
    }
    if (old.isEqualNode(fresh) || isField(old)) return;
    for (const {name} of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
    for (const {name, value} of [...fresh.attributes]) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    children(old, fresh);
  }

  function children(old, fresh) {
    const keyed = new Map([...old.children].filter(child => key(child) !== null).map(child => [key(child), child]));
    let at = old.firstChild;
    for (const child of [...fresh.childNodes]) {
      const known = key(child) === null ? at : keyed.get(key(child));
      if (alike(known, child) && (key(child) !== null || key(at) === null)) {
        if (known === at) at = at.nextSibling;
        else old.insertBefore(known, at);
        become(known, child);
      } else {
        const added = document.importNode(child, true);
        if (key(child) !== null && added.classList) added.classList.add('fresh');
        old.insertBefore(added, at);
      }
    }
    while (at) {
      const next = at.nextSibling;
      at.remove();
      at = next;
    }
  }

  function show(html) {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const fresh = parsed.getElementById('sheet');
    const wasInside = sheet.contains(document.activeElement);
    if (fresh) {
      children(sheet, fresh);
      children(told, parsed.getElementById('told'));
    } else {
      const box = parsed.createElement('div');
      box.append(...parsed.body.childNodes);
      children(sheet, box);
    }
    if (wasInside && !sheet.contains(document.activeElement)) {
      (sheet.querySelector('button') || main).focus({preventScroll: true});
    }
  }

  document.addEventListener('submit', async event => {
    const form = event.target;
    if (form.method !== 'post' || form.dataset.plain || !main.contains(form)) return;
    event.preventDefault();
    if (form.getAttribute('aria-busy') === 'true') return;
    form.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form, event.submitter))});
      const html = await answer.text();
      if (!answer.ok) throw new Error(answer.status);
      if (form.classList.contains('fill')) form.reset();
      show(html);
    } catch (e) {
      location.reload();
    } finally {
      form.removeAttribute('aria-busy');
    }
  });

  const stream = new EventSource(main.dataset.live);
  const say = on => {
    live.textContent = on ? live.dataset.on : live.dataset.off;
    live.className = on ? 'live on' : 'live off';
  };
  stream.addEventListener('open', () => say(true));
  stream.addEventListener('error', () => {
    say(false);
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 5000);
  });
  stream.addEventListener('sheet', event => show(event.data));
})();
