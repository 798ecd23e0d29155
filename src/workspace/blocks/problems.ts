import type { z } from 'zod';

/** One thing wrong with a payload, as Slack words it: `must be less than 151 characters [json-pointer:/blocks/0/text]`. */
export type Problem = string;

const pointer = (path: readonly PropertyKey[]) => `[json-pointer:/${path.map(String).join('/')}]`;

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );

const wording = (issue: z.core.$ZodIssue, value: unknown): string => {
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'array') return `no more than ${issue.maximum} items allowed`;
      if (issue.origin === 'string') return `must be less than ${Number(issue.maximum) + 1} characters`;
      return `must be at most ${issue.maximum}`;
    case 'too_small':
      if (issue.origin === 'array') return `no fewer than ${issue.minimum} items allowed`;
      if (issue.origin === 'string') return `must be more than ${Number(issue.minimum) - 1} characters`;
      return `must be at least ${issue.minimum}`;
    case 'invalid_union':
      return `unsupported type: ${String(value)}`;
    case 'invalid_value':
      return typeof value === 'string' ? `unsupported value: ${value}` : `must be one of ${issue.values.join(', ')}`;
    case 'invalid_type':
      return `must provide ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    default:
      return issue.message;
  }
};

/**
 * The problems that a schema found, each with a pointer into the payload.
 * `root` is where the checked value stands in the request, such as `['blocks']`.
 */
export const problemsOf = (error: z.ZodError, input: unknown, root: readonly string[]): Problem[] =>
  error.issues.flatMap((issue) => {
    const path = [...root, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => `invalid additional property: ${key} ${pointer(path)}`);
    }
    const value = valueAt(input, issue.path);
    if (value === undefined && issue.code !== 'custom') {
      return [`missing required field: ${String(path.at(-1))} ${pointer(path.slice(0, -1))}`];
    }
    return [`${wording(issue, value)} ${pointer(path)}`];
  });
