import { describe, expect, it } from 'vitest';
import { giveBackMemory } from '../src/give-back-memory.ts';

const MB = 1024 * 1024;

describe('giving memory back', () => {
  it('leaves the heap no larger than what is in use, though it had grown', () => {
    let texts: string[] | undefined = Array.from({ length: 500_000 }, (_, number) => `text ${number}`);
    expect(texts).toHaveLength(500_000);
    const grown = process.memoryUsage().heapTotal;
    texts = undefined;
    giveBackMemory();
    expect(process.memoryUsage().heapTotal).toBeLessThan(grown - 10 * MB);
  });
});
