import { parseArgs } from 'node:util';
import type { BenchOptions } from './line.ts';

/** The options on a part's command line. Exits with a word about one that is unknown. */
export function readOptions(): BenchOptions {
  const { values } = parseArgs({
    options: {
      smallest: { type: 'boolean', default: false },
      minutes: { type: 'string', default: '5' },
      rate: { type: 'string', default: '200' },
    },
  });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error(`--minutes takes a number of minutes, not ${values.minutes}`);
  const rate = Number(values.rate);
  if (!(rate > 0)) throw new Error(`--rate takes requests a second, not ${values.rate}`);
  return { isSmallest: values.smallest, minutes, rate };
}
