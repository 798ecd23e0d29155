import { expect, it } from 'vitest';
import { explainPostgres } from '../../src/store/postgres/explain-postgres.ts';

it.each([
  ['53100', 'could not extend file', 'store-full'],
  ['XX001', 'invalid page in block 7', 'store-damaged'],
  ['25006', 'cannot execute INSERT in a read-only transaction', 'store-read-only'],
  ['55P03', 'canceling statement due to lock timeout', 'store-busy'],
  ['28P01', 'password authentication failed', 'store-unreachable'],
  ['53300', 'too many clients already', 'store-unreachable'],
  ['57P03', 'the database system is starting up', 'store-unreachable'],
  ['ECONNREFUSED', '', 'store-unreachable'],
  ['ENOTFOUND', 'getaddrinfo ENOTFOUND nowhere', 'store-unreachable'],
  [undefined, 'Connection terminated due to connection timeout', 'store-unreachable'],
  ['42P01', 'relation "ledger" does not exist', 'store-failed'],
])("PostgreSQL's %s (%s) is told as %s", (code, problem, expected) => {
  const cause = Object.assign(new Error(problem), { code });
  const fault = explainPostgres('postgres://host/base', cause);
  expect(fault).toMatchObject({ code: expected, cause });
  expect(fault.message).toMatch(/^[A-Z].*postgres:\/\/host\/base.*\.$/);
});
