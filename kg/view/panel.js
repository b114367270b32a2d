// The panel: everything about what is chosen, in words. Without a picture it is the page.

const panel = $('panel');

function nameButton(node, go) {
  return make('button', { type: 'button', class: 'name', click: () => go(node), dir: 'auto' }, glyph(node.kind), make('span', {}, node.label));
}

const overline = (kind, text) => make('p', { class: 'overline' }, kind === null ? null : glyph(kind), text);

// Where a statement stands in the documents: reading order is the order of credits.
function readingOrder(edge) {
  const first = edge.proofs.length ? DATA.evidence[edge.proofs[0]] : null;
  const passage = first && first[5][0];
  return passage ? [first[0], passage[0], passage[1]] : [Infinity, 0, 0];
}
const compare = (a, b) => a.reduce((order, value, at) => order || value - b[at], 0);

function showNode(node, go, actions) {
  panel.replaceChildren(
    overline(node.kind, node.class.charAt(0).toUpperCase() + node.class.slice(1)),
    make('h2', { dir: 'auto' }, node.label));
  if (node.aliases) panel.append(make('p', { class: 'also', dir: 'auto' }, 'also ' + node.aliases.join('; ')));
  if (node.years) panel.append(make('p', { class: 'years' }, 'In the news of ' + node.years.join(', ')));
  if (actions) panel.append(actions);
  for (const [label, group] of groups(node)) {
    panel.append(make('h3', {}, label), make('ul', {}, ...group.map(links => linkItem(node, links, go))));
  }
  if (node.facts) panel.append(...factList(node.facts));
  if (!node.edges.length) panel.append(make('p', { class: 'lead' }, 'Nothing in this file links it to anything else.'));
}

// Links by role; within a role, those that share their sentences stand together above them.
function groups(node) {
  const roles = new Map();
  for (const edge of [...node.edges].sort((a, b) => compare(readingOrder(a), readingOrder(b)))) {
    const label = role(edge, node);
    const key = edge.proofs.map(proof => DATA.evidence[proof]).map(proof => [proof[0], proof[2], proof[4], proof[5].map(passage => passage[0])].join()).join('|');
    if (!roles.has(label)) roles.set(label, new Map());
    const shared = roles.get(label);
    shared.set(key, [...(shared.get(key) || []), edge]);
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
  return labels.flatMap(label => [make('h3', {}, label), make('ul', {}, ...facts.filter(fact => fact[0] === label).map(
    ([, value, qualifiers, numbers]) => make('li', { class: 'link' },
      make('div', { class: 'names' }, make('span', { dir: 'auto' }, dated(value)), qualifiers ? make('span', { class: 'with', dir: 'auto' }, dated(qualifiers)) : null),
      ...proofs(numbers))))]);
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
  const rest = between(NODES[edge.from], NODES[edge.to]).filter(one => one !== edge);
  panel.replaceChildren(overline(null, 'Link'), make('ul', {}, statement(edge, go)));
  if (rest.length) panel.append(make('h3', {}, 'Also between the two'), make('ul', {}, ...rest.map(one => statement(one, go))));
}

// Two nodes of a projection: the works they share, each with the sentences that link it to either.
function showWorks(first, second, works, go) {
  const direct = between(first, second);
  panel.replaceChildren(
    overline(first.kind, works.length ? count(works.length, 'work together', 'works together') : 'Linked by a text'),
    make('h2', { dir: 'auto' }, `${first.label} – ${second.label}`),
    make('div', { class: 'names' }, nameButton(first, go), nameButton(second, go)));
  panel.append(make('ul', {}, ...works.map(number => NODES[number]).map(work => {
    const links = [...between(work, first), ...between(work, second)];
    return make('li', { class: 'link' }, make('div', { class: 'names' }, nameButton(work, go)), ...proofs(links.flatMap(edge => edge.proofs)));
  })));
  const stated = works.length ? direct.filter(edge => edge.certainty !== 'inferred') : direct;
  if (stated.length) panel.append(make('h3', {}, 'What a text says of the two'), make('ul', {}, ...stated.map(edge => statement(edge, go))));
}

// Nothing chosen: what there is, by kind, as lists of names.
function showIndex(view, nodes, go) {
  panel.replaceChildren(
    overline(null, count(DATA.documents.length, 'document', 'documents')),
    make('h2', { dir: 'auto' }, view.title),
    make('p', { class: 'lead' }, view.about),
    make('p', { class: 'lead' }, 'Choose a mark, a line or a name to see the sentences behind it.'));
  const index = make('div', { class: 'index' });
  KINDS.forEach((kind, number) => {
    const members = nodes.filter(node => node.kind === number).sort((a, b) => a.label.localeCompare(b.label, 'en'));
    if (!members.length) return;
    const list = make('ul');
    const details = make('details', {}, make('summary', {}, glyph(number), kind.many, make('span', { class: 'number' }, String(members.length))), list);
    // Long lists are made when they are opened.
    const fill = () => { if (!list.childElementCount) list.append(...members.map(node => make('li', {}, nameButton(node, go)))); };
    details.addEventListener('toggle', fill);
    if (!number && members.length <= 60 && innerWidth > 760) { details.open = true; fill(); }
    index.append(details);
  });
  panel.append(index);
}
