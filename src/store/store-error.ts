import { DatelineError } from '../record/dateline-error.ts';

export type StoreErrorCode =
  | 'store-unreachable'
  | 'store-read-only'
  | 'store-full'
  | 'store-busy'
  | 'store-damaged'
  | 'store-newer'
  | 'store-closed'
  | 'store-failed';

/** A fault of the store. Its message tells an operator what to do; it holds no password. */
export class StoreError extends DatelineError {
  override readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause);
    this.code = code;
  }
}
