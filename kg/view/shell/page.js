// The page: draws what the state says, and lets the reader change it.

const LARGE = 2000;
const engines = {};
let picture = null;
let visible = NOTHING;

const events = {
  choose: (node, edge) => {
    if (node !== null) choose({ node });
    else if (edge !== null) choose(visible.pairs ? { pair: visible.pairs[edge] } : { edge });
    else choose({});
  },
  centre: node => { if (viewCalled('near')) { enter(viewCalled('near'), NODES[node]); render({ fit: true, step: true }); } },
  words: edge => (visible.pairs ? (edge.weight ? count(edge.weight, 'work', 'works') : '') : EDGES[edge.id].label),
};

// The engine for so many things; each is made when it is first needed, in a place of its own.
function engineFor(number) {
  const name = number > LARGE ? 'atlas' : 'picture';
  for (const part of ['picture', 'atlas']) $(part + '-place').hidden = part !== name;
  if (!(name in engines)) {
    try {
      engines[name] = name === 'atlas' ? new Atlas($('atlas-place'), events) : new Picture($('picture-place'), events);
    } catch {
      engines[name] = null;
      $('failed').hidden = false;
    }
  }
  return engines[name];
}

// `fit` shows all of it; `step` makes it a step that the browser's Back goes back over.
function render({ fit = false, step = false } = {}) {
  visible = scene();
  picture = engineFor(Math.max(visible.nodes.length, visible.of));
  if (picture) {
    picture.lit = null;
    picture.show(visible.nodes, visible.edges);
    if (fit) picture.fit();
  }
  tell();
  for (const tab of document.querySelectorAll('.tab')) tab.setAttribute('aria-current', tab.dataset.view === state.view.id ? 'page' : 'false');
  for (const part of document.querySelectorAll('[data-for]')) part.hidden = !part.dataset.for.split(' ').includes(state.view.id);
  showFilters();
  countKinds();
  showBars();
  countTables();
  mark({ step });
}

// What is in sight, in words; read aloud when it changes.
function tell() {
  const things = visible.count < visible.of ? `${visible.count.toLocaleString('en')} of ${count(visible.of, 'thing', 'things')}` : count(visible.count, 'thing', 'things');
  const parts = [things, count(visible.links, 'link', 'links')];
  const asColour = visible.count - visible.nodes.length;
  if (asColour > 0) parts.push(`${count(asColour, 'country', 'countries')} as colour`);
  if (DATA.left_out) parts.push(`${DATA.left_out.toLocaleString('en')} with fewer links left out`);
  if (state.disputed) parts.push('only what is disputed');
  $('count').textContent = parts.join(', ');
}

// The choice alone: lighting, panel and address.
function mark({ step = false } = {}) {
  const lit = lighting();
  if (picture) {
    picture.light(lit, state.node, sayings(lit));
    if (lit) picture.reveal([...lit.nodes]);
  }
  if (state.node !== null) showNode(NODES[state.node], goTo, actions(NODES[state.node]));
  else if (state.edge !== null) showEdge(EDGES[state.edge], goTo);
  else if (state.pair) showPair(state.pair, sharedOf(state.pair), goTo);
  else if (state.view.id === 'paths') showPaths(state.path, visible.paths, goTo);
  else showIndex(state.view, state.view.id === 'all' && byCountry() ? [...state.view.places.keys()].map(id => NODES[id]).filter(wanted) : visible.nodes.map(one => one.node), goTo);
  panel.scrollTop = 0;
  save(step);
}

// The lines that have their words on them: those that are lit, or those of the centre; not where there are too many.
function sayings(lit) {
  const said = lit ? lit.edges : state.view.id === 'near' ? new Set(visible.edges.filter(edge => [edge.from, edge.to].includes(state.centre)).map(edge => edge.id)) : new Set();
  return said.size <= 40 ? said : new Set();
}

function sharedOf(pair) {
  if (pair.works) return works(pair);
  const found = (visible.pairs || []).find(one => [one.from, one.to].includes(pair.from) && [one.from, one.to].includes(pair.to));
  return found ? works(found) : [];
}

function choose(choice) {
  Object.assign(state, { node: null, edge: null, pair: null }, choice);
  mark({ step: true });
}

// From a name in the panel, or found: choose it where it is shown, else go where it can be.
function goTo(node) {
  if (!wanted(node)) { state.kinds.add(node.kind); state.abroad.delete(node.country); }
  const isHere = visible.nodes.some(one => one.id === node.id);
  Object.assign(state, { node: node.id, edge: null, pair: null });
  if (['near', 'collaborators'].includes(state.view.id) && !isHere) enter(canCentre(state.view, node) ? state.view : viewCalled('near') || state.view, node);
  else if (!isHere && !(state.view.places && state.view.places.has(node.id) && !byCountry())) {
    const home = viewCalled('near');
    if (home) enter(home, node);
  }
  render({ fit: !isHere, step: true });
}

