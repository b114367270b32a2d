// What is shown and chosen, kept in the address, so that a link to the file opens where it was.

const state = {
  view: VIEWS[0], node: null, edge: null, pair: null, centre: null, steps: 2, path: [null, null], through: false,
  kinds: new Set(KINDS.keys()), silent: new Set(), abroad: new Set(), years: null, doc: -1, disputed: false, map: false, tint: 'country',
};
const SPAN = (() => {
  const years = DATA.moments.map(([, year]) => year).filter(Boolean);
  return years.length ? [years.reduce((a, b) => Math.min(a, b)), years.reduce((a, b) => Math.max(a, b))] : null;
})();
const viewCalled = name => VIEWS.find(view => view.id === name) || null;

// A link by its ends and what it says, so that an address outlives the numbers of one build.
const linkName = link => [NODES[link.from].key, link.label, NODES[link.to].key].join(' ');

function addressOf() {
  const address = new URLSearchParams();
  const put = (name, value, said = true) => { if (said) address.append(name, value); };
  put('view', state.view.id, state.view !== VIEWS[0]);
  if (state.node !== null) put('node', NODES[state.node].key);
  if (state.centre !== null) put('centre', NODES[state.centre].key, state.centre !== state.node && ['near', 'collaborators'].includes(state.view.id));
  put('steps', state.steps, state.view.id === 'near');
  if (state.view.id === 'paths') for (const end of state.path) if (end !== null) put('path', NODES[end].key);
  put('through', 'countries', state.through);
  if (state.edge !== null) put('link', linkName(EDGES[state.edge]));
  if (state.pair) { put('pair', NODES[state.pair.from].key); put('pair', NODES[state.pair.to].key); put('first', 'listed', state.pair.works); }
  put('types', [...state.kinds].sort((a, b) => a - b).map(kind => KINDS[kind].id).join(), state.kinds.size < KINDS.length);
  for (const predicate of [...state.silent].sort((a, b) => a - b)) put('without', DATA.predicates[predicate][0]);
  for (const country of [...state.abroad].sort((a, b) => a - b)) put('not', country < 0 ? 'none' : NODES[country].key);
  if (state.years) put('years', state.years.join('-'));
  if (state.doc >= 0) put('doc', DATA.documents[state.doc][0]);
  put('disputed', 1, state.disputed);
  put('map', 1, state.map);
  put('colour', 'kind', state.tint === 'kind');
  return '#' + address;
}

let steps = 0;
function save(step) {
  const address = addressOf();
  if (address === location.hash || (address === '#' && !location.hash)) return;
  try {
    if (step) { history.pushState(null, '', address); steps += 1; } else history.replaceState(null, '', address);
  } catch { /* a frame without an address of its own: nothing to keep it in */ }
}

const mostLinked = test => NODES.reduce((best, node) => (test(node) && (!best || node.edges.length > best.edges.length) ? node : best), null);

// What a view is about before anybody has chosen: a film of which much is said and that leads on to others, or the
// person who shares the most works.
function defaultCentre(view) {
  if (state.disputed) return (view === 'near' ? null : mostLinked(node => isAtIssue(node) && KINDS[node.kind].id === 'person')) || mostLinked(isDisputed);
  if (view === 'collaborators') return mostLinked(node => KINDS[node.kind].id === 'person') || mostLinked(node => KINDS[node.kind].id === 'company');
  const films = NODES.filter(node => KINDS[node.kind].id === 'film').sort((a, b) => b.edges.length - a.edges.length || a.id - b.id).slice(0, 12);
  const reach = film => { const size = around(film, 2, () => true).step.size; return size > 60 ? film.edges.length : size; };
  const rich = films.map(film => [reach(film), film]).sort(([a], [b]) => b - a)[0];
  return rich ? rich[1] : mostLinked(isWork) || mostLinked(() => true);
}

// Two steps, where these are few enough to read.
function defaultSteps(centre) {
  return centre && around(centre, 2, () => true).step.size > 110 ? 1 : 2;
}

const canCentre = (view, node) => view.id !== 'collaborators' || ['person', 'company', 'country'].includes(KINDS[node.kind].id);

// Open a view; around a thing, where it has a centre.
function enter(view, node = null) {
  Object.assign(state, { view, node: null, edge: null, pair: null });
  if (!['near', 'collaborators'].includes(view.id)) return;
  const centre = node || (state.centre !== null && canCentre(view, NODES[state.centre]) && (!state.disputed || isAtIssue(NODES[state.centre])) ? NODES[state.centre] : defaultCentre(view.id));
  state.centre = state.node = centre ? centre.id : null;
  if (view.id === 'near') state.steps = defaultSteps(centre);
}

// From the address, or where it says nothing, from what the file opens with.
function load() {
  const address = new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : DATA.start);
  const thing = name => (address.get(name) === null ? null : byKey(address.get(name)));
  const ends = name => address.getAll(name).slice(0, 2).map(byKey);
  const node = thing('node');
  const all = KINDS.keys();
  const types = address.get('types');
  state.kinds = new Set([...all].filter(kind => types === null || types.split(',').includes(KINDS[kind].id)));
  state.silent = new Set([...DATA.predicates.keys()].filter(at => address.getAll('without').includes(DATA.predicates[at][0])));
  state.abroad = new Set(address.getAll('not').map(key => (key === 'none' ? -1 : (byKey(key) || { id: -2 }).id)));
  const years = /^(\d{1,4})-(\d{1,4})$/.exec(address.get('years') || '');
  state.years = years && SPAN && Number(years[1]) <= Number(years[2]) ? [Number(years[1]), Number(years[2])] : null;
  state.doc = DATA.documents.findIndex(([id]) => id === address.get('doc'));
  state.through = address.get('through') === 'countries';
  state.disputed = address.get('disputed') === '1' && DISPUTED.size > 0;
  state.map = address.get('map') === '1';
  state.tint = address.get('colour') === 'kind' ? 'kind' : 'country';
  const asked = viewCalled(address.get('view'));
  const path = ends('path');
  state.path = path.length === 2 && path.every(Boolean) ? path.map(end => end.id) : [path[0] ? path[0].id : null, null];
  enter(asked || (state.path[1] !== null && viewCalled('paths')) || VIEWS[0], thing('centre') || (node && !asked ? node : null));
  if (node) {
    const held = state.view.places ? state.view.places.has(node.id) : true;
    if (['near', 'collaborators'].includes(state.view.id) && !address.get('centre') && canCentre(state.view, node)) enter(state.view, node);
    if (held) state.node = node.id; else if (viewCalled('near')) enter(viewCalled('near'), node);
  }
  if (['1', '2'].includes(address.get('steps'))) state.steps = Number(address.get('steps'));
  const link = address.get('link');
  const found = node || link === null ? -1 : EDGES.findIndex(edge => linkName(edge) === link);
  if (found >= 0) Object.assign(state, { edge: found, node: null });
  const pair = ends('pair');
  if (!node && pair.length === 2 && pair.every(Boolean)) Object.assign(state, { node: null, pair: { from: pair[0].id, to: pair[1].id, works: address.get('first') ? listed(pair) : undefined } });
}

// The works of a cell of the matrix: those that list the one country first.
function listed([first, second]) {
  const cell = document.querySelector(`.matrix [data-first="${first.id}"][data-second="${second.id}"]`);
  return cell ? cell.dataset.works.split(' ').map(Number) : undefined;
}
