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

const statement = (edge, from) => {
  const inverse = from === edge.to && edge.from !== edge.to;
  const role = inverse ? edge.inverse : edge.label;
  const other = NODES[inverse ? edge.from : edge.to];
  const line = make('li', {}, make('span', {class: 'said'}, role + ' '), nodeButton(other));
  if (edge.with) line.append(make('span', {class: 'said'}, ' (' + edge.with + ')'));
  line.append(...proofs(edge.proofs));
  return line;
};

const showNode = id => {
  const node = NODES[id], parts = [];
  parts.push(make('p', {class: 'kind'}, node.class), make('h2', {dir: 'auto'}, node.label));
  if (node.aliases) parts.push(make('p', {class: 'said', dir: 'auto'}, 'Also: ' + node.aliases.join(', ')));
  if (node.years) parts.push(make('p', {class: 'said'}, 'Told of in ' + node.years.join(', ')));
  const facts = (node.facts || []).map(([label, value, qualifiers, found]) => make('li', {dir: 'auto'},
    make('span', {class: 'said'}, label + ' '), value, qualifiers ? make('span', {class: 'said'}, ' (' + qualifiers + ')') : '', ...proofs(found)));
  if (facts.length) parts.push(make('h3', {}, 'Facts'), make('ul', {}, ...facts));
  const links = LINKS[id].map(number => EDGES[number]);
  if (links.length) parts.push(make('h3', {}, links.length === 1 ? '1 link' : links.length + ' links'),
    make('ul', {}, ...links.map(edge => statement(edge, id))));
  panel.replaceChildren(...parts);
};

// Statements between two nodes, whichever way.
const between = (one, other) => LINKS[one].map(number => EDGES[number])
  .filter(edge => (edge.from === one && edge.to === other) || (edge.to === one && edge.from === other));

const showPair = (one, other, works) => {
  const parts = [make('p', {class: 'kind'}, works.length === 1 ? '1 work' : works.length + ' works'),
    make('h2', {dir: 'auto'}, NODES[one].label + ' – ' + NODES[other].label)];
  const direct = between(one, other).filter(edge => !works.length || edge.proofs.length);
  if (works.length) parts.push(make('ul', {}, ...works.map(work => {
    const line = make('li', {}, nodeButton(NODES[work])), seen = new Set();
    for (const edge of [...between(work, one), ...between(work, other)]) {
      line.append(make('p', {class: 'said'}, edge.from === work ? edge.label + ' ' + NODES[edge.to].label
        : NODES[edge.from].label + ' ' + edge.label));
      for (const proof of edge.proofs) if (!seen.has(proof)) { seen.add(proof); line.append(...proofs([proof])); }
    }
    return line;
  })));
  if (!works.length && direct.length) parts.push(make('ul', {}, ...direct.map(edge => statement(edge, one))));
  panel.replaceChildren(...parts);
};

const showEdges = numbers => {
  const first = EDGES[numbers[0]];
  panel.replaceChildren(make('p', {class: 'kind'}, 'Link'),
    make('h2', {dir: 'auto'}, NODES[first.from].label + ' – ' + NODES[first.to].label),
    make('ul', {}, ...numbers.map(number => {
      const edge = EDGES[number];
      const line = make('li', {}, nodeButton(NODES[edge.from]), make('span', {class: 'said'}, ' ' + edge.label + ' '), nodeButton(NODES[edge.to]));
      if (edge.with) line.append(make('span', {class: 'said'}, ' (' + edge.with + ')'));
      line.append(...proofs(edge.proofs));
      return line;
    })));
};

// Nothing selected: what the view is about, and everything in it as lists.
const LONGEST_LIST = 600;
const showView = (view, shown) => {
  const parts = [make('p', {class: 'kind'}, 'View'), make('h2', {}, view.title), make('p', {}, view.about),
    make('p', {class: 'said'}, 'Choose something in the picture, find it by name, or open a list. Every link shows the sentence that it came from.')];
  KINDS.forEach((kind, number) => {
    const nodes = BY_LINKS.filter(node => node.kind === number && shown.has(node.id));
    if (!nodes.length) return;
    const list = make('ul', {}, ...nodes.slice(0, LONGEST_LIST).map(node => make('li', {}, nodeButton(node))));
    if (nodes.length > LONGEST_LIST) list.append(make('li', {class: 'said'}, `and ${nodes.length - LONGEST_LIST} more: find them by name`));
    parts.push(make('details', {}, make('summary', {}, `${kind.many} (${nodes.length})`), list));
  });
  panel.replaceChildren(...parts);
};
