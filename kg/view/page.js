// The page: what is chosen and shown, kept in the address, and the controls that change it.

const state = { view: VIEWS[0], node: null, edge: null, pair: null, works: null, near: 0, kinds: new Set(KINDS.keys()), doc: -1 };
let picture = null;
let visible = { nodes: [], edges: [] };

const nodeOf = id => (id === null ? null : NODES[id]);
const spoken = edge => state.doc < 0 || edge.proofs.some(proof => documentOf(proof) === state.doc);
const wanted = node => state.kinds.has(node.kind);

// What the state shows: nodes with places and edges, of the view or of a neighbourhood in it.
function scene() {
  const centre = nodeOf(state.node);
  if (state.near && centre) {
    const { step, parent } = around(centre, state.near, (edge, node) => spoken(edge) && wanted(node));
    return statements([...step.keys()], radial(centre, step, parent));
  }
  const { places } = state.view;
  const nodes = [...places.keys()].map(nodeOf).filter(wanted);
  return state.view.pairs ? projected(nodes, places) : statements(nodes, places);
}

function statements(nodes, places) {
  const inside = new Set(nodes.map(node => node.id));
  const edges = EDGES.filter(edge => inside.has(edge.from) && inside.has(edge.to) && spoken(edge));
  const speaking = state.doc < 0 ? inside : new Set([
    ...edges.flatMap(edge => [edge.from, edge.to]),
    ...nodes.filter(node => (node.facts || []).some(fact => fact[3].some(proof => documentOf(proof) === state.doc))).map(node => node.id),
  ]);
  return {
    nodes: nodes.filter(node => speaking.has(node.id)).map(node => ({ id: node.id, node, weight: node.edges.length, ...places.get(node.id) })),
    edges: edges.map(edge => ({ id: edge.id, from: edge.from, to: edge.to, weight: 1, dashes: edge.certainty === 'inferred' })),
  };
}

function projected(nodes, places) {
  const inside = new Set(nodes.map(node => node.id));
  const said = pair => state.doc < 0 || between(NODES[pair.from], NODES[pair.to]).some(spoken)
    || pair.works.some(work => between(NODES[work], NODES[pair.from]).some(spoken) && between(NODES[work], NODES[pair.to]).some(spoken));
  const edges = state.view.pairs.filter(pair => inside.has(pair.from) && inside.has(pair.to) && said(pair));
  const weight = new Map();
  for (const pair of edges) for (const end of [pair.from, pair.to]) weight.set(end, (weight.get(end) || 0) + pair.works.length + 1);
  return {
    nodes: nodes.filter(node => state.doc < 0 || weight.has(node.id)).map(node => ({ id: node.id, node, weight: weight.get(node.id) || 0, ...places.get(node.id) })),
    edges: edges.map(pair => ({ id: pair.id, from: pair.from, to: pair.to, weight: pair.works.length, dashes: !pair.works.length })),
  };
}

function lighting() {
  const { edges } = visible;
  if (state.node !== null && !state.near) {
    const beside = edges.filter(edge => edge.from === state.node || edge.to === state.node);
    return { nodes: new Set([state.node, ...beside.flatMap(edge => [edge.from, edge.to])]), edges: new Set(beside.map(edge => edge.id)) };
  }
  const ends = state.works || (state.pair !== null ? state.view.pairs[state.pair] : state.edge !== null ? EDGES[state.edge] : null);
  if (!ends) return null;
  const same = edge => (state.edge !== null ? edge.id === state.edge : [edge.from, edge.to].includes(ends.from) && [edge.from, edge.to].includes(ends.to));
  return { nodes: new Set([ends.from, ends.to]), edges: new Set(edges.filter(same).map(edge => edge.id)) };
}

