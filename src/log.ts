import type { Logger as BoltLogger, LogLevel as BoltLogLevel } from '@slack/bolt';
import pino from 'pino';
import { maskTokens } from './secret.ts';
import type { LogLevel } from './settings.ts';

/** Where structured log lines go; `child` adds fields, such as the id of a request. */
export type Log = pino.Logger;

/** A log that writes JSON lines to standard error, or to the stream given. No line shows a Slack token. */
export function createLog(level: LogLevel, destination: pino.DestinationStream = pino.destination(2)): Log {
  return pino({ level, base: null, hooks: { streamWrite: maskTokens } }, destination);
}

/** Bolt's and the Web API client's logger, writing to ours. The level is ours too: theirs is ignored. */
export function boltLogger(log: Log): BoltLogger {
  const write = (level: 'debug' | 'info' | 'warn' | 'error', message: unknown[]) => {
    if (!log.isLevelEnabled(level)) return;
    const [first, ...rest] = message;
    const error = message.find((part) => part instanceof Error);
    const text = [first instanceof Error ? first.message : first, ...rest.filter((part) => part !== error)];
    log[level]({ from: 'bolt', ...(error ? { err: error } : {}) }, text.map(String).join(' '));
  };
  return {
    debug: (...message) => write('debug', message),
    info: (...message) => write('info', message),
    warn: (...message) => write('warn', message),
    error: (...message) => write('error', message),
    getLevel: () => BOLT_LEVELS[log.level] ?? ('error' as BoltLogLevel),
    setLevel: () => {},
    setName: () => {},
  };
}

const BOLT_LEVELS: Readonly<Record<string, BoltLogLevel>> = {
  trace: 'debug' as BoltLogLevel,
  debug: 'debug' as BoltLogLevel,
  info: 'info' as BoltLogLevel,
  warn: 'warn' as BoltLogLevel,
};
