// Names in the picture: as many as fit without touching one another, the well-linked first, all of one size.

const ROOM = 46;

class Names {
  constructor(context) {
    this.context = context;
    this.widths = new Map();
    this.cells = new Map();
  }

  width(text, font) {
    const key = font + text;
    if (!this.widths.has(key)) {
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

  // `marks` come most important first: {x, y, r, text, font, must}, from the middle of a picture that reaches as
  // far as `edge` to each side; gives [{text, font, x, y}] to draw.
  place(marks, height, edge) {
    this.cells = new Map();
    for (const { x, y, r } of marks) this.take({ x0: x - r, x1: x + r, y0: y - r, y1: y + r });
    const placed = [];
    for (const mark of marks) {
      if (!mark.text) continue;
      const width = this.width(mark.text, mark.font) + 4;
      const boxes = [...Names.boxes(mark, width, height)];
      const whole = box => box.x0 >= -edge.x && box.x1 <= edge.x && box.y0 >= -edge.y && box.y1 <= edge.y;
      const box = boxes.find(one => whole(one) && this.isFree(one)) || (mark.must ? boxes.find(whole) || boxes[0] : null);
      if (!box) continue;
      this.take(box);
      placed.push({ ...mark, x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 });
    }
    return placed;
  }
}
