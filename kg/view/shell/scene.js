// What the state shows: things with places, and the links between them.

// Which (document, year) sets the filters let through; one look-up a link then.
function admit() {
  const { years, doc } = state;
  const free = !years && doc < 0;
  const good = DATA.moments.map(([document, year]) => (doc < 0 || document === doc) && (!years || (year >= years[0] && year <= years[1])));
  const rows = DATA.when.map(moments => free || moments.some(moment => good[moment]));
  return { free, rows };
}
let admitted = { free: true, rows: [] };

const spoken = edge => admitted.rows[edge.when] && !state.silent.has(edge.predicate) && (!state.disputed || edge.disputed);
const wanted = node => state.kinds.has(node.kind) && (state.view.id !== 'all' || !state.abroad.has(node.country));

const NOTHING = { nodes: [], edges: [], count: 0, links: 0, of: 0 };

function scene() {
  admitted = admit();
  if (state.view.id === 'near') return near(NODES[state.centre]);
  if (state.view.id === 'paths') return connection();
  if (state.view.id === 'collaborators') return company(NODES[state.centre]);
  const spots = state.map && state.view.map ? state.view.map : state.view.places;
  const nodes = [...spots.keys()].map(id => NODES[id]).filter(wanted);
  return state.view.pairs ? projected(nodes, spots, state.view.pairs) : statements(nodes, spots);
}

function near(centre) {
  if (!centre) return NOTHING;
  const { step, parent, left } = around(centre, state.steps, (edge, node) => spoken(edge) && wanted(node));
  return { ...statements([...step.keys()], radial(centre, step, parent)), of: step.size + left };
}

function connection() {
  const ends = state.path.map(id => (id === null ? null : NODES[id]));
  if (!ends[0] || !ends[1]) return { ...NOTHING, paths: [] };
  const paths = shortPaths(...ends, { countries: state.through, allowed: (edge, node) => spoken(edge) && (wanted(node) || ends.includes(node)) });
  const steps = new Set(paths.flatMap(path => path.slice(1).map((node, at) => [path[at].id, node.id].sort((a, b) => a - b).join())));
  const nodes = [...new Set(paths.flat())];
  const shown = statements(nodes, lanes(paths));
  shown.edges = shown.edges.filter(edge => steps.has([edge.from, edge.to].sort((a, b) => a - b).join()));
  return { ...shown, links: shown.edges.length, of: nodes.length, paths };
}

// Those of a centre's kind who share works with it; the most works first, and of as many, those of one work together.
function company(centre) {
  if (!centre) return NOTHING;
  const shared = new Map();
  const pairs = new Map();
  const member = (edge, work) => { const node = other(edge, work); return spoken(edge) && node.kind === centre.kind && node !== work ? node : null; };
  for (const work of new Set(centre.edges.filter(spoken).map(edge => other(edge, centre)).filter(isWork))) {
    const members = [...new Set(work.edges.map(edge => member(edge, work)).filter(Boolean))].sort((a, b) => a.id - b.id);
    for (const node of members) if (node !== centre) shared.set(node, [...(shared.get(node) || []), work.id]);
    members.forEach((one, at) => members.slice(at + 1).forEach(two => {
      const ends = one.id + '-' + two.id;
      if (!pairs.has(ends)) pairs.set(ends, { from: one.id, to: two.id, works: [] });
      pairs.get(ends).works.push(work.id);
    }));
  }
  for (const edge of centre.edges) {
    const node = other(edge, centre);
    if (node === centre || node.kind !== centre.kind || !spoken(edge) || (edge.inferred && isEverywhere(centre))) continue;
    const [from, to] = [centre.id, node.id].sort((a, b) => a - b);
    if (!shared.has(node)) shared.set(node, []);
    if (!pairs.has(from + '-' + to)) pairs.set(from + '-' + to, { from, to, works: [] });
  }
  const ordered = [...shared].sort(([a, mine], [b, yours]) => yours.length - mine.length || (mine[0] || 0) - (yours[0] || 0) || a.id - b.id).map(([node]) => node);
  const members = ordered.slice(0, LIMIT);
  const shown = projected([centre, ...members], rings(centre, members), [...pairs.values()]);
  return { ...shown, of: ordered.length + 1 };
}

const dot = (node, weight, place) => ({ id: node.id, node, weight, fill: fillOf(node), ...place });

