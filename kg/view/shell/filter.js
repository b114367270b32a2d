// What is let through: kinds, links, countries, years, one document.

function makeFilters(change) {
  KINDS.forEach((kind, number) => {
    const box = make('input', { type: 'checkbox', value: kind.id });
    box.addEventListener('change', () => { state.kinds[box.checked ? 'add' : 'delete'](number); change(); });
    $('legend').append(make('label', { class: 'kind' }, box, glyph(number), kind.many, make('span', { class: 'number' })));
  });
  makeLinkFilter(change);
  makeCountryFilter(change);
  makeYears(change);
  makeDocuments(change);
  makeDisputes(change);
}

// Only where there is something to narrow to; what is in the middle must be in it.
function makeDisputes(change) {
  if (!$('disputed')) return;
  $('disputed').addEventListener('change', event => {
    state.disputed = event.target.checked;
    if (state.disputed && state.centre !== null && !isAtIssue(NODES[state.centre]) && ['near', 'collaborators'].includes(state.view.id)) enter(state.view);
    change();
  });
}

// `hidden` names the set of the state that holds what is unticked.
function boxes(menu, rows, hidden, change) {
  for (const [value, content, number] of rows) {
    const box = make('input', { type: 'checkbox', value });
    box.addEventListener('change', () => { state[hidden][box.checked ? 'delete' : 'add'](value); change(); });
    menu.append(make('label', {}, box, ...content, make('span', { class: 'number' }, number.toLocaleString('en'))));
  }
  const set = on => () => {
    for (const [value] of rows) state[hidden][on ? 'delete' : 'add'](value);
    change();
  };
  menu.prepend(make('p', { class: 'actions' }, make('button', { type: 'button', click: set(true) }, 'All'), make('button', { type: 'button', click: set(false) }, 'None')));
}

function makeLinkFilter(change) {
  const counted = DATA.predicates.map(() => 0);
  for (const edge of EDGES) counted[edge.predicate] += 1;
  const rows = DATA.predicates.map(([label], at) => [at, [label], counted[at]]).sort((a, b) => b[2] - a[2] || a[0] - b[0]);
  boxes($('links'), rows, 'silent', change);
}

function swatch(name) {
  const sign = glyph(0);
  sign.firstChild.setAttribute('d', 'M-10-10H10V10H-10Z');
  sign.firstChild.setAttribute('fill', `var(--${name})`);
  return sign;
}

function makeCountryFilter(change) {
  const counted = new Map();
  for (const node of NODES) counted.set(node.country, (counted.get(node.country) || 0) + 1);
  const rows = [...COUNTRIES, -1].filter(country => counted.has(country)).map(country =>
    [country, [swatch(shades.get(country)), country < 0 ? 'No country known' : NODES[country].label], counted.get(country)]);
  boxes($('homes'), rows, 'abroad', change);
  if (!$('key')) return;
  const named = COUNTRIES.slice(0, COLOURS).map(country => [shades.get(country), NODES[country].label]);
  const rest = [...(COUNTRIES.length > COLOURS ? [['elsewhere', 'others']] : []), ['nowhere', 'not known']];
  $('key').append(...[...named, ...rest].map(([name, text]) => make('span', {}, swatch(name), text)));
}

function makeYears(change) {
  const [from, to] = [$('from-year'), $('to-year')];
  if (!SPAN || SPAN[0] === SPAN[1]) { $('years').hidden = true; return; }
  for (const field of [from, to]) Object.assign(field, { min: SPAN[0], max: SPAN[1] });
  const set = field => {
    let [first, last] = [Number(from.value), Number(to.value)];
    if (first > last) { if (field === from) last = first; else first = last; }
    state.years = first === SPAN[0] && last === SPAN[1] ? null : [first, last];
    change();
  };
  from.addEventListener('input', () => set(from));
  to.addEventListener('input', () => set(to));
}

// A list to choose from; of very many documents, a field that proposes names as they are typed.
function makeDocuments(change) {
  const name = ([, title, publisher]) => short([publisher, title].filter(Boolean).join(': '), 60);
  const names = DATA.documents.map(name);
  const place = $('document-place');
  const choose = doc => { state.doc = doc; change(); };
  if (names.length <= 200) {
    const field = make('select', { id: 'document' }, make('option', { value: -1 }, 'All documents'), ...names.map((text, number) => make('option', { value: number }, text)));
    field.addEventListener('change', () => choose(Number(field.value)));
    place.append(field);
  } else {
    const field = make('input', { id: 'document', type: 'search', list: 'documents', placeholder: `All ${names.length.toLocaleString('en')} documents` });
    const known = new Map(DATA.documents.map(([id], number) => [id, number]));
    field.addEventListener('change', () => choose(known.has(field.value) ? known.get(field.value) : -1));
    place.append(field, make('datalist', { id: 'documents' }, ...DATA.documents.map(([id], number) => make('option', { value: id }, names[number]))));
  }
}

// The controls as the state has them.
function showFilters() {
  for (const box of document.querySelectorAll('#legend input')) box.checked = state.kinds.has(kindCalled(box.value));
  for (const box of document.querySelectorAll('#links input')) box.checked = !state.silent.has(Number(box.value));
  for (const box of document.querySelectorAll('#homes input')) box.checked = !state.abroad.has(Number(box.value));
  $('links-menu').querySelector('.number').textContent = state.silent.size ? `${DATA.predicates.length - state.silent.size} of ${DATA.predicates.length}` : '';
  $('homes-menu').hidden = state.view.id !== 'all';
  if (SPAN) {
    const [first, last] = state.years || SPAN;
    $('from-year').value = first;
    $('to-year').value = last;
    $('years-shown').textContent = first === last ? first : `${first}–${last}`;
  }
  if ($('disputed')) $('disputed').checked = state.disputed;
  const field = $('document');
  field.value = field.tagName === 'SELECT' ? String(state.doc) : state.doc < 0 ? '' : DATA.documents[state.doc][0];
}

// The legend names the kinds that the view has.
function countKinds() {
  const members = KINDS.map(() => 0);
  const ids = state.view.places ? state.view.places.keys() : visible.nodes.map(one => one.id);
  for (const id of ids) members[NODES[id].kind] += 1;
  document.querySelectorAll('#legend .kind').forEach((label, number) => {
    label.hidden = !members[number] && state.kinds.has(number);
    label.querySelector('.number').textContent = members[number].toLocaleString('en');
  });
}
