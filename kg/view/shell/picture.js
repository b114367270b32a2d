// The picture of up to some thousands: vis-network holds nodes, edges, zoom and clicks; marks and names are ours.

class Picture extends Engine {
  constructor(place, events) {
    super(place, events);
    this.thin = 1;
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.network = new vis.Network(place, { nodes: this.nodes, edges: this.edges }, {
      physics: false,
      layout: { improvedLayout: false },
      nodes: { shape: 'custom', ctxRenderer: parts => this.draw(parts), chosen: false },
      edges: { chosen: false, selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false },
      interaction: { hover: true, dragNodes: false, multiselect: false, selectConnectedEdges: false, hoverConnectedEdges: false, zoomSpeed: 0.6 },
    });
    this.network.on('afterDrawing', context => this.write(context));
    this.network.on('click', ({ nodes, edges }) => events.choose(nodes.length ? nodes[0] : null, edges.length ? edges[0] : null));
    this.network.on('doubleClick', ({ nodes }) => { if (nodes.length) events.centre(nodes[0]); });
    const hover = (node, pointing) => { this.hovered = node; place.classList.toggle('pointing', pointing); this.network.redraw(); };
    this.network.on('hoverNode', ({ node }) => hover(node, true));
    this.network.on('blurNode', () => hover(null, false));
    this.network.on('hoverEdge', () => place.classList.add('pointing'));
    this.network.on('blurEdge', () => place.classList.remove('pointing'));
    this.network.on('zoom', () => { this.moved = true; });
    this.network.on('dragEnd', () => { this.moved = true; });
    this.network.on('resize', () => requestAnimationFrame(() => { if (!this.moved) this.fit(); }));
  }

  // `nodes` are {id, node, x, y, weight, fill}; `edges` {id, from, to, weight, dashes}, where several may join two.
  show(nodes, edges) {
    this.saying = new Set();
    // The old go first: clearing draws once more, and must still know them.
    this.edges.clear();
    this.nodes.clear();
    this.shown = new Map(nodes.map(one => [one.id, one]));
    this.hovered = null;
    this.order = [...nodes].sort((a, b) => b.weight - a.weight || a.id - b.id);
    for (const one of nodes) one.r = radius(one);
    this.nodes.add(nodes.map(({ id, x, y, r }) => ({ id, x, y, size: r, fixed: true })));
    this.heaviest = edges.reduce((most, edge) => Math.max(most, edge.weight), 7);
    this.crowded = this.heaviest > 7 && edges.length > 4 * nodes.length;
    const beside = new Map();
    this.drawn = new Map(edges.map(edge => {
      const ends = Math.min(edge.from, edge.to) + '-' + Math.max(edge.from, edge.to);
      const turn = beside.get(ends) || 0;
      beside.set(ends, turn + 1);
      // The second and further statements between two nodes bow out to either side, whichever way they point.
      const way = (turn % 2 === 0) === (edge.from < edge.to) ? 1 : -1;
      return [edge.id, { ...edge, bow: turn ? 0.12 * Math.ceil(turn / 2) : 0, way }];
    }));
    this.edges.add([...this.drawn.values()].map(edge => {
      const smooth = edge.bow ? { enabled: true, type: edge.way > 0 ? 'curvedCW' : 'curvedCCW', roundness: edge.bow } : false;
      return { id: edge.id, from: edge.from, to: edge.to, dashes: edge.dashes ? [5, 4] : false, smooth, ...this.style(edge) };
    }));
    this.most = nodes.length < 60 ? FEW : 2.2;
    this.moved = false;
  }

  style(edge) {
    const lit = !this.lit || this.lit.edges.has(edge.id);
    const strong = lit && this.lit !== null;
    const thick = 1 + 7.7 * ((edge.weight - 1) / this.heaviest);
    // Where nearly everything is linked, what counts less steps back.
    const plain = this.crowded ? 0.12 + 0.5 * Math.sqrt(edge.weight / this.heaviest) : this.drawn.size < 400 ? 0.9 : 0.6;
    return {
      width: Math.max(1, thick) * this.thin * (strong ? 1.4 : 1),
      color: { color: strong ? this.colour.accent : this.colour.edge, opacity: lit ? (strong ? 0.8 : plain) : 0.08, inherit: false },
    };
  }

  // Light what is chosen and what belongs to it: {nodes, edges} as sets, or null for all; `saying` lines have words.
  light(lit, chosen, saying) {
    this.saying = saying;
    const same = this.lit === null && lit === null;
    this.lit = lit;
    this.chosen = chosen;
    if (!same) this.edges.update([...this.drawn.values()].map(edge => ({ id: edge.id, ...this.style(edge) })));
    this.network.redraw();
  }

