// The tables of the page and the names of their places (see payload.py).
const DATA = JSON.parse(document.getElementById('data').textContent);
const NODES = DATA.nodes, EDGES = DATA.edges, KINDS = DATA.kinds;
const VIEWS = new Map(DATA.views.map(view => [view.id, view]));
const BY_KEY = new Map(NODES.map(node => [node.key, node]));

// Capitals and accents aside: "noee abita" finds "Noée Abita".
const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();

// All statements at each node, whatever the view shows.
const LINKS = NODES.map(() => []);
EDGES.forEach((edge, number) => {
  LINKS[edge.from].push(number);
  if (edge.to !== edge.from) LINKS[edge.to].push(number);
});
NODES.forEach(node => { node.folded = [node.label, ...(node.aliases || [])].map(fold); });
const BY_LINKS = [...NODES].sort((one, other) =>
  LINKS[other.id].length - LINKS[one.id].length || (one.label < other.label ? -1 : 1));

const proofOf = number => {
  const [document_, headline, date, rule, certainty, passages] = DATA.evidence[number];
  const [id, title, publisher, issued, address] = DATA.documents[document_];
  return {id, title, publisher, issued, address, headline: DATA.headlines[headline], date, rule, certainty,
    passages: passages.map(([sentence, ...marks]) => ({text: DATA.sentences[sentence], marks}))};
};
