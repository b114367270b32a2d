// The page: tabs, legend, search, keys, and the state in the address.
const $ = id => document.getElementById(id);
let view = DATA.views[0], off = new Set(), shown = new Set(), selection = null;

const neighbours = id => new Set([id, ...lines.filter(line => line.from === id || line.to === id).flatMap(line => [line.from, line.to])]);

const choose = (what, quiet) => {
  selection = what;
  if (what && what.node !== undefined) {
    if (!shown.has(what.node)) bringIn(what.node);
    showNode(what.node);
    relight(shown.has(what.node) ? neighbours(what.node) : null, what.node);
    if (shown.has(what.node)) show(neighbours(what.node), what.moving !== false);
  } else if (what && what.line !== undefined) {
    const line = lines[what.line];
    if (line.works) showPair(line.from, line.to, line.works); else showEdges(line.statements);
    relight(new Set([line.from, line.to]), null);
    show([line.from, line.to], true);
  } else if (what && what.pair) {
    showPair(what.pair[0], what.pair[1], what.works);
    relight(what.pair.every(end => shown.has(end)) ? new Set(what.pair) : null, null);
  } else {
    showView(view, shown);
    relight(null, null);
  }
  if (what && !quiet) panel.scrollTop = 0;
  remember();
};

// A node that this view does not show may stand in another, or be hidden by the legend.
const bringIn = id => {
  const kind = KINDS[NODES[id].kind].id;
  const here = view.nodes.some(([node]) => node === id);
  const home = here ? view : DATA.views.find(each => each.nodes.some(([node]) => node === id));
  if (!home) return;
  off.delete(kind);
  open(home.id, true);
};

const open = (id, quiet) => {
  view = VIEWS.get(id) || DATA.views[0];
  document.querySelectorAll('#tabs button').forEach(button => button.setAttribute('aria-current', String(button.dataset.view === view.id)));
  let tabled = false;
  document.querySelectorAll('.table').forEach(table => { table.hidden = table.dataset.of !== view.id; tabled = tabled || !table.hidden; });
  document.body.classList.toggle('tabled', tabled);
  draw();
  net.redraw();
  fit();
  $('desk').scrollTop = 0;
  if (!quiet) choose(null);
};

const draw = () => {
  shown = drawView(view, off);
  const counts = new Map();
  for (const [id] of view.nodes) counts.set(NODES[id].kind, (counts.get(NODES[id].kind) || 0) + 1);
  const legend = $('legend');
  legend.replaceChildren(legend.firstElementChild, ...KINDS.map((kind, number) => [kind, number]).filter(([, number]) => counts.has(number)).map(([kind, number]) => {
    const box = make('input', {type: 'checkbox', value: kind.id});
    box.checked = !off.has(kind.id);
    box.addEventListener('change', () => {
      if (box.checked) off.delete(kind.id); else off.add(kind.id);
      draw();
      choose(selection && selection.node !== undefined && !shown.has(selection.node) ? null : selection && selection.node !== undefined ? selection : null, true);
      $('legend').querySelector(`input[value=${kind.id}]`).focus();
    });
    return make('label', {}, box, markOf(number), kind.many, make('i', {}, String(counts.get(number))));
  }));
  const things = shown.size === view.nodes.length ? shown.size : `${shown.size} of ${view.nodes.length}`;
  $('count').textContent = `${things} shown · ${lines.length} ${lines.length === 1 ? 'link' : 'links'}`;
};

// ---- the address ---------------------------------------------------------------------------------------------------
const remember = () => {
  const state = new URLSearchParams();
  if (view !== DATA.views[0]) state.set('view', view.id);
  if (selection && selection.node !== undefined) state.set('node', NODES[selection.node].key);
  if (off.size) state.set('types', KINDS.map(kind => kind.id).filter(kind => !off.has(kind)).join());
  const hash = '#' + state.toString();
  if (hash !== (location.hash || '#')) history.replaceState(null, '', hash);
};
const restore = () => {
  const state = new URLSearchParams(location.hash.slice(1));
  const kept = state.has('types') ? new Set(state.get('types').split(',')) : null;
  off = new Set(kept ? KINDS.map(kind => kind.id).filter(kind => !kept.has(kind)) : []);
  const node = BY_KEY.get(state.get('node') || DATA.start.node);
  open(state.get('view') || DATA.views[0].id, true);
  choose(node ? {node: node.id, moving: false} : null);
};

