// The tables of the page (see payload.py) as linked objects, and search over them.

const DATA = JSON.parse(document.getElementById('data').textContent);
const NODES = DATA.nodes;
const EDGES = DATA.edges;
const KINDS = DATA.kinds;

// What folding by Unicode leaves: letters that are no letter with an accent.
const LETTERS = new Map(Object.entries({
  'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ı': 'i', '’': "'", '‘': "'",
}));
const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[øłđðþßæœı’‘]/gu, c => LETTERS.get(c));

const byKey = new Map(NODES.map(node => [node.key, node]));
for (const node of NODES) {
  node.edges = [];
  node.text = fold([node.label, ...(node.aliases || [])].join('\n')).slice(0, 400);
}
EDGES.forEach((edge, number) => {
  edge.id = number;
  NODES[edge.from].edges.push(edge);
  if (edge.to !== edge.from) NODES[edge.to].edges.push(edge);
});

const VIEWS = DATA.views.map(view => ({
  ...view,
  places: new Map(view.nodes.map(([node, x, y]) => [node, { x, y }])),
  pairs: view.pairs ? view.pairs.map(([from, to, works, direct], number) => ({ id: number, from, to, works, direct })) : null,
}));
const other = (edge, node) => NODES[edge.from === node.id ? edge.to : edge.from];
const role = (edge, node) => (edge.from === node.id ? edge.label : edge.inverse);
const between = (a, b) => a.edges.filter(edge => edge.from === b.id || edge.to === b.id);
const documentOf = proof => DATA.evidence[proof][0];

// Nodes whose names hold all words of a query, each at the start of a word; the better known first.
function search(query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const starts = (text, word) => new RegExp('(^|[^\\p{L}\\p{N}])' + word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'u').test(text);
  const found = NODES.filter(node => words.every(word => starts(node.text, word)));
  const loose = found.length ? found : NODES.filter(node => words.every(word => node.text.includes(word)));
  const whole = words.join(' ');
  const rank = node => [node.text === whole ? 0 : node.text.startsWith(whole) ? 1 : 2, -node.edges.length];
  return loose.map(node => [rank(node), node]).sort(([a], [b]) => a[0] - b[0] || a[1] - b[1]).map(([, node]) => node);
}
