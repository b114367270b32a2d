// The picture: vis-network holds the network, zooms, and tells what is under the pointer. Lines, marks and labels are
// drawn here, so that lines keep their width on the screen and no label runs over another or over a mark.
const holder = document.getElementById('picture');
const styleOf = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const PATHS = KINDS.map(kind => new Path2D(kind.mark));
const FACE = '"Source Sans 3", "Noto Sans", system-ui, -apple-system, "Segoe UI", sans-serif';
let colours = {};
const readColours = () => {
  colours = {ink: styleOf('--ink'), quiet: styleOf('--quiet'), ground: styleOf('--ground'), line: styleOf('--line'),
    accent: styleOf('--accent'), kinds: KINDS.map(kind => styleOf('--' + kind.id))};
};
readColours();

let lit = null;          // the nodes that stand out, or null where all do
let chosen = null;       // the node that is selected
let hovered = null;      // the node under the pointer
let hoveredLine = null;  // the line under the pointer
let lines = [];          // what is drawn between nodes: parallel statements are one line, the panel tells them apart
let spots = new Map();   // where the nodes of this view stand that are shown
let degree = new Map();  // links that a node has in this view
let ranked = null;       // nodes in the order in which they may have a label
const visNodes = new vis.DataSet(), visEdges = new vis.DataSet();

// Seen from afar, marks shrink more slowly than the picture.
let afar = 1;
const radiusOf = id => afar * KINDS[NODES[id].kind].size * (1 + 0.16 * Math.sqrt(degree.get(id) || 0));
const renderer = ({ctx, id, x, y}) => {
  const radius = radiusOf(id), kind = NODES[id].kind;
  return {
    drawNode() {
      ctx.save();
      ctx.translate(x, y);
      ctx.scale(radius / 11, radius / 11);
      ctx.lineJoin = 'round';
      // A ring of ground keeps a mark apart from the lines that pass under it.
      ctx.lineWidth = id === chosen ? 9 : 4;
      ctx.strokeStyle = id === chosen || id === hovered ? colours.accent : colours.ground;
      ctx.stroke(PATHS[kind]);
      if (id === chosen) { ctx.lineWidth = 4.5; ctx.strokeStyle = colours.ground; ctx.stroke(PATHS[kind]); }
      ctx.globalAlpha = lit && !lit.has(id) ? 0.16 : 1;
      ctx.fillStyle = colours.kinds[kind];
      ctx.fill(PATHS[kind], 'evenodd');
      ctx.restore();
    },
    nodeDimensions: {width: radius * 2.2, height: radius * 2.2},
  };
};

const clear = 'rgba(0,0,0,0)';
const net = new vis.Network(holder, {nodes: visNodes, edges: visEdges}, {
  autoResize: true,
  physics: false,
  layout: {improvedLayout: false},
  nodes: {shape: 'custom', ctxRenderer: renderer, chosen: false},
  // The lines that vis-network knows are for the pointer only.
  edges: {smooth: false, chosen: false, selectionWidth: 0, hoverWidth: 0, width: 1, color: {color: clear, highlight: clear, hover: clear, inherit: false}},
  interaction: {hover: true, keyboard: {enabled: false}, selectConnectedEdges: false, dragNodes: false, tooltipDelay: 1e9, zoomSpeed: 0.6},
});

const isLit = line => lit !== null && lit.has(line.from) && lit.has(line.to)
  && (chosen === null || line.from === chosen || line.to === chosen);
const HUB = 14;
const strokeOf = line => {
  const broad = line.works ? 1.2 + 1.6 * Math.sqrt(line.works.length) : 1.2;
  if (line === hoveredLine) return [broad + 1.2, 0.95, colours.accent];
  if (isLit(line)) return [broad + 0.5, 0.8, colours.accent];
  if (lit) return [broad, 0.13, colours.line];
  const crowded = !line.works && ((degree.get(line.from) || 0) > HUB || (degree.get(line.to) || 0) > HUB);
  return [broad, crowded ? 0.42 : 0.75, colours.line];
};
net.on('beforeDrawing', ctx => {
  const scale = net.getScale(), grown = Math.max(1, Math.sqrt(scale)) / scale;
  afar = Math.min(2.2, Math.max(1, 0.82 / Math.sqrt(scale)));
  const layers = new Map();
  for (const line of lines) {
    const stroke = strokeOf(line), dashed = line.works && !line.works.length, key = stroke.join() + dashed;
    if (!layers.has(key)) layers.set(key, {stroke, dashed, path: new Path2D()});
    const one = spots.get(line.from), other = spots.get(line.to), {path} = layers.get(key);
    path.moveTo(one.x, one.y);
    path.lineTo(other.x, other.y);
  }
  ctx.save();
  ctx.lineCap = 'round';
  for (const {stroke: [width, alpha, colour], dashed, path} of [...layers.values()].sort((a, b) => a.stroke[1] - b.stroke[1])) {
    ctx.lineWidth = width * grown;
    ctx.globalAlpha = alpha;
    ctx.strokeStyle = colour;
    ctx.setLineDash(dashed ? [5 * grown, 5 * grown] : []);
    ctx.stroke(path);
  }
  ctx.restore();
});

