import { DatelineError } from '../record/dateline-error.ts';
import { EXIT } from './exit-codes.ts';

/** A command called in a way that it does not understand. The message says what it takes. */
export class Misuse extends DatelineError {
  override readonly code = 'misuse';
}

/** Whether an error is parseArgs' own: an unknown option, or one without its value. */
function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/**
 * Runs a command and sets the process's exit code: what the command gives, 2 with a hint for misuse,
 * 1 for a fault that the user can mend (a data folder with mistakes). Other errors are thrown on.
 */
export async function runCommand(command: () => Promise<number>, usage: string): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (error instanceof Misuse || isArgumentError(error)) {
      console.error(`${error.message}\n\n${usage}`);
      process.exitCode = EXIT.misuse;
    } else if (error instanceof DatelineError) {
      console.error(error.message);
      process.exitCode = EXIT.fault;
    } else throw error;
  }
}

/** Stops quietly when the reader of the output goes away (`| head`). */
export function stopWhenUnread(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.answered);
    throw error;
  });
}
