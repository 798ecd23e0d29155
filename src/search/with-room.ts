/** The list, or a copy with twice the room where it is too short. */
export function withRoom<List extends Uint32Array | Uint16Array | Uint8Array | Int32Array>(
  list: List,
  needed: number,
): List {
  if (needed <= list.length) return list;
  const larger = new (list.constructor as new (length: number) => List)(Math.max(needed, list.length * 2));
  larger.set(list);
  return larger;
}