function actions(node) {
  const act = (text, click) => make('button', { type: 'button', click }, text);
  const open = (name, about) => () => { enter(viewCalled(name), about); render({ fit: true, step: true }); };
  const parts = [];
  const isCentre = node.id === state.centre;
  if (viewCalled('near') && !(state.view.id === 'near' && isCentre)) parts.push(act('Neighbourhood', open('near', node)));
  if (viewCalled('collaborators') && canCentre(viewCalled('collaborators'), node) && !(state.view.id === 'collaborators' && isCentre)) parts.push(act('Collaborators', open('collaborators', node)));
  if (viewCalled('paths') && state.view.id !== 'paths') parts.push(act('Connect with …', () => { state.path = [node.id, null]; open('paths', null)(); $('to').focus(); }));
  return make('div', { class: 'actions', role: 'group', 'aria-label': 'Show' }, ...parts);
}

// The row of controls that a view has of its own.
function showBars() {
  if (state.view.id === 'near') for (const button of document.querySelectorAll('[data-steps]')) button.setAttribute('aria-pressed', String(Number(button.dataset.steps) === state.steps));
  for (const button of document.querySelectorAll('[data-map]')) button.setAttribute('aria-pressed', String((button.dataset.map === '1') === state.map));
  for (const button of document.querySelectorAll('[data-colour]')) button.setAttribute('aria-pressed', String(button.dataset.colour === state.tint));
  if ($('key')) $('key').hidden = !byCountry();
  if (state.view.id !== 'paths') return;
  $('through').checked = state.through;
  ['from', 'to'].forEach((field, at) => { if (document.activeElement !== $(field)) $(field).value = state.path[at] === null ? '' : short(NODES[state.path[at]].label, 60); });
}

// Counts and rows of the tables, as the filters leave them; a darker cell holds more works.
function countTables() {
  const cells = [...document.querySelectorAll('section.table:not([hidden]) .count')];
  const numbers = cells.map(button => cellWorks(button).length);
  const most = Math.max(1, ...numbers);
  cells.forEach((button, at) => {
    const shown = numbers[at].toLocaleString('en');
    button.textContent = shown;
    button.setAttribute('aria-label', `${NODES[button.dataset.first].label} with ${NODES[button.dataset.second].label}: ${shown}`);
    button.className = 'count heat' + (numbers[at] ? Math.ceil(4 * Math.sqrt(numbers[at] / most)) : 0);
    button.classList.toggle('empty', isFiltered() && !numbers[at]);
  });
  for (const sum of document.querySelectorAll('section.table:not([hidden]) .sum[data-sum]')) {
    sum.textContent = new Set([...sum.parentNode.querySelectorAll('.count')].flatMap(cellWorks)).size.toLocaleString('en');
  }
  for (const credit of document.querySelectorAll('section.table:not([hidden]) .credit')) {
    const [work, company] = [credit.closest('tr'), credit].map(part => NODES[part.querySelector('.name').dataset.node]);
    credit.hidden = isFiltered() && !between(work, company).some(spoken);
  }
  for (const row of document.querySelectorAll('section.table:not([hidden]) .credits tbody tr')) row.hidden = !row.querySelector('.credit:not([hidden])');
}

function cellWorks({ dataset }) {
  const [from, to] = [Number(dataset.first), Number(dataset.second)];
  if (dataset.works !== undefined) return works({ from, to, works: dataset.works.split(' ').map(Number) });
  return sharedOf({ from, to });
}

