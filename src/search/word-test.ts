import type { Token } from './analyse.ts';
import { withRoom } from './with-room.ts';

/** A test of words, remembered for each that has a number: the same word gives the same answer until `forget`. */
export interface WordTest {
  holds(token: Token): boolean;
  forget(): void;
}

const HOLDS = 2;
const FAILS = 1;

/** Remembers a test. */
export function createWordTest(test: (token: Token) => boolean): WordTest {
  let answers = new Uint8Array(1024);
  return {
    holds(token) {
      const { number } = token;
      if (number < 0) return test(token);
      if (number >= answers.length) answers = withRoom(answers, number + 1) as Uint8Array<ArrayBuffer>;
      const known = answers[number];
      if (known !== 0) return known === HOLDS;
      const holds = test(token);
      answers[number] = holds ? HOLDS : FAILS;
      return holds;
    },
    forget: () => {
      answers.fill(0);
    },
  };
}