// ---- search --------------------------------------------------------------------------------------------------------
const find = $('find'), hits = $('hits');
let at = -1;
const close = () => { hits.hidden = true; find.setAttribute('aria-expanded', 'false'); find.removeAttribute('aria-activedescendant'); at = -1; };
const search = () => {
  const words = fold(find.value.trim());
  if (!words) return close();
  const begins = node => node.folded.some(name => name.startsWith(words) || name.includes(' ' + words));
  const found = BY_LINKS.filter(node => node.folded.some(name => name.includes(words)))
    .sort((one, other) => begins(other) - begins(one)).slice(0, 20);
  hits.replaceChildren(...found.map((node, number) => {
    const hit = make('li', {role: 'option', id: 'hit' + number, 'aria-selected': 'false'}, markOf(node.kind), make('span', {dir: 'auto'}, node.label), make('small', {}, node.class));
    hit.addEventListener('mousedown', event => { event.preventDefault(); take(node); });
    hit.node = node;
    return hit;
  }));
  if (!found.length) hits.replaceChildren(make('li', {role: 'option', 'aria-selected': 'false', 'aria-disabled': 'true'}, 'Nothing of that name'));
  hits.hidden = false;
  at = -1;
  find.setAttribute('aria-expanded', 'true');
};
const take = node => { find.value = ''; close(); choose({node: node.id}); panel.focus(); };
find.addEventListener('input', search);
find.addEventListener('blur', close);
find.addEventListener('keydown', event => {
  const list = [...hits.children].filter(hit => hit.node);
  if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && list.length) {
    event.preventDefault();
    at = (at + (event.key === 'ArrowDown' ? 1 : -1) + list.length) % list.length;
    list.forEach((hit, number) => hit.setAttribute('aria-selected', String(number === at)));
    find.setAttribute('aria-activedescendant', list[at].id);
    list[at].scrollIntoView({block: 'nearest'});
  } else if (event.key === 'Enter' && list.length) { event.preventDefault(); take(list[Math.max(0, at)].node); }
  else if (event.key === 'Escape') { event.stopPropagation(); find.value = ''; close(); find.blur(); }
});

// ---- picture, tables, keys -----------------------------------------------------------------------------------------
net.on('click', event => {
  if (event.nodes.length) choose({node: event.nodes[0]});
  else if (event.edges.length) choose({line: event.edges[0]});
  else choose(null);
});
const hover = (node, line) => {
  hovered = node;
  hoveredLine = line;
  ranked = null;
  holder.style.cursor = node !== null || line ? 'pointer' : '';
  net.redraw();
};
net.on('hoverNode', event => hover(event.node, null));
net.on('blurNode', () => hover(null, null));
net.on('hoverEdge', event => hover(hovered, lines[event.edge] || null));
net.on('blurEdge', () => hover(hovered, null));
net.on('resize', () => { if (selection === null || selection.node === undefined) fit(); });

document.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.view) open(button.dataset.view);
  else if (button.dataset.pair) {
    choose({pair: button.dataset.pair.split(',').map(Number), works: button.dataset.works ? button.dataset.works.split(',').map(Number) : []});
    panel.scrollIntoView({block: 'nearest'});
  } else if (button.dataset.node) { choose({node: Number(button.dataset.node)}); panel.scrollIntoView({block: 'nearest'}); }
  else if (button.dataset.zoom) zoom(button.dataset.zoom);
});
const zoom = how => how === 'fit' ? fit(true) : net.moveTo({scale: net.getScale() * (how === 'in' ? 1.35 : 1 / 1.35)});

// Arrow keys walk to the neighbour that lies most in their direction.
const walk = (dx, dy) => {
  if (!selection || selection.node === undefined) {
    const first = BY_LINKS.find(node => shown.has(node.id));
    if (first) choose({node: first.id});
    return;
  }
  const here = spots.get(selection.node);
  let best = null, most = 0;
  for (const id of neighbours(selection.node)) {
    if (id === selection.node || !here || !spots.has(id)) continue;
    const x = spots.get(id).x - here.x, y = spots.get(id).y - here.y, length = Math.hypot(x, y) || 1;
    const along = (x * dx + y * dy) / length;
    if (along > 0.35 && along / Math.sqrt(length) > most) { most = along / Math.sqrt(length); best = id; }
  }
  if (best !== null) choose({node: best});
};
const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
document.addEventListener('keydown', event => {
  if (event.target === find || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '/') { event.preventDefault(); find.focus(); }
  else if (event.key === 'Escape') choose(null);
  else if (event.target === holder && ARROWS[event.key]) { event.preventDefault(); walk(...ARROWS[event.key]); }
  else if (event.target === holder && event.key === '+') zoom('in');
  else if (event.target === holder && event.key === '-') zoom('out');
  else if (event.target === holder && event.key === '0') zoom('fit');
  else if (event.target === holder && event.key === 'Enter') panel.focus();
});
addEventListener('hashchange', restore);
restore();
document.documentElement.dataset.ready = 'true';
