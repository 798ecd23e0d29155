/**
 * The circles of a directed graph, each as its ids in order from the first that `edges` lists;
 * a node that points at itself is not counted. One circle is given for each edge that closes one.
 */
export function findCircles(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const done = new Set<string>();
  for (const start of edges.keys()) {
    if (done.has(start)) continue;
    // A stack of its own: a chain may be longer than calls can nest.
    const trail: { readonly id: string; next: number }[] = [{ id: start, next: 0 }];
    const onTrail = new Map([[start, 0]]);
    for (let step = trail.at(-1); step !== undefined; step = trail.at(-1)) {
      const target = edges.get(step.id)?.[step.next++];
      if (target === undefined) {
        done.add(step.id);
        onTrail.delete(step.id);
        trail.pop();
        continue;
      }
      const place = onTrail.get(target);
      if (place !== undefined) {
        if (target !== step.id) circles.push(trail.slice(place).map(({ id }) => id));
      } else if (!done.has(target) && edges.has(target)) {
        onTrail.set(target, trail.length);
        trail.push({ id: target, next: 0 });
      }
    }
  }
  return circles;
}
