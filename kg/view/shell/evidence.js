// Sentences: what a document says, with the words marked that were read, and where it stands.

const stretches = flat => Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]);

function merge(marks) {
  const joined = [];
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined[joined.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

// The sentences of some proofs, each once, with the marks of all; two at first, the rest folded away.
function proofs(rows) {
  const found = new Map();
  let more = 0;
  for (const row of rows) {
    if (typeof row === 'number') { more += row; continue; }
    const [doc, item, rule, ...passages] = row;
    const key = [doc, item, rule % 2, passages.map(passage => passage[0]).join()].join('|');
    if (!found.has(key)) found.set(key, { doc, item, inferred: rule % 2 === 1, rules: new Set(), marks: new Map() });
    const proof = found.get(key);
    proof.rules.add(DATA.rules[rule >> 1]);
    for (const [text, ...flat] of passages) proof.marks.set(text, [...(proof.marks.get(text) || []), ...stretches(flat)]);
  }
  const figures = [...found.values()].map(proof => make('figure', { class: 'proof' },
    ...[...proof.marks].map(([text, marks]) => sentence(SENTENCES.at(text) || '', merge(marks))), cite(proof)));
  const left = more ? [make('p', { class: 'lead' }, `${count(more, 'more sentence is', 'more sentences are')} in evidence.trig.`)] : [];
  if (figures.length <= 3) return [...figures, ...left];
  const rest = figures.slice(2);
  return [...figures.slice(0, 2), make('details', { class: 'more' }, make('summary', {}, `${rest.length} more sentences`), ...rest, ...left)];
}

const documentName = doc => DATA.documents[doc].slice(1, 3).reverse().filter(Boolean).join(', ');

function cite({ doc, item, inferred, rules }) {
  const [id, title, , issued, address] = DATA.documents[doc];
  const [head, date] = ITEMS.at(item) || ['', ''];
  const name = documentName(doc);
  const source = /^https?:\/\//.test(address) ? make('a', { href: address, rel: 'noopener noreferrer', target: '_blank' }, name) : make('bdi', {}, name);
  source.title = id;
  const caption = make('figcaption', { title: 'Rule: ' + [...rules].filter(Boolean).join(', ') }, source);
  if (head && head !== title) caption.append(': ', make('bdi', {}, short(head, 90)));
  const day = date || issued;
  if (day) caption.append(' · ', dated(day));
  caption.append(' · ', inferred ? make('span', { class: 'inferred' }, 'inferred') : 'stated');
  return caption;
}
