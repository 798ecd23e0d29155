import type { CheckedCopy } from '../../../src/check/checked-copy.ts';
import type { Checker } from '../../../src/check/checker.ts';
import { typicalChecks } from './typical-check.ts';

/** A checker that finds the same in all copy and notes down what it was given. */
export function createStubChecker(result: CheckedCopy = typicalChecks.verdicts, { throws }: { throws?: string } = {}) {
  const copies: string[] = [];
  const checker: Pick<Checker, 'check'> = {
    check(copy) {
      copies.push(copy);
      if (throws) throw new Error(throws);
      return result;
    },
  };
  return { checker, copies };
}
