// Where the page itself puts things: around a centre, or along paths.

const LIMIT = 300;

// Things within some steps of a centre, by step; nearer ones first, then those with more links.
function around(centre, steps, allowed) {
  const step = new Map([[centre, 0]]);
  const parent = new Map();
  let left = 0;
  let edge = [centre];
  for (let n = 1; n <= steps; n++) {
    const found = new Map();
    for (const node of edge) {
      if (node !== centre && isEverywhere(node)) continue;
      for (const link of node.edges) {
        const reached = other(link, node);
        if (!step.has(reached) && !found.has(reached) && allowed(link, reached)) found.set(reached, node);
      }
    }
    const ordered = [...found.keys()].sort((a, b) => b.edges.length - a.edges.length || a.id - b.id);
    edge = ordered.slice(0, Math.max(0, LIMIT - step.size));
    left += ordered.length - edge.length;
    for (const node of edge) { step.set(node, n); parent.set(node, found.get(node)); }
  }
  return { step, parent, left };
}

// One ring a step, each outer thing within the sector of the one that it hangs on; wider than high, as names are.
function radial(centre, step, parent) {
  const places = new Map([[centre.id, { x: 0, y: 0 }]]);
  const children = new Map();
  for (const [node, above] of parent) {
    if (!children.has(above)) children.set(above, []);
    children.get(above).push(node);
  }
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
      places.set(child.id, { x: Math.round(1.3 * far * Math.cos(angle)), y: Math.round(far * Math.sin(angle)) });
      put(child, at, end);
      at = end;
    }
  };
  put(centre, -Math.PI / 2, 1.5 * Math.PI);
  return places;
}

// A centre, and around it in rings those of its kind, in the order given.
function rings(centre, members) {
  const places = new Map([[centre.id, { x: 0, y: 0 }]]);
  let [ring, done] = [0, 0];
  while (done < members.length) {
    ring += 1;
    const radius = 170 + (ring - 1) * 110;
    const room = Math.floor((2 * Math.PI * radius) / 74);
    const here = members.slice(done, done + room);
    here.forEach((node, at) => {
      const angle = -Math.PI / 2 + ((at + (ring % 2 ? 0 : 0.5)) * 2 * Math.PI) / here.length;
      places.set(node.id, { x: Math.round(1.3 * radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) });
    });
    done += here.length;
  }
  return places;
}

// Paths from left to right, one beneath the other; what several of them pass stands between them.
function lanes(paths) {
  const [across, down] = [190, 105];
  const longest = Math.max(...paths.map(path => path.length - 1), 1);
  const spots = new Map();
  paths.forEach((path, lane) => path.forEach((node, at) => {
    if (!spots.has(node.id)) spots.set(node.id, { x: [], y: [] });
    spots.get(node.id).x.push((at / Math.max(1, path.length - 1)) * longest * across);
    spots.get(node.id).y.push((lane - (paths.length - 1) / 2) * down);
  }));
  const mean = list => Math.round(list.reduce((sum, value) => sum + value, 0) / list.length);
  const places = new Map();
  for (const [id, { x, y }] of [...spots].sort(([a], [b]) => a - b)) {
    const place = { x: mean(x), y: mean(y) };
    const taken = spot => Math.abs(spot.x - place.x) < 90 && Math.abs(spot.y - place.y) < 56;
    while ([...places.values()].some(taken)) place.y += 56;
    places.set(id, place);
  }
  return places;
}
