import { StoreError, type StoreErrorCode } from '../store-error.ts';
import { words } from '../store-words.ts';

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const CODES: Readonly<Record<string, keyof typeof MESSAGES>> = {
  '53100': 'store-full',
  '25006': 'store-read-only',
  '55P03': 'store-busy',
  '25P03': 'store-busy',
  XX001: 'store-damaged',
  XX002: 'store-damaged',
};

const MESSAGES = {
  'store-full': words.full,
  'store-read-only': words.databaseReadOnly,
  'store-busy': words.busy,
  'store-damaged': words.damaged,
} satisfies Partial<Record<StoreErrorCode, (store: string) => string>>;

// Connections refused, cut or not let in: SQL states 08, 28, 53300, 57P and 3D000, and what the network says.
const UNREACHABLE =
  /^(08...|28...|53300|57P..|3D000|ECONN.*|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)$/;
const CUT = /terminated|timeout|not queryable|socket|SSL/i;

/** An error of PostgreSQL, of `pg` or of the network as a fault. */
export function explainPostgres(name: string, error: unknown): StoreError {
  const { code = '', message } = error as { code?: string; message: string };
  const problem = message || code;
  const known = CODES[code];
  if (known) return new StoreError(known, MESSAGES[known](name), error);
  if (UNREACHABLE.test(code) || (code === '' && CUT.test(problem))) {
    return new StoreError('store-unreachable', words.unreachable(name, problem), error);
  }
  return new StoreError('store-failed', words.failed(name, problem), error);
}