function render({ fit = false } = {}) {
  visible = scene();
  if (picture) {
    picture.lit = null;
    picture.show(visible.nodes, visible.edges);
    if (fit) picture.fit();
  }
  mark();
  const all = state.near ? visible.nodes.length : state.view.places.size;
  const things = visible.nodes.length < all ? `${visible.nodes.length.toLocaleString('en')} of ${count(all, 'thing', 'things')}` : count(all, 'thing', 'things');
  $('count').textContent = `${things}, ${count(visible.edges.length, 'link', 'links')}`;
  for (const tab of document.querySelectorAll('.tab')) tab.setAttribute('aria-current', !state.near && tab.dataset.view === state.view.id ? 'page' : 'false');
  for (const table of document.querySelectorAll('section.table')) table.hidden = state.near > 0 || table.id !== 'table-' + state.view.id;
  for (const box of document.querySelectorAll('#legend input')) box.checked = state.kinds.has(KINDS.findIndex(kind => kind.id === box.value));
  $('document').value = String(state.doc);
  countKinds();
}

// The legend names the kinds that the view has.
function countKinds() {
  const members = KINDS.map(() => 0);
  const ids = state.near ? visible.nodes.map(one => one.id) : state.view.places.keys();
  for (const id of ids) members[NODES[id].kind] += 1;
  document.querySelectorAll('#legend .kind').forEach((label, number) => {
    label.hidden = !members[number] && state.kinds.has(number);
    label.querySelector('.number').textContent = String(members[number]);
  });
}

// The choice alone: lighting, panel and address.
function mark() {
  const lit = lighting();
  if (picture) {
    picture.light(lit, state.node);
    if (lit) picture.reveal([...lit.nodes]);
  }
  if (state.node !== null) showNode(NODES[state.node], goTo, actions());
  else if (state.edge !== null) showEdge(EDGES[state.edge], goTo);
  else if (state.works) showWorks(NODES[state.works.from], NODES[state.works.to], state.works.works, goTo);
  else if (state.pair !== null) showWorks(NODES[state.view.pairs[state.pair].from], NODES[state.view.pairs[state.pair].to], state.view.pairs[state.pair].works, goTo);
  else showIndex(state.view, visible.nodes.map(one => one.node), goTo);
  panel.scrollTop = 0;
  save();
}

function choose(choice) {
  const was = state.near;
  Object.assign(state, { node: null, edge: null, pair: null, works: null, near: 0 }, choice);
  if (was || state.near) render({ fit: true });
  else mark();
}

function goTo(node) {
  state.kinds.add(node.kind);
  if (state.near) return choose({ node: node.id, near: state.near });
  if (!state.view.places.has(node.id)) {
    const home = VIEWS.find(view => view.places.has(node.id));
    if (!home) return choose({ node: node.id, near: 1 });
    state.view = home;
    state.doc = -1;
  }
  Object.assign(state, { node: node.id, edge: null, pair: null, works: null });
  if (picture && picture.shown && visible.nodes.some(one => one.id === node.id) && state.view.places.has(node.id)) render();
  else render({ fit: true });
}

function actions() {
  const button = (text, near) => make('button', { type: 'button', 'aria-pressed': String(state.near === near), click: () => choose({ node: state.node, near }) }, text);
  return make('div', { class: 'actions', role: 'group', 'aria-label': 'Draw' }, button(state.view.title, 0), button('Its links', 1), button('Two steps', 2));
}

// A link by its ends and what it says, so that an address outlives the numbers of one build.
const linkName = link => [NODES[link.from].key, link.label || '', NODES[link.to].key].join(' ');

function save() {
  const address = new URLSearchParams();
  if (state.view !== VIEWS[0]) address.set('view', state.view.id);
  if (state.node !== null) address.set('node', NODES[state.node].key);
  if (state.near) address.set('near', state.near);
  if (state.edge !== null) address.set('link', linkName(EDGES[state.edge]));
  if (state.pair !== null) address.set('pair', linkName(state.view.pairs[state.pair]));
  if (state.kinds.size < KINDS.length) address.set('types', [...state.kinds].sort((a, b) => a - b).map(kind => KINDS[kind].id).join());
  if (state.doc >= 0) address.set('doc', DATA.documents[state.doc][0]);
  history.replaceState(null, '', '#' + address);
}

