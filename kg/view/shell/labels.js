// Words in the picture: as many names as fit without touching one another, the well-linked first.

const ROOM = 46;
const LINE = 15;
// Of a picture of thousands, so many of the best-linked in sight are tried; marks beyond these may be written over.
const CANDIDATES = 900;

class Labels {
  constructor() {
    this.context = document.createElement('canvas').getContext('2d');
    this.widths = new Map();
    this.cells = new Map();
  }

  width(text, font) {
    const key = font + text;
    if (!this.widths.has(key)) {
      if (this.widths.size > 20000) this.widths.clear();
      this.context.font = font;
      this.widths.set(key, this.context.measureText(text).width);
    }
    return this.widths.get(key);
  }

  // Whether a box (in screen pixels) is free; taken boxes are kept by the cells that they touch.
  isFree(box) {
    return this.over(box, cell => (this.cells.get(cell) || []).every(taken =>
      box.x1 <= taken.x0 || box.x0 >= taken.x1 || box.y1 <= taken.y0 || box.y0 >= taken.y1));
  }

  take(box) {
    this.over(box, cell => {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
      return true;
    });
  }

  over(box, test) {
    for (let x = Math.floor(box.x0 / ROOM); x <= Math.floor(box.x1 / ROOM); x++) {
      for (let y = Math.floor(box.y0 / ROOM); y <= Math.floor(box.y1 / ROOM); y++) {
        if (!test(x * 65536 + y)) return false;
      }
    }
    return true;
  }

  // Boxes for a name around its mark: below, above, right, left.
  static *boxes({ x, y, r }, width, height) {
    yield { x0: x - width / 2, x1: x + width / 2, y0: y + r + 2, y1: y + r + 2 + height };
    yield { x0: x - width / 2, x1: x + width / 2, y0: y - r - 2 - height, y1: y - r - 2 };
    yield { x0: x + r + 4, x1: x + r + 4 + width, y0: y - height / 2, y1: y + height / 2 };
    yield { x0: x - r - 4 - width, x1: x - r - 4, y0: y - height / 2, y1: y + height / 2 };
  }

  // What to write, in pixels from the middle of a picture that reaches `edge` to each side. `marks` are {x, y, r,
  // text, font, rank, …}, best first; rank 0 is written in any case. `lines` are {x, y, length, text}: words on lines.
  place(marks, lines, edge) {
    this.cells = new Map();
    for (const { x, y, r } of marks) this.take({ x0: x - r, x1: x + r, y0: y - r, y1: y + r });
    const placed = [];
    const whole = box => box.x0 >= -edge.x && box.x1 <= edge.x && box.y0 >= -edge.y && box.y1 <= edge.y;
    for (const mark of marks) {
      if (!mark.text) continue;
      const width = this.width(mark.text, mark.font) + 4;
      const boxes = [...Labels.boxes(mark, width, LINE)];
      const box = boxes.find(one => whole(one) && this.isFree(one)) || (mark.rank < 1 ? boxes.find(whole) || boxes[0] : null);
      if (!box) continue;
      this.take(box);
      placed.push({ ...mark, x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 });
    }
    for (const line of lines) {
      const width = this.width(line.text, line.font) + 6;
      const box = { x0: line.x - width / 2, x1: line.x + width / 2, y0: line.y - 7, y1: line.y + 7 };
      if (line.length < width + 30 || !whole(box) || !this.isFree(box)) continue;
      this.take(box);
      placed.push({ ...line, rank: 3 });
    }
    return placed;
  }

