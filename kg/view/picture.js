// The picture: vis-network draws and zooms; marks and labels are ours, so that labels never run over one another.
const holder = document.getElementById('picture');
const styleOf = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const PATHS = KINDS.map(kind => new Path2D(kind.mark));
let colours = {};
const readColours = () => {
  colours = {ink: styleOf('--ink'), ground: styleOf('--ground'), line: styleOf('--line'), accent: styleOf('--accent'),
    kinds: KINDS.map(kind => styleOf('--' + kind.id))};
};
readColours();

let lit = null;          // the nodes that stand out, or null where all do
let chosen = null;       // the node that is selected
let hovered = null;
let degree = new Map();  // links a node has in this view
const visNodes = new vis.DataSet(), visEdges = new vis.DataSet();

// Seen from afar, marks shrink more slowly than the picture.
let afar = 1;
const radiusOf = id => afar * KINDS[NODES[id].kind].size * (1 + 0.16 * Math.sqrt(degree.get(id) || 0));
const renderer = ({ctx, id, x, y}) => {
  const radius = radiusOf(id);
  return {
    drawNode() {
      ctx.save();
      ctx.translate(x, y);
      ctx.globalAlpha = lit && !lit.has(id) ? 0.13 : 1;
      ctx.scale(radius / 11, radius / 11);
      ctx.lineWidth = 3;
      ctx.strokeStyle = id === chosen ? colours.accent : colours.ground;
      ctx.stroke(PATHS[NODES[id].kind]);
      ctx.fillStyle = colours.kinds[NODES[id].kind];
      ctx.fill(PATHS[NODES[id].kind], 'evenodd');
      ctx.restore();
    },
    nodeDimensions: {width: radius * 2.2, height: radius * 2.2},
  };
};

const net = new vis.Network(holder, {nodes: visNodes, edges: visEdges}, {
  autoResize: true,
  physics: false,
  layout: {improvedLayout: false},
  nodes: {shape: 'custom', ctxRenderer: renderer, chosen: false},
  edges: {smooth: false, chosen: false, selectionWidth: 0, hoverWidth: 0},
  interaction: {hover: true, keyboard: {enabled: false}, hideEdgesOnDrag: false, selectConnectedEdges: false, dragNodes: false,
    tooltipDelay: 1e9, zoomSpeed: 0.6},
});

net.on('beforeDrawing', () => { afar = Math.min(2.2, Math.max(1, 0.82 / Math.sqrt(net.getScale()))); });

// Labels: the selected and the much-linked first, each only where there is room at this zoom.
net.on('afterDrawing', ctx => {
  const scale = net.getScale(), taken = [];
  const ids = visNodes.getIds({filter: node => !node.hidden});
  const weight = id => (id === chosen ? 1e6 : 0) + (id === hovered ? 5e5 : 0) + (lit && lit.has(id) ? 1e4 : 0)
    + (degree.get(id) || 0) * 10 + (NODES[id].kind === 0 ? 5 : 0);
  ids.sort((one, other) => weight(other) - weight(one) || one - other);
  const places = net.getPositions(ids);
  ctx.save();
  ctx.textAlign = 'center';
  ctx.textBaseline = 'top';
  let drawn = 0;
  for (const id of ids) {
    if (lit && !lit.has(id)) continue;
    if (drawn > 400) break;
    const big = id === chosen || (degree.get(id) || 0) > 11, pixels = big ? 14 : 12;
    const size = pixels / scale;
    ctx.font = `${big ? 600 : 400} ${size}px "Source Sans 3", "Noto Sans", system-ui, sans-serif`;
    const label = [...NODES[id].label.replace(/\s+/g, ' ')];
    const text = label.length > 36 ? label.slice(0, 35).join('') + '…' : label.join('');
    const width = ctx.measureText(text).width * scale + 6, height = pixels + 4;
    const at = {x: places[id].x * scale, y: (places[id].y + radiusOf(id) * 1.15) * scale + 2};
    const box = [at.x - width / 2, at.y, at.x + width / 2, at.y + height];
    if (taken.some(other => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
    taken.push(box);
    drawn += 1;
    ctx.lineJoin = 'round';
    ctx.lineWidth = 3.5 / scale;
    ctx.strokeStyle = colours.ground;
    ctx.strokeText(text, places[id].x, at.y / scale);
    ctx.fillStyle = colours.ink;
    ctx.fillText(text, places[id].x, at.y / scale);
  }
  ctx.restore();
});

// Parallel statements between two nodes are one line; the panel tells them apart.
let lines = [];
const drawView = (view, off) => {
  const visible = new Set(view.nodes.filter(([id]) => !off.has(KINDS[NODES[id].kind].id)).map(([id]) => id));
  degree = new Map();
  const joined = new Map();
  const join = (one, other, entry) => {
    const key = one < other ? one + ' ' + other : other + ' ' + one;
    if (!joined.has(key)) joined.set(key, {from: one, to: other, statements: [], works: null, direct: 0});
    const line = joined.get(key);
    if (entry.statement !== undefined) line.statements.push(entry.statement);
    if (entry.works) { line.works = entry.works; line.direct = entry.direct; }
  };
  if (view.pairs) for (const [one, other, works, direct] of view.pairs) join(one, other, {works, direct});
  else for (const number of view.edges) join(EDGES[number].from, EDGES[number].to, {statement: number});
  lines = [...joined.values()].filter(line => visible.has(line.from) && visible.has(line.to));
  for (const line of lines) for (const end of [line.from, line.to])
    degree.set(end, (degree.get(end) || 0) + (line.works ? line.works.length || 1 : 1));
  visNodes.clear();
  visEdges.clear();
  visNodes.add(view.nodes.filter(([id]) => visible.has(id)).map(([id, x, y]) => ({id, x, y})));
  visEdges.add(lines.map((line, number) => edgeOf(line, number)));
  return visible;
};
const edgeOf = (line, number) => {
  const dim = lit && !(lit.has(line.from) && lit.has(line.to) && (chosen === null || line.from === chosen || line.to === chosen));
  const strong = lit && !dim;
  return {id: number, from: line.from, to: line.to,
    width: line.works ? 1 + 1.5 * Math.sqrt(line.works.length) : strong ? 2 : 1.6,
    dashes: Boolean(line.works && !line.works.length),
    color: {color: strong ? colours.accent : colours.line, opacity: dim ? 0.07 : strong ? 0.75 : 0.55, inherit: false}};
};
const relight = (nodes, centre) => {
  lit = nodes;
  chosen = centre;
  visEdges.update(lines.map(edgeOf));
  net.redraw();
};
const focusOn = id => {
  if (visNodes.get(id)) net.focus(id, {scale: Math.max(net.getScale(), 0.9), animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? false : {duration: 260}});
};
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { readColours(); visEdges.update(lines.map(edgeOf)); net.redraw(); });
