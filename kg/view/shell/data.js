// The page's data (see payload.py) as linked objects, what is parsed only when asked for, and search.

const $ = id => document.getElementById(id);
const DATA = JSON.parse($('data').textContent);
const KINDS = DATA.kinds;
const kindCalled = name => KINDS.findIndex(kind => kind.id === name);

const WORDS = { B: Uint8Array, H: Uint16Array, h: Int16Array, I: Uint32Array, i: Int32Array };

// Numbers out of base64; the first character tells how many bytes each has.
function column(text) {
  const raw = atob(text.slice(1));
  const bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at++) bytes[at] = raw.charCodeAt(at);
  return new WORDS[text[0]](bytes.buffer);
}

class Thing {
  constructor(id, key, label, [name, kind], years, when, country) {
    Object.assign(this, { id, key, label, class: name, kind, years, when, country, edges: [] });
  }

  get aliases() { return DATA.nodes.aliases[this.id] || []; }

  get facts() { return FACTS.at(this.id) || []; }
}

class Link {
  constructor(id, from, to, predicate, when) {
    this.id = id;
    this.from = from;
    this.to = to;
    this.predicate = predicate;
    this.when = when;
    this.inferred = false;
    this.disputed = false;
  }

  get label() { return DATA.predicates[this.predicate][0]; }

  get inverse() { return DATA.predicates[this.predicate][1]; }

  get with() { return DATA.phrases[PHRASES[this.id] - 1] || ''; }

  get proofs() { return PROOFS.at(this.id) || []; }
}

// Rows that stand in blocks of equal length; a block is parsed when one of its rows is asked for.
class Blocks {
  constructor(name) {
    this.parts = [...document.querySelectorAll(`script[data-of="${name}"]`)].map(element => ({ element, rows: null }));
    this.length = this.parts.length > 1 ? Number(this.parts[1].element.dataset.first) : Infinity;
  }

  at(number) {
    const part = this.parts[Math.floor(number / this.length)];
    if (!part) return null;
    if (!part.rows) part.rows = JSON.parse(part.element.textContent);
    return part.rows[number % this.length] || null;
  }
}

const [SENTENCES, ITEMS, PROOFS, FACTS] = ['sentences', 'items', 'proofs', 'facts'].map(name => new Blocks(name));

const PHRASES = column(DATA.edges.with);

const NODES = (() => {
  const { keys, labels } = DATA.nodes;
  const [classes, years, when, country] = ['class', 'years', 'when', 'country'].map(name => column(DATA.nodes[name]));
  return keys.map((key, id) => new Thing(id, key, labels[id], DATA.classes[classes[id]], DATA.years[years[id]], when[id], country[id] - 1));
})();

const EDGES = (() => {
  const [from, to, predicate, when] = ['from', 'to', 'predicate', 'when'].map(name => column(DATA.edges[name]));
  return Array.from(from, (source, id) => new Link(id, source, to[id], predicate[id], when[id]));
})();
for (const edge of EDGES) {
  NODES[edge.from].edges.push(edge);
  if (edge.to !== edge.from) NODES[edge.to].edges.push(edge);
}
for (const id of DATA.edges.inferred) EDGES[id].inferred = true;

const places = columns => {
  if (!columns) return null;
  const [ids, x, y] = columns.map(column);
  return new Map(Array.from(ids, (id, at) => [id, { x: x[at], y: y[at] }]));
};
const VIEWS = DATA.views.map(view => ({
  ...view,
  places: places(view.places),
  map: places(view.map),
  pairs: view.pairs ? view.pairs.map(([from, to, works]) => ({ from, to, works })) : null,
}));

const other = (edge, node) => NODES[edge.from === node.id ? edge.to : edge.from];
const role = (edge, node) => (edge.from === node.id ? edge.label : edge.inverse);
const between = (a, b) => {
  const [fewer, more] = a.edges.length <= b.edges.length ? [a, b] : [b, a];
  return fewer.edges.filter(edge => edge.from === more.id || edge.to === more.id);
};
const isWork = node => ['film', 'series', 'work'].includes(KINDS[node.kind].id);
// Nearly every two films meet in a country or a place: these are reached, never walked through.
const isEverywhere = node => ['country', 'place'].includes(KINDS[node.kind].id);

const keys = new Map();
function byKey(key) {
  if (!keys.size) for (const node of NODES) keys.set(node.key, node);
  return keys.get(key) || null;
}

// What folding by Unicode leaves: letters that are no letter with an accent.
const LETTERS = new Map(Object.entries({
  'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ı': 'i', '’': "'", '‘': "'",
}));
const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[øłđðþßæœı’‘]/gu, c => LETTERS.get(c));

function folded(node) {
  if (node.text === undefined) node.text = fold([node.label, ...node.aliases].join('\n')).slice(0, 400);
  return node.text;
}

// Things whose names hold all words of a query, each at the start of a word; the better known first.
function search(query, allowed = () => true) {
  const asked = fold(query).split(/\s+/).filter(Boolean);
  if (!asked.length) return [];
  const starts = asked.map(word => new RegExp('(^|[^\\p{L}\\p{N}])' + word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'u'));
  // A plain look is quick and rules out nearly all of a hundred thousand.
  const near = NODES.filter(node => allowed(node) && asked.every(word => folded(node).includes(word)));
  const exact = near.filter(node => starts.every(start => start.test(node.text)));
  const whole = asked.join(' ');
  const rank = node => (node.text === whole ? 0 : node.text.startsWith(whole) ? 1 : 2);
  return (exact.length ? exact : near).map(node => [rank(node), node])
    .sort(([a, one], [b, two]) => a - b || two.edges.length - one.edges.length || one.id - two.id).map(([, node]) => node);
}
