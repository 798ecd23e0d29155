import type { IncomingMessage } from 'node:http';

/** The arguments of a call, with JSON fields parsed. */
export type Arguments = Record<string, unknown>;

/** Arguments that a form carries as JSON text. */
const asJson = new Set(['blocks', 'attachments', 'metadata', 'view', 'prompts']);

/** Reads a request's body, at most 4 MB. Throws beyond that. */
export const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > 4 * 1024 * 1024) throw new Error('request body over 4 MB');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const parseField = (name: string, value: unknown): unknown => {
  if (!asJson.has(name) || typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

/** Arguments of a call from its body, form or JSON. Undefined when the body is neither. */
export const parseArguments = (contentType: string, body: string): Arguments | undefined => {
  if (contentType.startsWith('application/json')) {
    try {
      const parsed: unknown = JSON.parse(body || '{}');
      if (typeof parsed !== 'object' || parsed === null) return undefined;
      return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, parseField(name, value)]));
    } catch {
      return undefined;
    }
  }
  if (contentType.startsWith('application/x-www-form-urlencoded') || contentType === '') {
    return Object.fromEntries([...new URLSearchParams(body)].map(([name, value]) => [name, parseField(name, value)]));
  }
  return undefined;
};

/** An argument as text; numbers are taken as written. */
export const textOf = (args: Arguments, name: string): string | undefined => {
  const value = args[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
};

/** An argument as yes or no; a form writes `true` or `1`. */
export const flagOf = (args: Arguments, name: string): boolean => [true, 'true', '1', 1].includes(args[name] as never);