// From the address, or where it says nothing, from what the file opens with.
function load() {
  const address = new URLSearchParams(location.hash.slice(1));
  const start = location.hash.length > 1 ? {} : DATA.start;
  const node = byKey.get(address.get('node') || start.node);
  const number = (name, limit) => (/^\d+$/.test(address.get(name)) && Number(address.get(name)) < limit ? Number(address.get(name)) : null);
  state.view = VIEWS.find(view => view.id === address.get('view')) || VIEWS[0];
  state.node = node ? node.id : null;
  state.near = node ? Math.min(2, number('near', 3) || start.near || 0) : 0;
  const named = (links, name) => (node || name === null || !links ? -1 : links.findIndex(link => linkName(link) === name));
  const or = at => (at < 0 ? null : at);
  state.edge = or(named(EDGES, address.get('link')));
  state.pair = or(named(state.view.pairs, address.get('pair')));
  state.works = null;
  const types = address.get('types');
  state.kinds = new Set([...KINDS.keys()].filter(kind => types === null || types.split(',').includes(KINDS[kind].id)));
  state.doc = DATA.documents.findIndex(([id]) => id === address.get('doc'));
  if (node && !state.near && !state.view.places.has(node.id)) state.view = VIEWS.find(view => view.places.has(node.id)) || state.view;
  render({ fit: true });
}

function makeControls() {
  KINDS.forEach((kind, number) => {
    const box = make('input', { type: 'checkbox', value: kind.id });
    box.addEventListener('change', () => {
      state.kinds[box.checked ? 'add' : 'delete'](number);
      render({ fit: state.near > 0 });
    });
    $('legend').append(make('label', { class: 'kind' }, box, glyph(number), kind.many, make('span', { class: 'number' })));
  });
  const name = ([, title, publisher]) => short([publisher, title].filter(Boolean).join(': '), 60);
  $('document').append(make('option', { value: -1 }, 'All documents'), ...DATA.documents.map((document, number) => make('option', { value: number }, name(document))));
  $('document').addEventListener('change', event => { state.doc = Number(event.target.value); render({ fit: true }); });
  for (const tab of document.querySelectorAll('.tab')) {
    tab.addEventListener('click', () => {
      Object.assign(state, { view: VIEWS.find(view => view.id === tab.dataset.view), node: null, edge: null, pair: null, works: null, near: 0 });
      render({ fit: true });
    });
  }
  for (const button of document.querySelectorAll('.table .name')) button.addEventListener('click', () => goTo(NODES[button.dataset.node]));
  for (const button of document.querySelectorAll('.count')) {
    button.addEventListener('click', () => choose({ works: {
      from: Number(button.dataset.first), to: Number(button.dataset.second), works: button.dataset.works.split(' ').filter(Boolean).map(Number),
    } }));
  }
  $('theme').addEventListener('click', () => setTheme(root.dataset.theme === 'dark' ? 'light' : 'dark'));
  const withPicture = action => () => { if (picture) action(); };
  $('fit').addEventListener('click', withPicture(() => picture.fit()));
  $('closer').addEventListener('click', withPicture(() => picture.zoom(1.3)));
  $('further').addEventListener('click', withPicture(() => picture.zoom(1 / 1.3)));
}

function setTheme(theme) {
  root.dataset.theme = theme;
  $('theme').textContent = theme === 'dark' ? 'Light' : 'Dark';
  if (picture) picture.recolour();
}

