// The picture of thousands and more: our own canvas, with the same marks and names and the same methods as Picture.
// All of it is drawn once into a bitmap larger than the frame; moving shows the bitmap, and rest draws it afresh.

const MARGIN = 0.5;
const REST = 140;
const GRID = 256;

class Atlas extends Engine {
  constructor(place, events) {
    super(place, events);
    this.view = make('canvas');
    place.append(this.view);
    this.front = this.view.getContext('2d', { alpha: false });
    this.bitmap = document.createElement('canvas');
    this.back = this.bitmap.getContext('2d', { alpha: false });
    this.sight = { scale: 1, x: 0, y: 0 };
    new ResizeObserver(() => { if (this.drawn) { this.size(); if (this.moved) this.redraw(); else this.fit(); } }).observe(place);
    this.listen();
  }

  show(nodes, edges) {
    this.shown = new Map();
    this.saying = new Set();
    this.hovered = null;
    this.nodes = nodes;
    this.order = [...nodes].sort((a, b) => b.weight - a.weight || a.id - b.id);
    const [low, high] = [{ x: Infinity, y: Infinity }, { x: -Infinity, y: -Infinity }];
    nodes.forEach((one, at) => {
      one.r = radius(one);
      one.at = at;
      this.shown.set(one.id, one);
      low.x = Math.min(low.x, one.x); high.x = Math.max(high.x, one.x);
      low.y = Math.min(low.y, one.y); high.y = Math.max(high.y, one.y);
    });
    this.low = low;
    this.high = high;
    this.ends = new Float32Array(edges.length * 4);
    edges.forEach((edge, at) => {
      const [from, to] = [this.shown.get(edge.from), this.shown.get(edge.to)];
      this.ends.set([from.x, from.y, to.x, to.y], at * 4);
    });
    this.drawn = edges;
    this.numbers = null;
    this.cell = Math.max(high.x - low.x, high.y - low.y) / GRID || 1;
    this.cells = new Map();
    for (const one of nodes) {
      const cell = this.cellAt(one.x, one.y);
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(one);
    }
    this.shades = new Map();
    for (const one of nodes) {
      if (!this.shades.has(one.fill)) this.shades.set(one.fill, []);
      this.shades.get(one.fill).push(one);
    }
    this.disputed = nodes.filter(one => isDisputed(one.node));
    this.moved = false;
    this.size();
  }

  cellAt(x, y) {
    return Math.floor((x - this.low.x) / this.cell) * 4096 + Math.floor((y - this.low.y) / this.cell);
  }

  size() {
    this.width = Math.max(1, this.place.clientWidth);
    this.height = Math.max(1, this.place.clientHeight);
    this.dots = Math.min(2, devicePixelRatio || 1);
    this.margin = this.dots > 1 ? MARGIN / 2 : MARGIN;
    Object.assign(this.view, { width: Math.round(this.width * this.dots), height: Math.round(this.height * this.dots) });
    Object.assign(this.bitmap, { width: Math.round(this.width * (1 + 2 * this.margin) * this.dots), height: Math.round(this.height * (1 + 2 * this.margin) * this.dots) });
    this.stale = true;
  }

  light(lit, chosen, saying) {
    this.saying = saying;
    this.lit = lit;
    this.chosen = chosen;
    if (this.stale) this.redraw();
    else this.paint();
  }

  recolour() {
    this.colour = readColours();
    if (this.drawn) this.redraw();
  }

  fit() {
    const [wide, high] = [this.high.x - this.low.x || 1, this.high.y - this.low.y || 1];
    const scale = Math.max(0.002, Math.min(1.1, (this.width - 60) / wide, (this.height - 110) / high));
    this.sight = this.nodes.length ? { scale, x: (this.low.x + this.high.x) / 2, y: (this.low.y + this.high.y) / 2 + 18 / scale } : { scale: 1, x: 0, y: 0 };
    this.moved = false;
    this.redraw();
  }

