// The panel: everything about what is chosen, in words. Without a picture it is the page.

const panel = $('panel');

function nameButton(node, go) {
  return make('button', { type: 'button', class: 'name', click: () => go(node), dir: 'auto' }, glyph(node.kind), make('span', {}, node.label), isDisputed(node) ? disputeWord() : null);
}

const overline = (kind, text, more = null) => make('p', { class: 'overline' }, kind === null ? null : glyph(kind), text, more);
const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

// Where a statement stands in the documents: reading order is the order of credits.
function readingOrder(edge) {
  const first = edge.proofs.find(Array.isArray);
  const passage = first && first[3];
  return passage ? [first[0], passage[0], passage[1]] : [Infinity, 0, 0];
}
const compare = (a, b) => a.reduce((order, value, at) => order || value - b[at], 0);

function showNode(node, go, actions) {
  panel.replaceChildren(overline(node.kind, capital(node.class), isDisputed(node) ? disputeWord() : null), make('h2', { dir: 'auto' }, node.label));
  if (node.aliases.length) panel.append(make('p', { class: 'also', dir: 'auto' }, 'also ' + node.aliases.join('; ')));
  if (node.years.length) panel.append(make('p', { class: 'years' }, 'In the news of ' + spans(node.years)));
  panel.append(make('p', { class: 'iri' }, make('code', {}, DATA.base + node.key)), actions, ...disputesOf(node));
  for (const [label, group] of groups(node)) {
    panel.append(make('h3', {}, label), list(group, links => linkItem(node, links, go)));
  }
  panel.append(...factList(node.facts));
  if (!node.edges.length) panel.append(make('p', { class: 'lead' }, 'Nothing in this file links it to anything else.'));
  const silent = node.edges.filter(edge => !spoken(edge)).length;
  if (silent) panel.append(make('p', { class: 'lead' }, `The filters hide ${count(silent, 'link', 'links')} of it.`));
}

// Years as stretches: 2016, 2018–2020.
function spans(years) {
  const runs = [];
  for (const year of years) {
    const last = runs[runs.length - 1];
    if (last && year === last[1] + 1) last[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(', ');
}

// A list that makes its items as it is asked for more: a country may have thousands of films.
function list(rows, item) {
  const SHOWN = 60;
  const all = make('ul', {}, ...rows.slice(0, SHOWN).map(item));
  const more = (from) => {
    if (from >= rows.length) return;
    const next = make('li', { class: 'link' }, make('button', { type: 'button', class: 'more', click: () => { next.replaceWith(...rows.slice(from, from + SHOWN).map(item)); more(from + SHOWN); } }, `${(rows.length - from).toLocaleString('en')} more`));
    all.append(next);
  };
  more(SHOWN);
  return all;
}

// Links by role; within a role, those that share their sentences stand together above them.
function groups(node) {
  const roles = new Map();
  const said = node.edges.filter(spoken);
  const ordered = said.length > 400 ? said : said.map(edge => [readingOrder(edge), edge]).sort(([a], [b]) => compare(a, b)).map(([, edge]) => edge);
  for (const edge of ordered) {
    const label = role(edge, node);
    const key = said.length > 400 ? String(edge.id) : edge.proofs.map(proof => (Array.isArray(proof) ? [proof[0], proof[1], proof[2] % 2, proof.slice(3).map(passage => passage[0])].join() : proof)).join('|');
    if (!roles.has(label)) roles.set(label, new Map());
    const shared = roles.get(label);
    if (!shared.has(key)) shared.set(key, []);
    shared.get(key).push(edge);
  }
  return [...roles].map(([label, shared]) => [label, [...shared.values()]]);
}

function linkItem(node, links, go) {
  const names = make('div', { class: 'names' });
  for (const edge of links) {
    names.append(nameButton(other(edge, node), go));
    if (edge.with) names.append(make('span', { class: 'with', dir: 'auto' }, dated(edge.with)));
  }
  return make('li', { class: 'link' }, names, ...proofs(links.flatMap(edge => edge.proofs)));
}

function factList(facts) {
  const labels = [...new Set(facts.map(fact => fact[0]))];
  return labels.flatMap(label => [make('h3', {}, label), list(facts.filter(fact => fact[0] === label),
    ([, value, qualifiers, rows]) => make('li', { class: 'link' },
      make('div', { class: 'names' }, make('span', { dir: 'auto' }, dated(value)), qualifiers ? make('span', { class: 'with', dir: 'auto' }, dated(qualifiers)) : null),
      ...proofs(rows)))]);
}

function statement(edge, go) {
  return make('li', { class: 'link' },
    make('div', { class: 'statement' },
      nameButton(NODES[edge.from], go),
      make('span', { class: 'label' }, edge.label + (edge.with ? ` (${dated(edge.with)})` : '')),
      nameButton(NODES[edge.to], go)),
    ...proofs(edge.proofs));
}

function showEdge(edge, go) {
  panel.replaceChildren(overline(null, 'Link'), make('h2', { class: 'unseen' }, `${NODES[edge.from].label} ${edge.label} ${NODES[edge.to].label}`),
    make('ul', {}, statement(edge, go)));
  const rest = between(NODES[edge.from], NODES[edge.to]).filter(one => one !== edge);
  if (rest.length) panel.append(make('h3', {}, 'Also between the two'), make('ul', {}, ...rest.map(one => statement(one, go))));
}

// Two things of a kind: the works they share, each with the sentences that link it to either.
function showPair({ from, to }, shared, go) {
  const [first, second] = [NODES[from], NODES[to]];
  panel.replaceChildren(
    overline(first.kind, shared.length ? count(shared.length, 'work together', 'works together') : 'Linked by a text'),
    make('h2', { dir: 'auto' }, `${first.label} – ${second.label}`),
    make('div', { class: 'names' }, nameButton(first, go), nameButton(second, go)),
    list(shared.map(number => NODES[number]), work => {
      const links = [...between(work, first), ...between(work, second)].filter(spoken);
      return make('li', { class: 'link' }, make('div', { class: 'names' }, nameButton(work, go)), ...proofs(links.flatMap(edge => edge.proofs)));
    }));
  const said = shared.length ? between(first, second).filter(edge => !edge.inferred) : between(first, second);
  if (said.length) panel.append(make('h3', {}, 'What a text says of the two'), make('ul', {}, ...said.map(edge => statement(edge, go))));
}
