/** The numbers of a figure as typed. */
export type ValueReading =
  | { readonly kind: 'value'; readonly low: number; readonly high: number }
  | { readonly kind: 'backwards' }
  | { readonly kind: 'unreadable' };

const SCALES = { thousand: 1e3, million: 1e6, billion: 1e9 } as const;
const NUMBER = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\s*(thousand|million|billion))?$/;

/** Reads `12000`, `12,000`, `1.5 million`, or two of these as `10,000-12,000` or `10 to 12 million`. */
export function readValue(text: string): ValueReading {
  const folded = text.toLowerCase().replace(/\s+/g, ' ').trim();
  const [first = '', last, ...rest] = folded.split(/\s*[-–—]\s*|\sto\s/);
  if (rest.length > 0) return { kind: 'unreadable' };
  if (last === undefined) return single(readNumber(first));
  // "10 to 12 million" means millions both times.
  const scale = NUMBER.exec(last)?.[3];
  const low = readNumber(scale === undefined || /[a-z]/.test(first) ? first : `${first} ${scale}`);
  const high = readNumber(last);
  if (low === undefined || high === undefined) return { kind: 'unreadable' };
  return low < high ? { kind: 'value', low, high } : { kind: 'backwards' };
}

function single(number: number | undefined): ValueReading {
  return number === undefined ? { kind: 'unreadable' } : { kind: 'value', low: number, high: number };
}

function readNumber(text: string): number | undefined {
  const [, whole, part = '', scale] = NUMBER.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const number = Number(whole.replaceAll(',', '') + part) * (scale ? SCALES[scale as keyof typeof SCALES] : 1);
  // 1.1 million is not 1100000.0000000001.
  const rounded = Number(number.toPrecision(15));
  return Number.isFinite(rounded) ? rounded : undefined;
}
