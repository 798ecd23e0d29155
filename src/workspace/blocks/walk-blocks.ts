/** Any JSON object: a block, an element, a view. */
export type Fields = Record<string, unknown>;

/** Whether a value is a JSON object. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

/** The blocks of a list with those nested in containers and carousels. */
export const allBlocks = (blocks: readonly Fields[]): Fields[] =>
  blocks.flatMap((block) => [
    block,
    ...allBlocks(list(block.child_blocks)),
    ...(block.type === 'carousel' ? list(block.elements) : []),
  ]);

/** The elements of one block that a person can act on. */
export const elementsOf = (block: Fields): Fields[] => {
  if (block.type === 'actions' || block.type === 'context_actions') return list(block.elements);
  if (block.type === 'card') return list(block.actions);
  return [block.accessory, block.element].filter(isFields).filter((element) => element.type !== 'image');
};

/** The number of characters in all strings of a payload, types left out. */
export const charactersIn = (value: unknown, key = ''): number => {
  if (typeof value === 'string') return key === 'type' ? 0 : value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + charactersIn(one), 0);
  if (isFields(value)) return Object.entries(value).reduce((sum, [name, one]) => sum + charactersIn(one, name), 0);
  return 0;
};
