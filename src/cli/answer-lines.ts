import type { ZodType } from 'zod';
import { EXIT } from './exit-codes.ts';
import { readJsonLines } from './read-json-lines.ts';

/**
 * Answers the JSON lines of standard input, each on a line of its own as it comes. A line that cannot be read is told
 * on standard error with its number, and the rest is answered. Gives the exit code: misuse when there was such a line.
 */
export async function answerLines<Value>(schema: ZodType<Value>, answer: (value: Value) => object): Promise<number> {
  let misread = 0;
  for await (const line of readJsonLines(process.stdin, schema)) {
    if (line.ok) {
      console.log(JSON.stringify(answer(line.value)));
    } else {
      console.error(`Line ${line.line} ${line.problem}.`);
      misread += 1;
    }
  }
  return misread > 0 ? EXIT.misuse : EXIT.answered;
}