  // Choose and draw the words of an engine's picture; the context's origin is its middle, its unit a pixel.
  draw(context, engine) {
    const { lit, chosen, hovered, colour, place } = engine;
    const reach = { x: place.clientWidth / 2, y: place.clientHeight / 2 };
    const rank = id => (id === chosen || id === hovered ? 0 : lit && lit.nodes.has(id) ? 1 : 2);
    const marks = [];
    let seen = 0;
    for (const one of engine.order) {
      const first = rank(one.id) < 2;
      if (seen >= CANDIDATES && !first) { if (!lit) break; continue; }
      const { x, y, r } = engine.spot(one);
      if (Math.abs(x) > reach.x + 80 || Math.abs(y) > reach.y + 20) continue;
      seen += 1;
      const at = rank(one.id);
      const size = one.id === chosen ? 15 : one.weight > 7 ? 14 : 12;
      const strong = one.id === chosen || one.weight > 7 || ['film', 'series'].includes(KINDS[one.node.kind].id);
      if (one.text === undefined) one.text = short(one.node.label) + (isDisputed(one.node) ? ' (disputed)' : '');
      marks.push({ id: one.id, x, y, r: one.id === chosen ? ringOf(one, r) + 2 : isDisputed(one.node) ? r * 1.4 : r, text: lit && at === 2 ? '' : one.text, font: `${strong ? 600 : 400} ${size}px ${colour.sans}`, rank: at });
    }
    marks.sort((a, b) => a.rank - b.rank);
    const lines = engine.lines(engine.saying).filter(line => line.text).map(line => ({ ...line, font: `italic 11px ${colour.sans}` }));
    this.written = this.place(marks, lines, { x: reach.x - 4, y: reach.y - 4 });
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    for (const word of this.written) {
      context.font = word.font;
      context.lineWidth = 3.5;
      context.strokeStyle = colour.ground;
      context.strokeText(word.text, word.x, word.y);
      context.fillStyle = this.inkOf(word, chosen, colour);
      context.fillText(word.text, word.x, word.y);
    }
  }

  inkOf(word, chosen, colour) {
    return word.rank === 3 ? colour.soft : word.id === chosen ? colour.accent : colour.ink;
  }
}

const MARKS = KINDS.map(kind => new Path2D(kind.mark));
const root = document.documentElement;

// The page's colours by name, as the style sheet has them now.
function readColours() {
  const style = getComputedStyle(root);
  const names = ['ground', 'ink', 'soft', 'edge', 'accent', 'sans', 'elsewhere', 'nowhere', ...KINDS.map(kind => kind.id)];
  for (let at = 1; at <= COLOURS; at++) names.push('c' + at);
  return Object.fromEntries(names.map(name => [name, style.getPropertyValue('--' + name).trim()]));
}

// A mark grows with its links, but a country of a thousand films must leave room for them.
const radius = one => KINDS[one.node.kind].size + Math.min(15, 1.7 * Math.sqrt(Math.max(0, one.weight - 1)));
// Seen from afar, marks shrink more slowly than the picture; where there are few, more slowly still.
const FEW = 5;
const afar = (scale, most = 2.2) => Math.min(most, Math.max(1, most === FEW ? 0.75 / scale : 0.8 / Math.sqrt(scale)));

// One mark, centred where the context's origin is: a rim in the ground's colour keeps it apart from lines.
function drawMark(context, one, r, colour, lit) {
  context.save();
  context.scale(r / 10, r / 10);
  const shape = MARKS[one.node.kind];
  context.lineWidth = 3;
  context.strokeStyle = colour.ground;
  context.stroke(shape);
  context.fillStyle = colour.ground;
  context.fill(shape);
  context.fillRect(-6, -6, 12, 12);
  context.globalAlpha = lit ? 1 : 0.16;
  context.fillStyle = colour[one.fill];
  context.fill(shape, 'evenodd');
  context.restore();
  if (isDisputed(one.node)) drawAround(context, r, colour, lit);
}

// Around the outline too, where there is one.
const ringOf = (one, r) => (isDisputed(one.node) ? r * 2 + 4 : r * 1.3 + 4);

function drawRing(context, x, y, one, r, colour) {
  context.beginPath();
  context.arc(x, y, ringOf(one, r), 0, 2 * Math.PI);
  context.lineWidth = 2.5;
  context.strokeStyle = colour.accent;
  context.stroke();
}

// What both engines have: a place to draw in, whom to tell of choices, and what is lit, chosen and said.
class Engine {
  constructor(place, events) {
    this.place = place;
    this.events = events;
    this.lit = null;
    this.chosen = null;
    this.hovered = null;
    this.saying = new Set();
    this.order = [];
    this.labels = new Labels();
    this.colour = readColours();
  }
}
