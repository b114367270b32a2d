// Where documents disagree about a work (see kg.network.dispute): which works, which links, and what each document says.

const DISPUTES = new Blocks('disputes');
const DISPUTED = new Map(Object.entries(DATA.disputed || {}).map(([id, about], at) => [Number(id), { about, at }]));
for (const [id, { about }] of DISPUTED) {
  // Under two names it may be two works: all that is linked to it is in question then.
  for (const edge of NODES[id].edges) if (about.includes('') || about.includes(edge.label)) edge.disputed = true;
}

const isDisputed = node => DISPUTED.has(node.id);
// Itself disputed, or at the other end of a link that is.
const isAtIssue = node => isDisputed(node) || node.edges.some(edge => edge.disputed);

// The outline around a disputed work, in the box of its mark.
const AROUND = 'M-11-13H11Q16-13 16-8V8Q16 13 11 13H-11Q-16 13-16 8V-8Q-16-13-11-13Z';
const OUTLINE = new Path2D(AROUND);

function drawAround(context, r, colour, lit) {
  context.save();
  context.scale(r / 10, r / 10);
  context.lineWidth = 18 / r;
  context.globalAlpha = lit ? 1 : 0.3;
  context.strokeStyle = colour.ink;
  context.stroke(OUTLINE);
  context.restore();
}

const disputeWord = () => make('span', { class: 'disputed' }, 'disputed');

// Who says what, each with its sentences, for the panel.
function disputesOf(node) {
  if (!isDisputed(node)) return [];
  const said = ([doc, values, rows]) => make('li', { class: 'link' },
    make('p', {}, make('bdi', { class: 'who' }, documentName(doc)), ' says ', ...values.flatMap((value, at) => [at ? ', ' : '', make('bdi', { class: 'value' }, value)])),
    ...proofs(rows));
  return [make('h3', { class: 'torn' }, 'Documents disagree'), ...DISPUTES.at(DISPUTED.get(node.id).at).flatMap(([asked, sides]) =>
    [make('p', { class: 'lead' }, capital(asked) + ':'), list(sides, said)])];
}
