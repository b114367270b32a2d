// A field that finds things by name, with its list of matches (the combobox of the ARIA patterns).

class Finder {
  // `pick` gets the thing; `keep` leaves its name in the field.
  constructor(field, hits, pick, { keep = false } = {}) {
    Object.assign(this, { field, list: hits, pick, keep, found: [], at: -1 });
    field.addEventListener('input', () => this.fill());
    field.addEventListener('focus', () => { field.select(); if (field.value.trim() && !keep) this.fill(); });
    field.addEventListener('blur', () => setTimeout(() => this.close(), 120));
    field.addEventListener('keydown', event => this.key(event));
  }

  close() {
    this.list.hidden = true;
    this.field.setAttribute('aria-expanded', 'false');
    this.field.removeAttribute('aria-activedescendant');
  }

  take(node) {
    this.field.value = this.keep ? short(node.label, 60) : '';
    this.close();
    this.pick(node);
  }

  point(to) {
    this.at = this.found.length ? (to + this.found.length) % this.found.length : -1;
    [...this.list.children].forEach((item, number) => item.setAttribute('aria-selected', String(number === this.at)));
    if (this.at < 0) return;
    this.field.setAttribute('aria-activedescendant', this.list.id + this.at);
    this.list.children[this.at].scrollIntoView({ block: 'nearest' });
  }

  fill() {
    this.found = search(this.field.value).slice(0, 30);
    const item = (node, number) => make('li', { role: 'option', id: this.list.id + number, 'aria-selected': 'false', click: () => this.take(node) },
      glyph(node.kind), make('bdi', { class: 'hit' }, short(node.label, 60)), make('span', { class: 'of' }, node.class));
    const none = DATA.left_out ? `Nothing of this name here; ${DATA.left_out.toLocaleString('en')} things with few links are not in this file` : 'Nothing of this name';
    this.list.replaceChildren(...(this.found.length ? this.found.map(item) : [make('li', { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, none)]));
    this.list.hidden = !this.field.value.trim();
    this.field.setAttribute('aria-expanded', String(!this.list.hidden));
    this.point(0);
  }

  key(event) {
    const { field } = this;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (this.list.hidden) this.fill();
      this.point(this.at + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && this.found[this.at] && !this.list.hidden) {
      event.preventDefault();
      this.take(this.found[this.at]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (!this.list.hidden) this.close(); else { if (!this.keep) field.value = ''; field.blur(); }
    }
  }
}
