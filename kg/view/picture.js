// The picture: vis-network holds nodes, edges, zoom and clicks; marks and names are drawn by us on its canvas.

const MARKS = KINDS.map(kind => new Path2D(kind.mark));
const root = document.documentElement;

class Picture {
  constructor(place, events) {
    this.place = place;
    this.colour = {};
    this.lit = null;
    this.chosen = null;
    this.hovered = null;
    this.thin = 1;
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.names = new Names(document.createElement('canvas').getContext('2d'));
    this.readColours();
    const draw = parts => this.draw(parts);
    this.network = new vis.Network(place, { nodes: this.nodes, edges: this.edges }, {
      physics: false,
      layout: { improvedLayout: false },
      nodes: { shape: 'custom', ctxRenderer: draw, chosen: false },
      edges: { chosen: false, selectionWidth: 0, hoverWidth: 0, arrowStrikethrough: false },
      interaction: { hover: true, dragNodes: false, multiselect: false, selectConnectedEdges: false, hoverConnectedEdges: false, zoomSpeed: 0.6 },
    });
    this.network.on('afterDrawing', context => this.drawNames(context));
    this.network.on('click', ({ nodes, edges }) => events.choose(nodes.length ? nodes[0] : null, edges.length ? edges[0] : null));
    const hover = (node, pointing) => { this.hovered = node; place.classList.toggle('pointing', pointing); this.network.redraw(); };
    this.network.on('hoverNode', ({ node }) => hover(node, true));
    this.network.on('blurNode', () => hover(null, false));
    this.network.on('hoverEdge', () => place.classList.add('pointing'));
    this.network.on('blurEdge', () => place.classList.remove('pointing'));
    this.network.on('zoom', () => { this.moved = true; });
    this.network.on('dragEnd', () => { this.moved = true; });
    this.network.on('resize', () => { if (!this.moved) requestAnimationFrame(() => this.fit()); });
  }

  readColours() {
    const style = getComputedStyle(root);
    const read = name => style.getPropertyValue('--' + name).trim();
    this.colour = { ground: read('ground'), ink: read('ink'), soft: read('soft'), edge: read('edge'), accent: read('accent'), kinds: KINDS.map(kind => read(kind.id)) };
    this.font = read('sans');
  }

  // `nodes` are {id, node, x, y, weight}; `edges` {id, from, to, weight, dashes}, where several may join the same two.
  show(nodes, edges) {
    // The old go first: clearing draws once more, and must still know them.
    this.edges.clear();
    this.nodes.clear();
    this.shown = new Map(nodes.map(one => [one.id, one]));
    this.hovered = null;
    this.order = [...nodes].sort((a, b) => b.weight - a.weight || a.id - b.id);
    for (const one of nodes) {
      one.r = KINDS[one.node.kind].size + 1.7 * Math.sqrt(Math.max(0, one.weight - 1));
      one.text = short(one.node.label);
    }
    this.nodes.add(nodes.map(({ id, x, y, r }) => ({ id, x, y, size: r, fixed: true })));
    const beside = new Map();
    this.styles = new Map();
    this.edges.add(edges.map(edge => {
      const ends = Math.min(edge.from, edge.to) + '-' + Math.max(edge.from, edge.to);
      const turn = beside.get(ends) || 0;
      beside.set(ends, turn + 1);
      // The second and further statements between two nodes bow out to either side, whichever way they point.
      const side = (turn % 2 === 0) === (edge.from < edge.to) ? 'curvedCW' : 'curvedCCW';
      const smooth = turn ? { enabled: true, type: side, roundness: 0.12 * Math.ceil(turn / 2) } : false;
      return { id: edge.id, from: edge.from, to: edge.to, dashes: edge.dashes ? [5, 4] : false, smooth, ...this.style(edge) };
    }));
    this.drawn = edges;
    this.moved = false;
  }

  style(edge) {
    const lit = !this.lit || this.lit.edges.has(edge.id);
    const strong = lit && (this.lit !== null);
    return {
      width: (edge.weight > 1 ? Math.min(9, 1 + 1.1 * edge.weight) : this.thin) * (strong ? 1.4 : 1),
      color: { color: strong ? this.colour.accent : this.colour.edge, opacity: lit ? (strong ? 0.8 : 0.6) : 0.1, inherit: false },
    };
  }

  // Seen from afar, marks and lines shrink more slowly than the picture.
  afar() {
    return Math.min(2.2, Math.max(1, 0.8 / Math.sqrt(this.network.getScale())));
  }

  // Light what is chosen and what belongs to it: {nodes, edges} as sets, or null for all.
  light(lit, chosen) {
    this.lit = lit;
    this.chosen = chosen;
    this.edges.update(this.drawn.map(edge => ({ id: edge.id, ...this.style(edge) })));
    this.network.redraw();
  }

