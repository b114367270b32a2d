// The panel: all that is known of what is selected, as text. Names only ever become text nodes.
const panel = document.getElementById('panel');

const make = (tag, properties, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name === 'click') element.addEventListener('click', value);
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};
const markOf = kind => {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg'), path = document.createElementNS(space, 'path');
  svg.setAttribute('class', 'mark');
  svg.setAttribute('viewBox', '-13 -13 26 26');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', KINDS[kind].mark);
  path.setAttribute('fill', `var(--${KINDS[kind].id})`);
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  return svg;
};
const nodeButton = node => make('button', {type: 'button', dir: 'auto', click: () => choose({node: node.id})}, node.label);

// A sentence with the words that the claim rests on marked. Offsets count code points, as the documents do.
const quote = passage => {
  const points = [...passage.text], block = make('blockquote', {dir: 'auto'});
  let at = 0;
  for (let i = 0; i + 1 < passage.marks.length; i += 2) {
    block.append(points.slice(at, passage.marks[i]).join(''), make('mark', {}, points.slice(passage.marks[i], passage.marks[i + 1]).join('')));
    at = passage.marks[i + 1];
  }
  block.append(points.slice(at).join(''));
  return block;
};
const cite = proof => {
  const parts = [proof.publisher, proof.title || proof.id, proof.date || proof.issued,
    proof.certainty === 'stated' ? null : proof.certainty, proof.rule ? 'read by ' + proof.rule : null];
  const line = make('cite', {dir: 'auto'}, parts.filter(Boolean).join(' · '));
  if (proof.address) line.append(' · ', make('a', {href: proof.address, rel: 'noreferrer'}, 'source'));
  return line;
};
const proofs = numbers => numbers.flatMap(number => {
  const proof = proofOf(number);
  return [...proof.passages.map(quote), cite(proof)];
});

const said = text => make('span', {class: 'said'}, text);
const entry = (edge, ...lead) => {
  const line = make('li', {}, ...lead);
  if (edge.with) line.append(said(' (' + edge.with + ')'));
  line.append(...proofs(edge.proofs));
  return line;
};
const roleFrom = (edge, id) => edge.to === id && edge.from !== id ? edge.inverse : edge.label;
const otherEnd = (edge, id) => NODES[edge.to === id && edge.from !== id ? edge.from : edge.to];
const heading = (kind, text) => make('p', {class: 'kind'}, ...(kind === undefined ? [] : [markOf(kind)]), text);
const pairTitle = (one, other) => make('h2', {}, make('bdi', {}, NODES[one].label), ' – ', make('bdi', {}, NODES[other].label));

const showNode = id => {
  const node = NODES[id], parts = [heading(node.kind, node.class), make('h2', {dir: 'auto'}, node.label)];
  if (node.aliases) parts.push(make('p', {class: 'said', dir: 'auto'}, 'Also: ' + node.aliases.join(', ')));
  if (node.years) parts.push(make('p', {class: 'said'}, 'Told of in ' + node.years.join(', ')));
  // Links by role, in the order in which the vocabulary has them: that of the table.
  const roles = new Map();
  for (const number of LINKS[id]) {
    const edge = EDGES[number], role = roleFrom(edge, id);
    if (!roles.has(role)) roles.set(role, []);
    roles.get(role).push(edge);
  }
  for (const [role, edges] of roles) parts.push(
    make('h3', {}, role, ...(edges.length > 1 ? [' ', make('i', {}, String(edges.length))] : [])),
    make('ul', {}, ...edges.map(edge => entry(edge, nodeButton(otherEnd(edge, id))))));
  const facts = (node.facts || []).map(([label, value, qualifiers, found]) => make('li', {},
    said(label + ' '), make('bdi', {}, value), qualifiers ? said(' (' + qualifiers + ')') : '', ...proofs(found)));
  if (facts.length) parts.push(make('h3', {}, 'also said'), make('ul', {}, ...facts));
  panel.replaceChildren(...parts);
};

// Statements between two nodes, whichever way.
const between = (one, other) => LINKS[one].map(number => EDGES[number])
  .filter(edge => (edge.from === one && edge.to === other) || (edge.to === one && edge.from === other));

const sentence = edge => entry(edge, nodeButton(NODES[edge.from]), said(' ' + edge.label + ' '), nodeButton(NODES[edge.to]));

const showPair = (one, other, works) => {
  const parts = [heading(undefined, works.length === 1 ? '1 work' : works.length ? works.length + ' works' : 'Link'), pairTitle(one, other)];
  for (const work of works) {
    const shownProofs = new Set(), list = make('ul', {});
    // One sentence often says both: it is shown where it stands first.
    for (const edge of [...between(work, one), ...between(work, other)]) {
      const fresh = edge.proofs.filter(proof => !shownProofs.has(proof));
      fresh.forEach(proof => shownProofs.add(proof));
      list.append(entry({...edge, proofs: fresh}, said(roleFrom(edge, work) + ' '), nodeButton(otherEnd(edge, work))));
    }
    parts.push(make('h3', {class: 'work'}, nodeButton(NODES[work])), list);
  }
  // What a text says of the two outright; what follows from the works is above.
  const direct = between(one, other).filter(edge => !edge.certainty || !works.length);
  if (direct.length) parts.push(...(works.length ? [make('h3', {}, 'and stated outright')] : []), make('ul', {}, ...direct.map(sentence)));
  panel.replaceChildren(...parts);
};

const showEdges = numbers => {
  const first = EDGES[numbers[0]];
  panel.replaceChildren(heading(undefined, numbers.length === 1 ? 'Link' : numbers.length + ' links'), pairTitle(first.from, first.to),
    make('ul', {}, ...numbers.map(number => sentence(EDGES[number]))));
};

// Nothing selected: what the view is about, where to begin, and everything in it as lists.
const LONGEST_LIST = 600, BEGINNINGS = 7;
const listed = node => make('li', {class: 'row'}, markOf(node.kind), nodeButton(node));
const showView = (view, shown) => {
  const parts = [heading(undefined, 'View'), make('h2', {}, view.title), make('p', {}, view.about),
    make('p', {class: 'said'}, 'Choose something in the picture or find it by name. Every link shows the sentence that it came from.')];
  const linked = BY_LINKS.filter(node => shown.has(node.id));
  if (linked.length > BEGINNINGS * 2) parts.push(make('h3', {}, 'most linked'),
    make('ul', {class: 'rows'}, ...linked.slice(0, BEGINNINGS).map(listed)));
  parts.push(make('h3', {}, 'everything by kind'));
  KINDS.forEach((kind, number) => {
    const nodes = linked.filter(node => node.kind === number);
    if (!nodes.length) return;
    const list = make('ul', {class: 'rows'}, ...nodes.slice(0, LONGEST_LIST).map(listed));
    if (nodes.length > LONGEST_LIST) list.append(make('li', {class: 'said'}, `and ${nodes.length - LONGEST_LIST} more: find them by name`));
    parts.push(make('details', {}, make('summary', {}, `${kind.many} (${nodes.length})`), list));
  });
  panel.replaceChildren(...parts);
};
