/**
 * What the page does beyond being read: filter and search findings, fold the long lists, copy the sentence. It adds no
 * content, sends nothing and keeps nothing. Written as text, so that its bytes, and with them the page's, are the same
 * whatever compiled us.
 */
export const pageScript = `
(() => {
  'use strict';
  const root = document.documentElement;
  const at = (id) => document.getElementById(id);
  root.classList.add('js');

  for (const button of document.querySelectorAll('.more')) {
    const more = button.textContent;
    button.addEventListener('click', () => {
      const open = button.closest('.rule').classList.toggle('open');
      button.setAttribute('aria-expanded', String(open));
      button.textContent = open ? button.dataset.less : more;
    });
  }

  const copy = at('copy');
  const label = copy.textContent;
  copy.addEventListener('click', async () => {
    const sentence = at('sentence');
    try {
      await navigator.clipboard.writeText(sentence.textContent);
    } catch {
      getSelection().selectAllChildren(sentence);
      if (!document.execCommand('copy')) return;
    }
    copy.textContent = copy.dataset.done;
    setTimeout(() => { copy.textContent = label; }, 2000);
  });

  const form = at('filters');
  if (form === null) return;
  const section = at('problems');
  const unit = at('by-unit');
  const severity = at('by-severity');
  const rule = at('by-rule');
  const words = at('by-words');
  const shown = at('shown');
  const groups = [...section.querySelectorAll('.rule')].map((group) => ({
    group,
    cases: [...group.querySelectorAll('li')].map((item) => ({
      item,
      count: Number(item.dataset.count || 1),
      words: (group.querySelector('h3').textContent + ' ' + item.textContent).toLowerCase(),
    })),
  }));
  const all = groups.reduce((sum, { cases }) => cases.reduce((part, { count }) => part + count, sum), 0);

  const apply = () => {
    const wanted = words.value.trim().toLowerCase().split(/\\s+/).filter(Boolean);
    const filtering = wanted.length > 0 || [unit, severity, rule].some((choice) => choice.value !== '*');
    let left = 0;
    section.classList.toggle('filtering', filtering);
    for (const { group, cases } of groups) {
      const ruleFits = rule.value === '*' || rule.value === group.dataset.rule;
      let any = false;
      for (const { item, count, words: text } of cases) {
        const fits = ruleFits
          && (unit.value === '*' || unit.value === item.dataset.unit)
          && (severity.value === '*' || severity.value === (item.dataset.severity || group.dataset.severity))
          && wanted.every((word) => text.includes(word));
        item.hidden = !fits;
        if (fits) { any = true; left += count; }
      }
      group.hidden = !any;
      for (const rest of group.querySelectorAll('.rest')) {
        rest.hidden = filtering && rest.querySelector('li:not([hidden])') === null;
      }
    }
    at('no-match').hidden = left > 0;
    shown.textContent = shown.dataset.words.replace('{n}', left).replace('{all}', all);
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', apply);
  form.addEventListener('reset', () => setTimeout(apply));
  for (const link of document.querySelectorAll('a[data-unit]')) {
    link.addEventListener('click', () => {
      form.reset();
      unit.value = link.dataset.unit;
      apply();
    });
  }
  apply();
})();
`;
