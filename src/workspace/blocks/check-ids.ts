import type { Problem } from './problems.ts';
import { allBlocks, elementsOf, type Fields } from './walk-blocks.ts';

const repeats = (ids: readonly unknown[]) => [
  ...new Set(ids.filter((id, place) => id !== undefined && ids.indexOf(id) !== place)),
];

/** Ids that stand twice: a block_id in one payload, an action_id in one block. */
export const repeatedIds = (blocks: readonly Fields[], root: readonly string[]): Problem[] => {
  const where = `[json-pointer:/${root.join('/')}]`;
  const nested = allBlocks(blocks);
  return [
    ...repeats(nested.map((block) => block.block_id)).map((id) => `\`block_id\` ${id} already exists ${where}`),
    ...nested.flatMap((block) =>
      repeats(elementsOf(block).map((element) => element.action_id)).map(
        (id) => `\`action_id\` ${id} already exists in a block ${where}`,
      ),
    ),
  ];
};
