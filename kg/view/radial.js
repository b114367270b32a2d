// A neighbourhood drawn around its centre: one ring a step, each outer node within the sector of the one it hangs on.

const LIMIT = 300;

// The nodes within some steps of a centre, by step. Countries and places are reached, never walked through.
function around(centre, steps, allowed) {
  const step = new Map([[centre, 0]]);
  const parent = new Map();
  let edge = [centre];
  for (let n = 1; n <= steps; n++) {
    const next = [];
    for (const node of edge) {
      if (node !== centre && ['country', 'place'].includes(KINDS[node.kind].id)) continue;
      for (const link of node.edges) {
        const reached = other(link, node);
        if (step.has(reached) || !allowed(link, reached) || step.size >= LIMIT) continue;
        step.set(reached, n);
        parent.set(reached, node);
        next.push(reached);
      }
    }
    edge = next;
  }
  return { step, parent };
}

function radial(centre, step, parent) {
  const places = new Map([[centre.id, { x: 0, y: 0 }]]);
  const children = new Map();
  for (const [node, above] of parent) children.set(above, [...(children.get(above) || []), node]);
  for (const list of children.values()) list.sort((a, b) => a.kind - b.kind || b.edges.length - a.edges.length || a.id - b.id);
  const leaves = node => (children.get(node) || []).reduce((sum, child) => sum + leaves(child), 0) || 1;
  const rings = Math.max(...step.values());
  const sizes = Array.from({ length: rings + 1 }, (_, n) => [...step.values()].filter(at => at === n).length);
  const radius = [0];
  for (let n = 1; n <= rings; n++) radius.push(Math.max(radius[n - 1] + 150, (sizes[n] * 62) / (2 * Math.PI)));
  const put = (node, from, to) => {
    const own = children.get(node) || [];
    const total = own.reduce((sum, child) => sum + leaves(child), 0);
    let at = from;
    for (const child of own) {
      const end = at + ((to - from) * leaves(child)) / total;
      const angle = (at + end) / 2;
      const far = radius[step.get(child)];
      // Wider than high, as names and screens are.
      places.set(child.id, { x: Math.round(1.3 * far * Math.cos(angle)), y: Math.round(far * Math.sin(angle)) });
      put(child, at, end);
      at = end;
    }
  };
  put(centre, -Math.PI / 2, 1.5 * Math.PI);
  return places;
}