  zoom(factor, about = { x: 0, y: 0 }) {
    const scale = Math.max(0.002, Math.min(6, this.sight.scale * factor));
    const shift = 1 / this.sight.scale - 1 / scale;
    this.sight = { scale, x: this.sight.x + about.x * shift, y: this.sight.y + about.y * shift };
    this.move();
  }

  reveal(nodes) {
    const spots = nodes.map(node => this.shown.get(node)).filter(Boolean);
    if (!spots.length || !this.shown.has(nodes[0])) return;
    const seen = this.sight.scale >= 0.5 && spots.every(one => { const { x, y } = this.spot(one); return Math.abs(x) < this.width / 2 - 40 && Math.abs(y) < this.height / 2 - 30; });
    if (seen) return;
    const { x, y, near } = frame(spots, this.width, this.height, this.sight.scale);
    this.sight = { scale: near, x, y };
    this.moved = true;
    this.redraw();
  }

  move() {
    this.moved = true;
    if (!this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; this.paint(); });
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.redraw(), REST);
  }

  spot(one) {
    const { scale, x, y } = this.sight;
    // Never so small that it is lost: the well-linked stay larger than the rest from any height.
    const least = Math.max(0.7, Math.min(3, scale * 4)) * (0.6 + 0.3 * Math.sqrt(one.weight));
    return { x: (one.x - x) * scale, y: (one.y - y) * scale, r: Math.min(26, Math.max(one.r * afar(scale) * scale, least)) };
  }

  // Everything into the bitmap, then onto the screen.
  redraw() {
    clearTimeout(this.rest);
    this.stale = false;
    const { back, sight, width, height, margin, dots } = this;
    const reach = { x: width * (0.5 + margin), y: height * (0.5 + margin) };
    back.setTransform(1, 0, 0, 1, 0, 0);
    back.fillStyle = this.colour.ground;
    back.fillRect(0, 0, this.bitmap.width, this.bitmap.height);
    back.setTransform(dots, 0, 0, dots, this.bitmap.width / 2, this.bitmap.height / 2);
    this.drawLines(back, reach);
    this.drawMarks(back, reach);
    this.taken = { ...sight };
    this.paint();
  }

  drawLines(context, reach) {
    const { ends, sight: { scale, x, y } } = this;
    const inSight = [];
    for (let at = 0; at < ends.length; at += 4) {
      const [x1, y1, x2, y2] = [(ends[at] - x) * scale, (ends[at + 1] - y) * scale, (ends[at + 2] - x) * scale, (ends[at + 3] - y) * scale];
      if ((x1 < -reach.x && x2 < -reach.x) || (x1 > reach.x && x2 > reach.x) || (y1 < -reach.y && y2 < -reach.y) || (y1 > reach.y && y2 > reach.y)) continue;
      inSight.push(x1, y1, x2, y2);
    }
    context.strokeStyle = this.colour.edge;
    context.globalAlpha = Math.max(0.07, Math.min(0.5, 2400 / (inSight.length / 4)));
    context.lineWidth = 1;
    context.beginPath();
    for (let at = 0; at < inSight.length; at += 4) {
      context.moveTo(inSight[at], inSight[at + 1]);
      context.lineTo(inSight[at + 2], inSight[at + 3]);
      // Long paths cost more than the sum of short ones.
      if (at % 8000 === 7996) { context.stroke(); context.beginPath(); }
    }
    context.stroke();
    context.globalAlpha = 1;
  }

  drawMarks(context, reach) {
    for (const [fill, ones] of this.shades) {
      context.fillStyle = this.colour[fill];
      for (const one of ones) {
        const { x, y, r } = this.spot(one);
        if (x < -reach.x - r || x > reach.x + r || y < -reach.y - r || y > reach.y + r) continue;
        if (r < 2.4) context.fillRect(x - r, y - r, 2 * r, 2 * r);
        else this.drawOne(context, one, x, y, r);
      }
    }
    // From afar a mark has no outline of its own.
    for (const one of this.disputed) {
      const { x, y, r } = this.spot(one);
      if (r >= 4) continue;
      context.save();
      context.translate(x, y);
      drawAround(context, 4, this.colour, true);
      context.restore();
    }
  }

  drawOne(context, one, x, y, r) {
    if (r < 4) {
      context.beginPath();
      context.arc(x, y, r, 0, 2 * Math.PI);
      context.fill();
      return;
    }
    context.save();
    context.translate(x, y);
    drawMark(context, one, r, this.colour, true);
    context.restore();
  }

  // The bitmap where it belongs now, dimmed where something is chosen; then what is lit, then words.
  paint() {
    const { front, dots, taken, sight } = this;
    if (!taken) return;
    const grown = sight.scale / taken.scale;
    front.setTransform(dots, 0, 0, dots, this.view.width / 2, this.view.height / 2);
    front.fillStyle = this.colour.ground;
    front.fillRect(-this.width, -this.height, 2 * this.width, 2 * this.height);
    front.globalAlpha = this.lit ? 0.22 : 1;
    const [wide, high] = [(this.bitmap.width / dots) * grown, (this.bitmap.height / dots) * grown];
    front.drawImage(this.bitmap, (taken.x - sight.x) * sight.scale - wide / 2, (taken.y - sight.y) * sight.scale - high / 2, wide, high);
    front.globalAlpha = 1;
    if (this.lit) this.drawLit(front);
    const one = this.shown.get(this.chosen);
    if (one) { const { x, y, r } = this.spot(one); drawRing(front, x, y, one, r, this.colour); }
    const moving = taken.scale !== sight.scale || taken.x !== sight.x || taken.y !== sight.y;
    if (!moving) this.labels.draw(front, this);
  }

  drawLit(context) {
    context.strokeStyle = this.colour.accent;
    context.lineWidth = 1.6;
    context.globalAlpha = 0.8;
    context.beginPath();
    for (const edge of this.links(this.lit.edges)) {
      const [from, to] = [this.spot(this.shown.get(edge.from)), this.spot(this.shown.get(edge.to))];
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
    }
    context.stroke();
    context.globalAlpha = 1;
    for (const id of this.lit.nodes) {
      const one = this.shown.get(id);
      if (!one) continue;
      const { x, y, r } = this.spot(one);
      context.save();
      context.translate(x, y);
      drawMark(context, one, Math.max(r, 4), this.colour, true);
      context.restore();
    }
  }

  links(ids) {
    if (!this.numbers) this.numbers = new Map(this.drawn.map((edge, at) => [edge.id, at]));
    return [...ids].map(id => this.drawn[this.numbers.get(id)]).filter(Boolean);
  }

  lines(ids) {
    return this.links(ids).map(edge => {
      const [from, to] = [this.spot(this.shown.get(edge.from)), this.spot(this.shown.get(edge.to))];
      return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, length: Math.hypot(to.x - from.x, to.y - from.y) - from.r - to.r, text: this.events.words(edge) };
    });
  }

  // The nearest mark within reach of a place in pixels from the middle, else the nearest line.
  hit(x, y) {
    const { scale } = this.sight;
    const [wx, wy] = [x / scale + this.sight.x, y / scale + this.sight.y];
    const far = 14 / scale;
    const rounds = Math.min(24, Math.ceil(far / this.cell));
    let [best, least] = [null, Infinity];
    const [cx, cy] = [Math.floor((wx - this.low.x) / this.cell), Math.floor((wy - this.low.y) / this.cell)];
    for (let across = -rounds; across <= rounds; across++) {
      for (let down = -rounds; down <= rounds; down++) {
        for (const one of this.cells.get((cx + across) * 4096 + cy + down) || []) {
          const at = this.spot(one);
          const away = Math.hypot(at.x - x, at.y - y) - Math.max(at.r, 3);
          if (away < 3 && away < least) { best = one; least = away; }
        }
      }
    }
    return best;
  }

  hitLine(x, y) {
    const { ends, sight: { scale } } = this;
    const [wx, wy] = [x / scale + this.sight.x, y / scale + this.sight.y];
    let [best, least] = [-1, 4 / scale];
    for (let at = 0; at < ends.length; at += 4) {
      const [dx, dy] = [ends[at + 2] - ends[at], ends[at + 3] - ends[at + 1]];
      const part = Math.max(0, Math.min(1, ((wx - ends[at]) * dx + (wy - ends[at + 1]) * dy) / (dx * dx + dy * dy || 1)));
      const away = Math.hypot(ends[at] + part * dx - wx, ends[at + 1] + part * dy - wy);
      if (away < least) { best = at / 4; least = away; }
    }
    return best < 0 ? null : this.drawn[best];
  }

  listen() {
    const { view } = this;
    const fingers = new Map();
    let [travelled, apart] = [0, 0];
    const from = event => { const box = view.getBoundingClientRect(); return { x: event.clientX - box.left - this.width / 2, y: event.clientY - box.top - this.height / 2 }; };
    const spread = () => { const [a, b] = [...fingers.values()]; return Math.hypot(a.x - b.x, a.y - b.y); };
    view.addEventListener('pointerdown', event => {
      fingers.set(event.pointerId, from(event));
      view.setPointerCapture(event.pointerId);
      travelled = 0;
      if (fingers.size === 2) apart = spread();
    });
    view.addEventListener('pointermove', event => {
      const at = from(event);
      const was = fingers.get(event.pointerId);
      if (!was) return this.hover(at);
      fingers.set(event.pointerId, at);
      travelled += Math.hypot(at.x - was.x, at.y - was.y);
      if (fingers.size === 2) { const now = spread(); this.zoom(now / (apart || now), at); apart = now; return; }
      if (travelled < 4) return;
      this.sight = { ...this.sight, x: this.sight.x - (at.x - was.x) / this.sight.scale, y: this.sight.y - (at.y - was.y) / this.sight.scale };
      this.move();
    });
    const up = event => {
      if (!fingers.delete(event.pointerId) || event.type !== 'pointerup' || travelled >= 4) return;
      const at = from(event);
      const one = this.hit(at.x, at.y);
      const line = one ? null : this.hitLine(at.x, at.y);
      this.events.choose(one ? one.id : null, line ? line.id : null);
    };
    view.addEventListener('pointerup', up);
    view.addEventListener('pointercancel', up);
    view.addEventListener('dblclick', event => { const at = from(event); const one = this.hit(at.x, at.y); if (one) this.events.centre(one.id); });
    view.addEventListener('wheel', event => { event.preventDefault(); this.zoom(Math.exp(-event.deltaY * 0.0015), from(event)); }, { passive: false });
  }

  hover({ x, y }) {
    const one = this.hit(x, y);
    const id = one ? one.id : null;
    if (id === this.hovered) return;
    this.hovered = id;
    this.place.classList.toggle('pointing', id !== null);
    this.paint();
  }

  shapes() {
    const near = ({ x, y }) => Math.abs(x) < this.width && Math.abs(y) < this.height;
    const lines = this.drawn.map(edge => ({ from: this.spot(this.shown.get(edge.from)), to: this.spot(this.shown.get(edge.to)), bow: 0, dashes: edge.dashes, width: 1, colour: this.colour.edge, opacity: 0.3 })).filter(line => near(line.from) || near(line.to));
    const marks = this.nodes.map(one => ({ ...this.spot(one), one, lit: !this.lit || this.lit.nodes.has(one.id) })).filter(near);
    return { lines, marks, words: this.labels.written || [] };
  }

  canvas() {
    return this.view;
  }
}