  recolour() {
    this.colour = readColours();
    if (!this.drawn) return;
    this.edges.update([...this.drawn.values()].map(edge => ({ id: edge.id, ...this.style(edge) })));
    this.network.redraw();
  }

  fit() {
    this.network.fit({ maxZoomLevel: 1.15, minZoomLevel: 0.02, animation: false });
    const scale = this.network.getScale() * 0.92;
    const { x, y } = this.network.getViewPosition();
    // Room beneath for the buttons.
    this.network.moveTo({ scale, position: { x, y: y + 14 / scale } });
    const thin = Math.min(this.most, Math.max(1, 0.75 / scale));
    if (thin !== this.thin) { this.thin = thin; this.recolour(); }
  }

  zoom(factor) {
    this.moved = true;
    this.network.moveTo({ scale: this.network.getScale() * factor });
  }

  // Bring nodes into the middle, without moving where they are well in sight already.
  reveal(nodes) {
    const { clientWidth: width, clientHeight: height } = this.place;
    const scale = this.network.getScale();
    const seen = scale >= 0.75 && nodes.every(node => {
      const at = this.shown.has(node) && this.network.canvasToDOM(this.shown.get(node));
      return !at || (at.x > 40 && at.x < width - 40 && at.y > 30 && at.y < height - 30);
    });
    if (seen || !this.shown.has(nodes[0])) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const { x, y, near } = frame(nodes.map(node => this.shown.get(node)).filter(Boolean), width, height, scale);
    this.moved = true;
    this.network.moveTo({ scale: near, position: { x, y }, animation: still ? false : { duration: 260, easingFunction: 'easeInOutQuad' } });
  }

  draw({ ctx, id, x, y }) {
    const one = this.shown.get(id);
    const r = one.r * afar(this.network.getScale(), this.most);
    const drawNode = () => {
      ctx.save();
      ctx.translate(x, y);
      drawMark(ctx, one, r, this.colour, !this.lit || this.lit.nodes.has(id));
      ctx.restore();
      if (id === this.chosen) drawRing(ctx, x, y, one, r, this.colour);
    };
    return { drawNode, nodeDimensions: { width: r * 2.4, height: r * 2.4 } };
  }

  write(context) {
    const scale = this.network.getScale();
    const middle = this.network.getViewPosition();
    this.sight = { scale, ...middle };
    context.save();
    context.translate(middle.x, middle.y);
    context.scale(1 / scale, 1 / scale);
    this.labels.draw(context, this);
    context.restore();
  }

  // Where a mark stands, in pixels from the middle.
  spot(one) {
    const { scale, x, y } = this.sight;
    return { x: (one.x - x) * scale, y: (one.y - y) * scale, r: one.r * afar(scale, this.most) * scale };
  }

  // The words on some lines: their middle and their length.
  lines(edges) {
    return [...edges].map(id => this.drawn.get(id)).filter(edge => edge && !edge.bow).map(edge => {
      const [from, to] = [this.spot(this.shown.get(edge.from)), this.spot(this.shown.get(edge.to))];
      return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, length: Math.hypot(to.x - from.x, to.y - from.y) - from.r - to.r, text: this.events.words(edge) };
    });
  }

  // The picture as it is in sight, for a drawing: lines and marks in pixels from the middle.
  shapes() {
    const lines = [...this.drawn.values()].map(edge => {
      const style = this.style(edge);
      return { from: this.spot(this.shown.get(edge.from)), to: this.spot(this.shown.get(edge.to)), bow: edge.bow * edge.way, dashes: edge.dashes, width: style.width * this.sight.scale, colour: style.color.color, opacity: style.color.opacity };
    });
    const marks = [...this.shown.values()].map(one => ({ ...this.spot(one), one, lit: !this.lit || this.lit.nodes.has(one.id) }));
    return { lines, marks, words: this.labels.written || [] };
  }

  canvas() {
    return this.place.querySelector('canvas');
  }
}

// The middle of some spots, and how near to come: all in the frame and readable, no nearer than the reader is.
function frame(spots, width, height, scale) {
  const [left, right] = [Math.min(...spots.map(one => one.x)), Math.max(...spots.map(one => one.x))];
  const [top, bottom] = [Math.min(...spots.map(one => one.y)), Math.max(...spots.map(one => one.y))];
  const near = Math.min((width - Math.min(180, width * 0.3)) / (right - left || 1), (height - 96) / (bottom - top || 1), Math.max(1.1, Math.min(scale, 1.5)));
  return { x: (left + right) / 2, y: (top + bottom) / 2, near };
}
