// Text into elements. Nothing from the data is ever parsed as markup: it all passes through text nodes.

const SVG = 'http://www.w3.org/2000/svg';

function make(name, attributes, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === 'click') element.addEventListener('click', value);
    else if (value !== null && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...content.filter(part => part !== null));
  return element;
}

function glyph(kind) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({ class: 'glyph', viewBox: '-14 -14 28 28', 'aria-hidden': 'true' })) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', KINDS[kind].mark);
  path.setAttribute('fill-rule', 'evenodd');
  path.setAttribute('fill', `var(--${KINDS[kind].id})`);
  svg.append(path);
  return svg;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dated = text => text.replace(/\b(\d{4})-(\d\d)(?:-(\d\d))?\b/g, (whole, year, month, day) =>
  MONTHS[month - 1] ? `${day ? Number(day) + ' ' : ''}${MONTHS[month - 1]} ${year}` : whole);
const count = (number, one, many) => `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

// A name for the canvas: one line, no invisible turns of direction, not endless.
function short(label, longest = 34) {
  const line = label.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f]+/gu, ' ').replace(/\s+/gu, ' ').trim();
  const letters = Array.from(line.slice(0, longest * 4));
  return letters.length > longest ? letters.slice(0, longest - 1).join('').trimEnd() + '…' : line;
}

// A sentence with stretches marked; offsets count code points, as the documents do.
function sentence(text, marks) {
  const letters = Array.from(text);
  const quote = make('blockquote', { dir: 'auto' });
  let at = 0;
  for (const [start, end] of marks) {
    quote.append(letters.slice(at, start).join(''), make('mark', {}, letters.slice(start, end).join('')));
    at = end;
  }
  quote.append(letters.slice(at).join(''));
  return quote;
}
