import { types } from 'pg';

const INT8 = 20;
const DATE = 1082;

/**
 * How a client of ours reads values, given to each client and not set for the whole process:
 * bigint as a number (pg gives text), date as `YYYY-MM-DD` (pg gives a Date at local midnight).
 */
export const ourTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary' && oid === INT8) return readInt8;
    if (format !== 'binary' && oid === DATE) return (text: string) => text;
    return types.getTypeParser(oid, format as 'text');
  },
} as { getTypeParser: typeof types.getTypeParser };

function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number`);
  return value;
}
