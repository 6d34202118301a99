(() => {
  'use strict';
  const form = document.getElementById('filter');
  const details = () => document.querySelectorAll('#findings details.finding');

  const unfold = (element) => {
    for (let at = element; at; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
  };
  const arrive = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target) unfold(target);
  };
  addEventListener('hashchange', arrive);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a');
    if (link) setTimeout(arrive, 0);
  });
  arrive();

  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('details:not([open])')];
    folded.forEach((one) => { one.open = true; });
  });
  addEventListener('afterprint', () => folded.forEach((one) => { one.open = false; }));

  if (!form) return;
  const find = document.getElementById('find');
  const shown = document.getElementById('shown');
  const kinds = [...form.querySelectorAll('input[type=checkbox]')];
  const findings = [...document.querySelectorAll('#findings .finding')];
  const groups = [...document.querySelectorAll('#findings .group')];
  const texts = new Map();
  const text = (one) => {
    if (!texts.has(one)) texts.set(one, one.textContent.toLowerCase());
    return texts.get(one);
  };
  const filter = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter((word) => word);
    const wanted = new Set(kinds.filter((kind) => kind.checked).map((kind) => kind.value));
    let count = 0;
    for (const one of findings) {
      const fits = wanted.has(one.dataset.kind) && words.every((word) => text(one).includes(word));
      one.hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const group of groups) group.hidden = !group.querySelector('.finding:not([hidden])');
    shown.textContent = count === findings.length ? '' : `${count} of ${findings.length} shown`;
  };
  let waiting = 0;
  find.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
  form.addEventListener('change', filter);
  form.addEventListener('submit', (event) => { event.preventDefault(); filter(); });
  const all = (open) => () => details().forEach((one) => { if (!one.hidden) one.open = open; });
  document.getElementById('unfold').addEventListener('click', all(true));
  document.getElementById('fold').addEventListener('click', all(false));
  form.hidden = findings.length < 5;
})();
