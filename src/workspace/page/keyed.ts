/** The items of a list that only ever changes as a whole, each with a key for React. */
export const keyed = <Item>(items: readonly Item[]): { readonly key: string; readonly item: Item }[] =>
  items.map((item, place) => ({ key: String(place), item }));
