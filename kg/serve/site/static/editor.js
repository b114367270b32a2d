// The field for SPARQL: words of the vocabulary are offered under it while one types. Plain typing is never changed:
// Tab takes the first word offered, Enter only one that was gone to with the arrows, Escape puts the list away.

const field = document.getElementById('query');
const form = document.getElementById('ask');
const offers = document.getElementById('offers');
const MOST = 8;
const LONG = 4000;
let terms = null;
let found = [];
let at = -1;
let away = null;

let asking = null;
const ask = () => {
  // Without words to offer the field works all the same.
  asking ||= fetch('/query/terms.json').then(answer => (answer.ok ? answer.json() : [])).then(words => { terms = words; }, () => {});
  return asking;
};

// The word before the caret, or null in a comment, a string, an IRI or a variable.
function word() {
  if (field.selectionStart !== field.selectionEnd) return null;
  const before = field.value.slice(0, field.selectionStart);
  if (/[\w:-]/.test(field.value.charAt(field.selectionStart))) return null;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const match = /(?:^|[\s{(;,.|/^!*+])([A-Za-z][\w-]*:?[\w-]*)$/.exec(line);
  if (!match) return null;
  const head = line.slice(0, match.index);
  const bare = head.replace(/<[^<>\s]*>/g, '').replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '');
  if (/[#"'<]/.test(bare)) return null;
  return { text: match[1], start: field.selectionStart - match[1].length };
}

function fits(text) {
  const wanted = text.toLowerCase();
  const whole = terms.filter(one => one.term.toLowerCase().startsWith(wanted));
  const local = wanted.includes(':') ? [] : terms.filter(one => !whole.includes(one) && one.term.toLowerCase().split(':')[1].startsWith(wanted));
  return [...whole, ...local].filter(one => one.term !== text).slice(0, MOST);
}

function close() {
  offers.hidden = true;
  found = [];
  at = -1;
  field.removeAttribute('aria-activedescendant');
}

function show() {
  const here = word();
  if (!terms || !here || here.text.length < 2 || here.start === away) { if (!here || here.start !== away) away = null; close(); return; }
  away = null;
  found = fits(here.text);
  at = -1;
  if (!found.length) { close(); return; }
  offers.replaceChildren(...found.map((one, number) => {
    const item = document.createElement('div');
    item.setAttribute('role', 'option');
    item.id = `offer-${number}`;
    item.setAttribute('aria-selected', 'false');
    const term = document.createElement('code');
    term.textContent = one.term;
    const about = document.createElement('span');
    about.textContent = one.about;
    item.append(term, about);
    item.addEventListener('mousedown', event => { event.preventDefault(); take(number); });
    return item;
  }));
  offers.hidden = false;
  field.removeAttribute('aria-activedescendant');
}

function point(to) {
  at = (to + found.length) % found.length;
  [...offers.children].forEach((item, number) => item.setAttribute('aria-selected', String(number === at)));
  field.setAttribute('aria-activedescendant', `offer-${at}`);
  offers.children[at].scrollIntoView({ block: 'nearest' });
}

function take(number) {
  const here = word();
  if (here) {
    const { term } = found[number];
    field.focus();
    field.setSelectionRange(here.start, field.selectionStart);
    // This way the browser's own undo takes it back.
    if (!document.execCommand('insertText', false, term)) field.setRangeText(term, here.start, field.selectionEnd, 'end');
  }
  close();
}

function key(event) {
  if (event.isComposing) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); form.requestSubmit(); return; }
  if (offers.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Tab' && !event.shiftKey) { event.preventDefault(); take(Math.max(at, 0)); }
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); point(event.key === 'ArrowDown' ? at + 1 : Math.max(at, 0) - 1); }
  else if (event.key === 'Enter' && at >= 0) { event.preventDefault(); take(at); }
  else if (event.key === 'Escape') { event.preventDefault(); const here = word(); away = here ? here.start : null; close(); }
}

// Where the query went wrong: the caret goes there.
function goToFault() {
  const [line, column] = [Number(field.dataset.line), Number(field.dataset.column)];
  if (!line) return;
  const lines = field.value.split('\n');
  const place = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  field.focus({ preventScroll: true });
  field.setSelectionRange(place, place);
  field.scrollTop = Math.max(0, (line - 4) * parseFloat(getComputedStyle(field).lineHeight));
}

offers.setAttribute('role', 'listbox');
offers.setAttribute('aria-label', 'Words of the vocabulary');
for (const [name, value] of Object.entries({ 'aria-controls': 'offers', 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox' })) field.setAttribute(name, value);
for (const words of document.querySelectorAll('.with-script')) words.hidden = false;
field.addEventListener('focus', ask, { once: true });
field.addEventListener('input', async () => { await ask(); show(); });
field.addEventListener('keydown', key);
field.addEventListener('click', close);
field.addEventListener('blur', () => setTimeout(close, 150));
form.addEventListener('submit', () => { form.method = encodeURIComponent(field.value).length > LONG ? 'post' : 'get'; });
goToFault();
