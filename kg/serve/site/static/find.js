// Fields that find things by name: a list of matches under the field (the combobox of the ARIA patterns).
// data-find="go" opens what is chosen, data-find="fill" puts its name into the field; data-kind narrows.

const WAIT = 120;
let number = 0;

const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

// A name on one line, without characters that turn its direction.
const line = text => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\u200e\u200f\ufeff]+/gu, ' ').replace(/\s+/gu, ' ').trim().slice(0, 160);

class Finder {
  constructor(field) {
    this.field = field;
    this.goes = field.dataset.find === 'go';
    this.id = `hits-${number += 1}`;
    this.list = make('ul', { class: 'hits', role: 'listbox', id: this.id, 'aria-label': 'Matches' });
    this.list.hidden = true;
    this.status = make('span', { class: 'unseen', role: 'status' });
    const place = make('span', { class: 'finder' });
    field.replaceWith(place);
    place.append(field, this.list, this.status);
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-controls': this.id, 'aria-autocomplete': 'list' })) field.setAttribute(name, value);
    this.found = [];
    this.at = -1;
    this.timer = 0;
    this.asked = null;
    // Keys pressed before the matches of what is typed are there: they mean those, and no earlier ones.
    this.early = null;
    field.addEventListener('input', () => { clearTimeout(this.timer); this.early = []; this.timer = setTimeout(() => this.ask(), WAIT); });
    field.addEventListener('keydown', event => this.key(event));
    field.addEventListener('blur', () => setTimeout(() => this.close(), 150));
  }

  async ask() {
    const text = this.field.value.trim();
    if (this.asked) this.asked.abort();
    if (!text) { this.early = null; this.close(); return; }
    this.asked = new AbortController();
    const query = new URLSearchParams({ q: text.slice(0, 300) });
    if (this.field.dataset.kind) query.set('kind', this.field.dataset.kind);
    try {
      const answer = await fetch(`/complete?${query}`, { signal: this.asked.signal, headers: { Accept: 'application/json' } });
      this.show(answer.ok ? await answer.json() : []);
    } catch (problem) { // asked again since, or no network: the form works all the same
      if (problem.name !== 'AbortError') this.early = null;
    }
  }

  show(found) {
    this.found = found;
    this.list.replaceChildren(...found.map((one, at) => {
      const item = make('li', { role: 'option', id: `${this.id}-${at}`, 'aria-selected': 'false' },
        make('bdi', { class: 'hit' }, line(one.label)), make('span', { class: 'of' }, line(one.about || one.class).slice(0, 60)));
      item.addEventListener('mousedown', event => { event.preventDefault(); this.take(at); });
      return item;
    }));
    this.point(-1);
    this.list.hidden = !found.length || document.activeElement !== this.field;
    this.field.setAttribute('aria-expanded', String(!this.list.hidden));
    this.status.textContent = found.length === 1 ? '1 match' : `${found.length} matches`;
    const early = this.early ?? [];
    this.early = null;
    for (const key of early) this.press(key);
  }

  close() {
    this.list.hidden = true;
    this.field.setAttribute('aria-expanded', 'false');
    this.point(-1);
  }

  point(at) {
    this.at = at;
    [...this.list.children].forEach((item, place) => item.setAttribute('aria-selected', String(place === at)));
    if (at < 0) { this.field.removeAttribute('aria-activedescendant'); return; }
    this.field.setAttribute('aria-activedescendant', `${this.id}-${at}`);
    this.list.children[at].scrollIntoView({ block: 'nearest' });
  }

  take(at) {
    const one = this.found[at];
    this.close();
    if (this.goes && one.href.startsWith('/') && !one.href.startsWith('//')) location.assign(one.href);
    else this.field.value = one.label;
  }

  key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const moves = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (this.early && (moves || (event.key === 'Enter' && this.early.length))) {
      event.preventDefault();
      this.early.push(event.key);
    } else if (moves && this.list.hidden) {
      event.preventDefault();
      this.ask();
    } else if (this.press(event.key)) event.preventDefault();
  }

  // Do what a key means on the matches shown, and tell whether it means anything.
  press(key) {
    if (this.list.hidden) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const many = this.found.length + 1;
      this.point((this.at + 1 + (key === 'ArrowDown' ? 1 : -1) + many) % many - 1);
    } else if (key === 'Enter' && this.at >= 0) this.take(this.at);
    else if (key === 'Escape') this.close();
    else return false;
    return true;
  }
}

for (const field of document.querySelectorAll('input[data-find]')) new Finder(field);
addEventListener('keydown', event => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  const field = document.getElementById('find');
  if (field) { event.preventDefault(); field.focus(); field.select(); }
});
