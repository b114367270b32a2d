// The picture as a file of its own: PNG as it is on the screen, SVG to edit and to print.

function offer(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = make('a', { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function savePng(engine, name) {
  const seen = engine.canvas();
  const sheet = document.createElement('canvas');
  Object.assign(sheet, { width: seen.width, height: seen.height });
  const context = sheet.getContext('2d');
  context.fillStyle = engine.colour.ground;
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.drawImage(seen, 0, 0);
  sheet.toBlob(blob => offer(blob, name + '.png'), 'image/png');
}

function svg(name, attributes, ...content) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

const tenth = value => Math.round(value * 10) / 10;

// The drawing as an element; all names go through text nodes, and nothing in it can run.
function drawing(engine, title) {
  const { clientWidth: width, clientHeight: height } = engine.place;
  const { lines, marks, words } = engine.shapes();
  const { colour } = engine;
  const line = ({ from, to, bow, dashes, width: thick, colour: stroke, opacity }) => {
    const bend = 2 * bow;
    const middle = { x: (from.x + to.x) / 2 - bend * (to.y - from.y) / 2, y: (from.y + to.y) / 2 + bend * (to.x - from.x) / 2 };
    const way = bow ? `Q${tenth(middle.x)} ${tenth(middle.y)} ` : 'L';
    return svg('path', { d: `M${tenth(from.x)} ${tenth(from.y)}${way}${tenth(to.x)} ${tenth(to.y)}`, stroke, 'stroke-width': tenth(Math.max(0.5, thick)), 'stroke-opacity': opacity, ...(dashes ? { 'stroke-dasharray': '5 4' } : {}) });
  };
  const dot = ({ x, y, r, one, lit }) => svg('path', {
    d: KINDS[one.node.kind].mark, fill: colour[one.fill], 'fill-rule': 'evenodd', opacity: lit ? 1 : 0.16,
    transform: `translate(${tenth(x)} ${tenth(y)}) scale(${Math.round(r * 100) / 1000})`,
  }, svg('title', {}, plain(one.node.label)));
  const around = ({ x, y, r, lit }) => svg('path', {
    d: AROUND, fill: 'none', stroke: colour.ink, 'stroke-width': tenth(18 / r), opacity: lit ? 1 : 0.3, transform: `translate(${tenth(x)} ${tenth(y)}) scale(${Math.round(r * 100) / 1000})`,
  });
  const word = one => {
    const [, weight, size] = one.font.match(/^(\S+) ([\d.]+)px/);
    const style = weight === 'italic' ? { 'font-style': 'italic' } : { 'font-weight': weight };
    return svg('text', { x: tenth(one.x), y: tenth(one.y), fill: engine.labels.inkOf(one, engine.chosen, colour), stroke: colour.ground, 'stroke-width': 3, 'paint-order': 'stroke', 'font-size': size, ...style }, plain(one.text));
  };
  return svg('svg', { xmlns: SVG, width, height, viewBox: `${-width / 2} ${-height / 2} ${width} ${height}`, 'font-family': colour.sans.replace(/"/g, "'") },
    svg('title', {}, plain(title)),
    svg('rect', { x: -width / 2, y: -height / 2, width, height, fill: colour.ground }),
    svg('g', { fill: 'none' }, ...lines.map(line)),
    svg('g', {}, ...marks.flatMap(mark => (isDisputed(mark.one.node) ? [dot(mark), around(mark)] : [dot(mark)]))),
    svg('g', { 'text-anchor': 'middle', 'dominant-baseline': 'central', 'stroke-linejoin': 'round' }, ...words.map(word)));
}

// What XML cannot hold.
const plain = text => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

function saveSvg(engine, title, name) {
  const text = new XMLSerializer().serializeToString(drawing(engine, title));
  offer(new Blob(['<?xml version="1.0" encoding="UTF-8"?>\n', text], { type: 'image/svg+xml' }), name + '.svg');
}
