// How two things are connected: several short paths, the shortest first (the same as kg.network.short_paths).

const LONGEST = 8;
const DETOUR = 2;
// Of paths of one length, so many are looked at before the best are chosen: between hubs there are millions.
const TRIED = 4000;

// `allowed(edge, node)` says whether a link may be walked to a thing on the way.
function shortPaths(source, target, { most = 6, countries = false, allowed }) {
  if (source === target) return [[source]];
  const station = node => node === source || node === target || countries || !isEverywhere(node);
  const around = node => {
    const found = new Set();
    for (const edge of node.edges) {
      const reached = other(edge, node);
      if (reached !== node && station(reached) && allowed(edge, reached)) found.add(reached);
    }
    return [...found].sort((a, b) => a.id - b.id);
  };
  const away = distances(target, around);
  const nearest = away.get(source);
  if (nearest === undefined) return [];
  const said = path => path.slice(1, -1).reduce((sum, node) => sum + node.edges.length, 0);
  const found = [];
  for (let length = nearest; length <= Math.min(nearest + DETOUR, LONGEST) && found.length < most; length++) {
    const paths = [];
    for (const path of walk([source], length, { target, away, around })) {
      if (paths.push(path) >= TRIED) break;
    }
    found.push(...paths.sort((a, b) => said(a) - said(b)).slice(0, most - found.length));
  }
  return found;
}

function distances(target, around) {
  const away = new Map([[target, 0]]);
  let edge = [target];
  for (let step = 1; step <= LONGEST && edge.length; step++) {
    edge = [...new Set(edge.flatMap(around))].filter(node => !away.has(node));
    for (const node of edge) away.set(node, step);
  }
  return away;
}

// All simple paths of just so many links that begin so; distances cut off what cannot arrive in time.
function* walk(begun, length, search) {
  const here = begun[begun.length - 1];
  const left = length - begun.length + 1;
  if (here === search.target) {
    if (left === 0) yield begun;
    return;
  }
  for (const node of search.around(here)) {
    const far = search.away.get(node);
    if (far !== undefined && far <= left - 1 && !begun.includes(node)) yield* walk([...begun, node], length, search);
  }
}
