import { inspect } from 'node:util';

const MASK = '[secret]';

/** A value that no log, error or JSON shows; only `reveal()` gives it. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the one place that needs it. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [inspect.custom](): string {
    return MASK;
  }
}

// Slack's tokens: xoxb-, xoxp-, xoxe.xoxb-, xapp-, xwfp-.
const TOKEN = /\b(?:xox[a-z](?:\.xox[a-z])?|xapp|xwfp)-[\w-]+/g;

/** The text with every Slack token in it masked: the last guard on log lines that we did not write. */
export function maskTokens(text: string): string {
  return text.replace(TOKEN, MASK);
}