function statements(nodes, spots) {
  const inside = new Uint8Array(NODES.length);
  for (const node of nodes) inside[node.id] = 1;
  const edges = [];
  for (const edge of EDGES) {
    if (inside[edge.from] && inside[edge.to] && spoken(edge)) edges.push({ id: edge.id, from: edge.from, to: edge.to, weight: 1, dashes: edge.inferred });
  }
  // Under a filter, what has neither a link nor a fact left goes too; a hidden kind takes nothing else with it.
  const chosen = new Set([state.centre, ...state.path]);
  const alone = node => (state.disputed ? isDisputed(node) && admitted.rows[node.when] : admitted.free ? !node.edges.length : admitted.rows[node.when]);
  const stays = node => chosen.has(node.id) || node.edges.some(spoken) || alone(node);
  const left = isFiltered() ? nodes.filter(stays) : nodes;
  const shown = { count: left.length, links: edges.length, of: spots.size };
  if (!byCountry()) return { ...shown, nodes: left.map(node => dot(node, node.edges.length, spots.get(node.id))), edges };
  const drawn = node => KINDS[node.kind].id !== 'country';
  return {
    ...shown,
    nodes: left.filter(drawn).map(node => dot(node, node.edges.length, spots.get(node.id))),
    edges: edges.filter(edge => drawn(NODES[edge.from]) && drawn(NODES[edge.to])),
  };
}

const isFiltered = () => !admitted.free || state.silent.size > 0 || state.disputed;

// The works of a pair that the filters leave.
function works(pair) {
  if (!isFiltered()) return pair.works;
  return pair.works.filter(work => [pair.from, pair.to].every(end => between(NODES[work], NODES[end]).some(spoken)));
}
const direct = pair => between(NODES[pair.from], NODES[pair.to]).filter(edge => spoken(edge) && !(edge.inferred && isEverywhere(NODES[pair.from])));

function projected(nodes, spots, pairs) {
  const inside = new Set(nodes.map(node => node.id));
  const weight = new Map();
  const edges = [];
  pairs.forEach((pair, id) => {
    if (!inside.has(pair.from) || !inside.has(pair.to)) return;
    const left = works(pair);
    if (!left.length && !direct(pair).length) return;
    edges.push({ id, from: pair.from, to: pair.to, weight: left.length, dashes: !left.length });
    for (const end of [pair.from, pair.to]) weight.set(end, (weight.get(end) || 0) + left.length + 1);
  });
  const stays = node => !isFiltered() || weight.has(node.id) || node.id === state.centre;
  const shown = nodes.filter(stays).map(node => dot(node, weight.get(node.id) || 0, spots.get(node.id)));
  return { nodes: shown, edges, pairs, count: shown.length, links: edges.length, of: spots.size };
}

// What is lit: the chosen thing and its neighbours, a link and its ends, or all.
function lighting() {
  const { edges } = visible;
  const isCentre = state.node === state.centre && ['near', 'collaborators'].includes(state.view.id);
  if (state.node !== null && !isCentre) {
    const beside = edges.filter(edge => edge.from === state.node || edge.to === state.node);
    return { nodes: new Set([state.node, ...beside.flatMap(edge => [edge.from, edge.to])]), edges: new Set(beside.map(edge => edge.id)) };
  }
  const ends = state.pair || (state.edge !== null ? EDGES[state.edge] : null);
  if (!ends) return null;
  const same = edge => (state.edge !== null ? edge.id === state.edge : [edge.from, edge.to].includes(ends.from) && [edge.from, edge.to].includes(ends.to));
  return { nodes: new Set([ends.from, ends.to]), edges: new Set(edges.filter(same).map(edge => edge.id)) };
}

// Colour tells the kind, but in the atlas the country: its commonest ones have a colour each.
const COLOURS = 8;
const home = new Map();
for (const node of NODES) if (isWork(node)) home.set(node.country, (home.get(node.country) || 0) + 1);
const COUNTRIES = [...home.keys()].filter(id => id >= 0).sort((a, b) => home.get(b) - home.get(a) || a - b);
const shadeOf = country => {
  const at = COUNTRIES.indexOf(country);
  return at < 0 || at >= COLOURS ? 'elsewhere' : 'c' + (at + 1);
};
const shades = new Map([[-1, 'nowhere'], ...COUNTRIES.map(country => [country, shadeOf(country)])]);
const byCountry = () => state.view.id === 'all' && state.tint === 'country';
const fillOf = node => (byCountry() ? shades.get(node.country) || 'elsewhere' : KINDS[node.kind].id);
