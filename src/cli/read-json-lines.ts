import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { ZodType } from 'zod';

/** A line of input: parsed, or what is wrong with it. `line` counts from 1. */
export type JsonLine<Value> =
  | { readonly ok: true; readonly line: number; readonly value: Value }
  | { readonly ok: false; readonly line: number; readonly problem: string };

function parseLine<Value>(text: string, line: number, schema: ZodType<Value>): JsonLine<Value> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, line, problem: 'is not JSON' };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, line, value: parsed.data };
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the line'}: ${issue.message}`);
  return { ok: false, line, problem: problems.join('; ') };
}

/** The JSON lines of a stream, each checked as it arrives; empty lines are passed over. */
export async function* readJsonLines<Value>(input: Readable, schema: ZodType<Value>): AsyncGenerator<JsonLine<Value>> {
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() !== '') yield parseLine(text, line, schema);
  }
}