function makeSearch() {
  const query = $('find');
  const list = $('hits');
  let hits = [];
  let at = -1;
  const close = () => { list.hidden = true; query.setAttribute('aria-expanded', 'false'); query.removeAttribute('aria-activedescendant'); };
  const pick = node => { query.value = ''; close(); goTo(node); panel.focus({ preventScroll: innerWidth > 760 }); };
  const point = to => {
    at = hits.length ? (to + hits.length) % hits.length : -1;
    [...list.children].forEach((item, number) => item.setAttribute('aria-selected', String(number === at)));
    if (at >= 0) { query.setAttribute('aria-activedescendant', 'hit' + at); list.children[at].scrollIntoView({ block: 'nearest' }); }
  };
  const fill = () => {
    hits = search(query.value).slice(0, 30);
    const item = (node, number) => make('li', { role: 'option', id: 'hit' + number, 'aria-selected': 'false', click: () => pick(node) },
      glyph(node.kind), make('bdi', { class: 'hit' }, short(node.label, 60)), make('span', { class: 'of' }, node.class));
    list.replaceChildren(...(hits.length ? hits.map(item) : [make('li', { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'Nothing of this name')]));
    list.hidden = !query.value.trim();
    query.setAttribute('aria-expanded', String(!list.hidden));
    point(0);
  };
  query.addEventListener('input', fill);
  query.addEventListener('focus', () => { if (query.value.trim()) fill(); });
  query.addEventListener('blur', () => setTimeout(close, 120));
  query.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); point(at + (event.key === 'ArrowDown' ? 1 : -1)); }
    else if (event.key === 'Enter' && hits[at] && !list.hidden) { event.preventDefault(); pick(hits[at]); }
    else if (event.key === 'Escape') { event.stopPropagation(); if (query.value) { query.value = ''; close(); } else query.blur(); }
  });
  addEventListener('keydown', event => {
    if (event.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { event.preventDefault(); query.focus(); }
    else if (event.key === 'Escape') choose({});
  });
}

// The linked node that lies most nearly in a direction.
function neighbour(across, down) {
  const at = new Map(visible.nodes.map(one => [one.id, one]));
  const here = at.get(state.node);
  if (!here) return visible.nodes.length ? [...visible.nodes].sort((a, b) => b.weight - a.weight)[0].node : null;
  let best = null;
  let most = 0.2;
  for (const edge of visible.edges) {
    if (edge.from !== here.id && edge.to !== here.id) continue;
    const there = at.get(edge.from === here.id ? edge.to : edge.from);
    const [x, y] = [there.x - here.x, there.y - here.y];
    const fits = (x * across + y * down) / (Math.hypot(x, y) || 1);
    if (fits > most) { most = fits; best = there.node; }
  }
  return best;
}

function makeKeys() {
  const walk = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  $('picture').addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in walk) {
      event.preventDefault();
      const node = neighbour(...walk[event.key]);
      // Walking keeps a neighbourhood as it is drawn: only the choice moves.
      if (node) { Object.assign(state, { node: node.id, edge: null, pair: null, works: null }); if (state.near) render({ fit: true }); else mark(); }
    } else if (event.key === '+' || event.key === '=') picture.zoom(1.25);
    else if (event.key === '-') picture.zoom(0.8);
    else if (event.key === '0') picture.fit();
    else if (event.key === 'Enter') panel.focus();
  });
}

setTheme(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
makeControls();
makeSearch();
try {
  picture = new Picture($('picture'), {
    choose: (node, edge) => {
      if (node !== null) choose({ node, near: state.near && node === state.node ? state.near : 0, ...(state.near ? { near: state.near } : {}) });
      else if (edge !== null) choose(state.view.pairs && !state.near ? { pair: edge } : { edge });
      else if (!state.near) choose({});
    },
  });
  makeKeys();
} catch (error) {
  $('failed').hidden = false;
}
load();
addEventListener('hashchange', load);
addEventListener('beforeprint', () => { if (root.dataset.theme === 'dark') { root.dataset.printing = ''; setTheme('light'); } });
addEventListener('afterprint', () => { if ('printing' in root.dataset) { delete root.dataset.printing; setTheme('dark'); } });
root.dataset.ready = 'true';