  recolour() {
    this.readColours();
    if (this.drawn) this.light(this.lit, this.chosen);
  }

  fit() {
    this.network.fit({ maxZoomLevel: 1.15, minZoomLevel: 0.02, animation: false });
    const scale = this.network.getScale() * 0.94;
    this.network.moveTo({ scale });
    const thin = Math.min(2.2, Math.max(1, 0.75 / scale));
    if (thin !== this.thin) { this.thin = thin; this.light(this.lit, this.chosen); }
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
    // All of them in the frame, and near enough to read, but no nearer than the reader already is.
    const spots = nodes.map(node => this.shown.get(node)).filter(Boolean);
    const [left, right] = [Math.min(...spots.map(one => one.x)), Math.max(...spots.map(one => one.x))];
    const [top, bottom] = [Math.min(...spots.map(one => one.y)), Math.max(...spots.map(one => one.y))];
    const near = Math.min((width - Math.min(180, width * 0.3)) / (right - left || 1), (height - 120) / (bottom - top || 1), Math.max(1.1, Math.min(scale, 1.5)));
    const x = (left + right) / 2;
    const y = (top + bottom) / 2;
    this.moved = true;
    this.network.moveTo({ scale: near, position: { x, y }, animation: still ? false : { duration: 260, easingFunction: 'easeInOutQuad' } });
  }

  draw({ ctx, id, x, y }) {
    const one = this.shown.get(id);
    const r = one.r * this.afar();
    const drawNode = () => {
      const lit = !this.lit || this.lit.nodes.has(id);
      ctx.save();
      ctx.translate(x, y);
      ctx.scale(r / 10, r / 10);
      const mark = MARKS[one.node.kind];
      // A rim in the ground's colour keeps marks apart from lines; none shows through what is hollow or dimmed.
      ctx.lineWidth = 3;
      ctx.strokeStyle = this.colour.ground;
      ctx.stroke(mark);
      ctx.fillStyle = this.colour.ground;
      ctx.fill(mark);
      ctx.fillRect(-6, -6, 12, 12);
      ctx.globalAlpha = lit ? 1 : 0.16;
      ctx.fillStyle = this.colour.kinds[one.node.kind];
      ctx.fill(mark, 'evenodd');
      ctx.restore();
      if (id === this.chosen) {
        ctx.beginPath();
        ctx.arc(x, y, r * 1.3 + 4, 0, 2 * Math.PI);
        ctx.lineWidth = 2.5;
        ctx.strokeStyle = this.colour.accent;
        ctx.stroke();
      }
    };
    return { drawNode, nodeDimensions: { width: r * 2.4, height: r * 2.4 } };
  }

  drawNames(context) {
    if (!this.order) return;
    const scale = this.network.getScale();
    const afar = this.afar();
    const middle = this.network.getViewPosition();
    const reach = { x: this.place.clientWidth / 2 + 80, y: this.place.clientHeight / 2 + 20 };
    const marks = [];
    const rank = one => (one.id === this.chosen || one.id === this.hovered ? 0 : this.lit && this.lit.nodes.has(one.id) ? 1 : 2);
    for (const one of this.order) {
      const x = (one.x - middle.x) * scale;
      const y = (one.y - middle.y) * scale;
      if (Math.abs(x) > reach.x || Math.abs(y) > reach.y) continue;
      const dim = this.lit !== null && rank(one) === 2;
      const size = one.id === this.chosen ? 15 : one.weight > 7 ? 14 : 12;
      const strong = one.id === this.chosen || one.weight > 7 || ['film', 'series'].includes(KINDS[one.node.kind].id);
      marks.push({ id: one.id, x, y, r: (one.id === this.chosen ? one.r * afar * 1.3 + 6 : one.r * afar) * scale, text: dim ? '' : one.text, font: `${strong ? 600 : 400} ${size}px ${this.font}`, must: rank(one) === 0 || (this.lit !== null && rank(one) === 1), rank: rank(one) });
    }
    marks.sort((a, b) => a.rank - b.rank);
    this.written = this.names.place(marks, 15, { x: this.place.clientWidth / 2 - 4, y: this.place.clientHeight / 2 - 4 });
    context.save();
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.translate(middle.x, middle.y);
    context.scale(1 / scale, 1 / scale);
    for (const name of this.written) {
      context.font = name.font;
      context.lineWidth = 3.5;
      context.strokeStyle = this.colour.ground;
      context.strokeText(name.text, name.x, name.y);
      context.fillStyle = name.rank === 0 && name.id === this.chosen ? this.colour.accent : this.colour.ink;
      context.fillText(name.text, name.x, name.y);
    }
    context.restore();
  }
}
