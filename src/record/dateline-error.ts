/** The base of every fault that Dateline throws. Expected outcomes are values, never thrown. */
export abstract class DatelineError extends Error {
  /** What went wrong, for code: lower case, words joined by hyphens. */
  abstract readonly code: string;

  /** `message` is one or two sentences for an operator; `cause` is the error beneath. */
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
  }
}
