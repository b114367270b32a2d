// The panel with nothing chosen: what there is, as lists; or the paths between two things, step by step.

function showIndex(view, shown, go) {
  panel.replaceChildren(
    overline(null, count(DATA.documents.length, 'document', 'documents')),
    make('h2', { dir: 'auto' }, view.title),
    make('p', { class: 'lead' }, view.about));
  if (DATA.left_out) panel.append(make('p', { class: 'lead' }, `This file holds what has the most links, and leaves out ${count(DATA.left_out, 'thing', 'things')} with fewer. All of it is in film-graph.ttl; kg view draws any of it.`));
  if (!shown.length) return;
  panel.append(make('p', { class: 'lead' }, 'Choose a mark, a line or a name to see the sentences behind it.'));
  const index = make('div', { class: 'index' });
  KINDS.forEach((kind, number) => {
    const members = shown.filter(node => node.kind === number);
    if (!members.length) return;
    const names = make('div');
    const details = make('details', {}, make('summary', {}, glyph(number), kind.many, make('span', { class: 'number' }, members.length.toLocaleString('en'))), names);
    // Long lists are sorted and made when they are opened.
    const fill = () => {
      if (names.childElementCount) return;
      members.sort((a, b) => a.label.localeCompare(b.label, 'en'));
      names.append(list(members, node => make('li', {}, nameButton(node, go))));
    };
    details.addEventListener('toggle', fill);
    if (!number && members.length <= 60 && innerWidth > 760) { details.open = true; fill(); }
    index.append(details);
  });
  panel.append(index);
}

function showPaths(ends, paths, go) {
  const [first, second] = ends.map(id => (id === null ? null : NODES[id]));
  if (!first || !second) {
    panel.replaceChildren(overline(null, 'Connections'), make('h2', {}, 'How are two things connected?'),
      make('p', { class: 'lead' }, 'Name two films, people, companies or countries above the picture.'));
    return;
  }
  panel.replaceChildren(overline(null, paths.length ? count(paths.length, 'short path', 'short paths') : 'No short path'),
    make('h2', { dir: 'auto' }, `${first.label} – ${second.label}`));
  if (!paths.length) panel.append(make('p', { class: 'lead' }, state.through ? 'Nothing that is shown leads from one to the other.' : 'Nothing leads from one to the other but by countries, places or what the filters hide.'));
  paths.forEach((path, number) => {
    const steps = path.slice(1).map((node, at) => pathStep(path[at], node, go));
    panel.append(make('h3', {}, `${number + 1}. ${path.length < 2 ? 'the same' : count(path.length - 1, 'step', 'steps')}`), make('ol', { class: 'path' }, ...steps));
  });
}

function pathStep(from, to, go) {
  const links = between(from, to).filter(spoken);
  const said = [...new Set(links.map(edge => role(edge, from)))].join(', ');
  return make('li', { class: 'link' },
    make('div', { class: 'statement' }, nameButton(from, go), make('span', { class: 'label' }, said), nameButton(to, go)),
    ...proofs(links.flatMap(edge => edge.proofs)));
}