// Rectangles on the screen that are taken, found by the cells of a grid that they lie in.
const CELL = 64;
const cellsOf = function* ([left, top, right, bottom]) {
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1)
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) yield x + ':' + y;
};
const rectangles = () => {
  const cells = new Map();
  return {
    add(box, owner) {
      for (const cell of cellsOf(box)) { if (!cells.has(cell)) cells.set(cell, []); cells.get(cell).push([box, owner]); }
    },
    free(box, owner) {
      for (const cell of cellsOf(box)) for (const [other, of] of cells.get(cell) || [])
        if ((of === undefined || of !== owner) && box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return false;
      return true;
    },
  };
};

const LONGEST = 36, MOST_LABELS = 500;
const shortened = text => {
  const points = [...text.slice(0, 400).replace(/\s+/g, ' ').trim()];
  return points.length > LONGEST ? points.slice(0, LONGEST - 1).join('').trimEnd() + '…' : points.join('');
};
const measured = new Map();
const measure = (ctx, text) => {
  const key = ctx.font + text;
  if (!measured.has(key)) measured.set(key, ctx.measureText(text).width);
  return measured.get(key);
};
const write = (ctx, text, x, y, colour) => {
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
};
const roleOf = line => {
  if (line.works) return line.works.length === 1 ? '1 work' : line.works.length ? line.works.length + ' works' : 'stated';
  return [...new Set(line.statements.map(number => {
    const edge = EDGES[number];
    return chosen === edge.to && chosen !== edge.from ? edge.inverse : edge.label;
  }))].join(', ');
};

// Labels: the selected and the much-linked first, each only where there is room at this zoom: beneath its mark, else
// above or beside it. What stands out may cover a mark if it must; the rest waits for a closer look.
net.on('afterDrawing', ctx => {
  const scale = net.getScale(), centre = net.getViewPosition();
  const reach = {x: holder.clientWidth / 2, y: holder.clientHeight / 2};
  const seen = [centre.x * scale - reach.x, centre.y * scale - reach.y, centre.x * scale + reach.x, centre.y * scale + reach.y];
  const inside = box => box[0] >= seen[0] && box[1] >= seen[1] && box[2] <= seen[2] && box[3] <= seen[3];
  if (!ranked) {
    const weight = id => (id === chosen ? 1e6 : 0) + (id === hovered ? 5e5 : 0) + (lit && lit.has(id) ? 1e4 : 0)
      + (degree.get(id) || 0) * 10 + (NODES[id].kind === 0 ? 5 : 0);
    ranked = [...spots.keys()].sort((one, other) => weight(other) - weight(one) || one - other);
  }
  const labels = rectangles(), marks = rectangles();
  for (const [id, {x, y}] of spots) {
    if (lit && !lit.has(id)) continue;
    const radius = radiusOf(id) * scale * 0.9;
    marks.add([x * scale - radius, y * scale - radius * 0.9, x * scale + radius, y * scale + radius * 0.9], id);
  }
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = colours.ground;
  let drawn = 0;
  ranked.forEach((id, place) => {
    if (drawn > MOST_LABELS || (lit && !lit.has(id) && id !== hovered)) return;
    const spot = spots.get(id), x = spot.x * scale, y = spot.y * scale, away = radiusOf(id) * scale + 3;
    if (x + away < seen[0] || x - away > seen[2] || y + away < seen[1] || y - away > seen[3]) return;
    const big = id === chosen || (degree.get(id) || 0) > HUB, pixels = big ? 14 : 12;
    ctx.font = `${big ? 600 : 400} ${pixels}px ${FACE}`;
    const text = shortened(NODES[id].label), width = measure(ctx, text) / 2 + 2, height = pixels / 2 + 1;
    const spread = [[0, away + height], [0, -away - height], [away + width + 1, 0], [-away - width - 1, 0]]
      .map(([dx, dy]) => ({x: x + dx, y: y + dy, box: [x + dx - width, y + dy - height, x + dx + width, y + dy + height]}))
      .filter(({box}) => labels.free(box));
    const must = id === chosen || id === hovered || (lit && lit.has(id)) || place < 6;
    const at = spread.find(({box}) => inside(box) && marks.free(box, id)) || (must && (spread.find(({box}) => inside(box)) || spread[0]));
    if (!at) return;
    labels.add(at.box);
    drawn += 1;
    write(ctx, text, at.x, at.y, colours.ink);
  });
  // What a line says, where it stands out and there is room on it.
  ctx.font = `italic 11.5px ${FACE}`;
  for (const line of lines) {
    if (line !== hoveredLine && !(chosen !== null && isLit(line))) continue;
    const one = spots.get(line.from), other = spots.get(line.to), text = shortened(roleOf(line));
    const x = (one.x + other.x) / 2 * scale, y = (one.y + other.y) / 2 * scale, width = measure(ctx, text) / 2 + 3;
    const box = [x - width, y - 8, x + width, y + 8];
    if (line !== hoveredLine && !(labels.free(box) && marks.free(box))) continue;
    labels.add(box);
    write(ctx, text, x, y, line === hoveredLine ? colours.ink : colours.quiet);
  }
  ctx.restore();
});

const drawView = (view, off) => {
  spots = new Map(view.nodes.filter(([id]) => !off.has(KINDS[NODES[id].kind].id)).map(([id, x, y]) => [id, {x, y}]));
  const joined = new Map();
  const join = (one, other, entry) => {
    const key = one < other ? one + ' ' + other : other + ' ' + one;
    if (!joined.has(key)) joined.set(key, {from: one, to: other, statements: [], works: null});
    const line = joined.get(key);
    if (entry.statement !== undefined) line.statements.push(entry.statement);
    if (entry.works) line.works = entry.works;
  };
  if (view.pairs) for (const [one, other, works] of view.pairs) join(one, other, {works});
  else for (const number of view.edges) join(EDGES[number].from, EDGES[number].to, {statement: number});
  lines = [...joined.values()].filter(line => spots.has(line.from) && spots.has(line.to));
  degree = new Map();
  for (const line of lines) for (const end of [line.from, line.to])
    degree.set(end, (degree.get(end) || 0) + (line.works ? line.works.length || 1 : 1));
  hovered = hoveredLine = ranked = null;
  visNodes.clear();
  visEdges.clear();
  visNodes.add([...spots].map(([id, {x, y}]) => ({id, x, y})));
  visEdges.add(lines.map((line, id) => ({id, from: line.from, to: line.to})));
  return new Set(spots.keys());
};
const relight = (nodes, centre) => {
  lit = nodes;
  chosen = centre;
  ranked = null;
  net.redraw();
};

// ---- the camera ----------------------------------------------------------------------------------------------------
const still = matchMedia('(prefers-reduced-motion: reduce)');
const LARGEST = 1.7;
// Room on the screen that nodes keep from the rim: their names stand beside them, and the legend may lie over a side.
const rim = () => {
  const width = holder.clientWidth, legend = document.getElementById('legend');
  const over = width > 640 && getComputedStyle(legend).position === 'absolute' ? legend.offsetLeft + legend.offsetWidth : 0;
  const side = Math.min(64, width * 0.12);
  return {left: over + side, right: side, top: 26, bottom: 46};
};
const frame = (ids, largest, moving) => {
  const places = [...ids].map(id => spots.get(id)).filter(Boolean), {left, right, top, bottom} = rim();
  if (!places.length || !holder.clientWidth || !holder.clientHeight) return;
  const least = {x: Infinity, y: Infinity}, most = {x: -Infinity, y: -Infinity};
  for (const place of places) for (const axis of ['x', 'y']) {
    least[axis] = Math.min(least[axis], place[axis]);
    most[axis] = Math.max(most[axis], place[axis]);
  }
  const scale = Math.max(0.01, Math.min(largest, (holder.clientWidth - left - right) / (most.x - least.x || 1),
    (holder.clientHeight - top - bottom) / (most.y - least.y || 1)));
  net.moveTo({scale, animation: moving && !still.matches ? {duration: 280, easingFunction: 'easeInOutQuad'} : false,
    position: {x: (least.x + most.x) / 2 - (left - right) / 2 / scale, y: (least.y + most.y) / 2 - (top - bottom) / 2 / scale}});
};
const fit = moving => frame(spots.keys(), LARGEST, moving);
// Bring nodes into sight; if they are, and large enough to read, nothing moves.
const show = (ids, moving) => {
  const scale = net.getScale(), centre = net.getViewPosition(), {left, right, top, bottom} = rim();
  const readable = scale >= 0.8 && [...ids].map(id => spots.get(id)).filter(Boolean).every(({x, y}) => {
    const at = {x: (x - centre.x) * scale + holder.clientWidth / 2, y: (y - centre.y) * scale + holder.clientHeight / 2};
    return at.x > left * 0.6 && at.x < holder.clientWidth - right * 0.6 && at.y > top * 0.6 && at.y < holder.clientHeight - bottom * 0.6;
  });
  if (!readable) frame(ids, Math.max(1.15, Math.min(scale, LARGEST)), moving);
};
const repaint = () => { readColours(); net.redraw(); };
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
// Paper is white, whatever the screen is.
addEventListener('beforeprint', () => { document.documentElement.dataset.paper = 'true'; repaint(); });
addEventListener('afterprint', () => { delete document.documentElement.dataset.paper; repaint(); });