function makeControls() {
  const refilter = () => render({ fit: ['near', 'collaborators', 'paths'].includes(state.view.id) });
  makeFilters(refilter);
  for (const tab of document.querySelectorAll('.tab')) tab.addEventListener('click', () => { enter(viewCalled(tab.dataset.view)); render({ fit: true, step: true }); });
  const press = (name, act) => { for (const button of document.querySelectorAll(`[data-${name}]`)) button.addEventListener('click', () => { act(button.dataset[name]); render({ fit: true, step: true }); }); };
  press('steps', value => { state.steps = Number(value); });
  press('map', value => { state.map = value === '1'; });
  press('colour', value => { state.tint = value; });
  for (const button of document.querySelectorAll('.table .name')) {
    const node = NODES[button.dataset.node];
    button.addEventListener('click', () => goTo(node));
    if (isDisputed(node)) button.after(' ', disputeWord());
  }
  for (const button of document.querySelectorAll('.count')) {
    button.addEventListener('click', () => choose({ pair: {
      from: Number(button.dataset.first), to: Number(button.dataset.second), works: button.dataset.works === undefined ? undefined : button.dataset.works.split(' ').map(Number),
    } }));
  }
  $('theme').addEventListener('click', () => setTheme(root.dataset.theme === 'dark' ? 'light' : 'dark'));
  const click = (id, act) => $(id).addEventListener('click', () => { if (picture) act(); });
  const name = () => short([DATA.title, state.view.title, state.node === null ? '' : NODES[state.node].label].filter(Boolean).join(' '), 80).normalize('NFKD').replace(/[^\w]+/g, '-').replace(/^-|-$/g, '').toLowerCase() || 'picture';
  click('fit', () => picture.fit());
  click('closer', () => picture.zoom(1.3));
  click('further', () => picture.zoom(1 / 1.3));
  click('png', () => savePng(picture, name()));
  click('svg', () => saveSvg(picture, DATA.title, name()));
}

function makeSearch() {
  new Finder($('find'), $('hits'), node => { goTo(node); panel.focus({ preventScroll: innerWidth > 760 }); });
  if (!$('from')) return;
  const set = at => node => { state.path[at] = node.id; Object.assign(state, { node: null, edge: null, pair: null }); render({ fit: true, step: true }); if (state.path[1 - at] === null) $(at ? 'from' : 'to').focus(); };
  new Finder($('from'), $('from-hits'), set(0), { keep: true });
  new Finder($('to'), $('to-hits'), set(1), { keep: true });
  $('swap').addEventListener('click', () => { state.path.reverse(); render({ fit: true, step: true }); });
  $('through').addEventListener('change', event => { state.through = event.target.checked; render({ fit: true }); });
}

function setTheme(theme) {
  root.dataset.theme = theme;
  $('theme').textContent = theme === 'dark' ? 'Light' : 'Dark';
  for (const engine of Object.values(engines)) if (engine) engine.recolour();
}

// The linked thing that lies most nearly in a direction.
function neighbour(across, down) {
  const at = new Map(visible.nodes.map(one => [one.id, one]));
  const here = at.get(state.node);
  if (!here) return visible.nodes.reduce((best, one) => (!best || one.weight > best.weight ? one : best), null);
  let [best, most] = [null, 0.2];
  for (const edge of visible.edges) {
    if (edge.from !== here.id && edge.to !== here.id) continue;
    const there = at.get(edge.from === here.id ? edge.to : edge.from);
    const [x, y] = [there.x - here.x, there.y - here.y];
    const fits = (x * across + y * down) / (Math.hypot(x, y) || 1);
    if (fits > most) { most = fits; best = there; }
  }
  return best;
}

function makeKeys() {
  const walk = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  $('picture').addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || !picture) return;
    if (event.key in walk) {
      event.preventDefault();
      const found = neighbour(...walk[event.key]);
      if (found) choose({ node: found.id });
    } else if (event.key === '+' || event.key === '=') picture.zoom(1.25);
    else if (event.key === '-') picture.zoom(0.8);
    else if (event.key === '0') picture.fit();
    else if (event.key === 'Enter') panel.focus();
  });
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { event.preventDefault(); $('find').focus(); }
    else if (event.key === 'Escape') back();
  });
}

// Escape: out of a menu, out of the panel, then to what was chosen before.
function back() {
  const menu = document.querySelector('details.menu[open]');
  if (menu) { menu.open = false; menu.querySelector('summary').focus(); return; }
  if (panel.contains(document.activeElement)) { $('picture').focus(); return; }
  if (steps) { steps -= 1; history.back(); return; }
  const isCentre = state.node === state.centre && ['near', 'collaborators'].includes(state.view.id);
  if (state.edge !== null || state.pair || (state.node !== null && !isCentre)) choose(['near', 'collaborators'].includes(state.view.id) ? { node: state.centre } : {});
}

makeControls();
makeSearch();
makeKeys();
setTheme(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
load();
render({ fit: true });
addEventListener('hashchange', () => { if (addressOf() !== location.hash) { load(); render({ fit: true }); } });
addEventListener('click', event => { for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false; });
addEventListener('beforeprint', () => { if (root.dataset.theme === 'dark') { root.dataset.printing = ''; setTheme('light'); } });
addEventListener('afterprint', () => { if ('printing' in root.dataset) { delete root.dataset.printing; setTheme('dark'); } });
root.dataset.ready = 'true';
