import type { z } from 'zod';
import { type Wording, words } from './mistake-words.ts';
import { nearest } from './nearest.ts';

/** What the schema found, in an editor's words, with the path from the entry to the place. */
export type WordedIssue = Wording & { readonly path: readonly PropertyKey[] };

/** The issues of one entry as an editor reads them. A key that is only misspelt is not reported as missing too. */
export function wordIssues(issues: readonly z.core.$ZodIssue[]): readonly WordedIssue[] {
  const misspelt = new Set(
    issues.flatMap((issue) => {
      if (issue.code !== 'unrecognized_keys') return [];
      const known = issue.message.split(' ');
      return issue.keys.map((key) => [...issue.path, nearest(key, known)].join('/'));
    }),
  );
  return issues
    .filter(({ input, path }) => input !== undefined || !misspelt.has(path.join('/')))
    .flatMap((issue) => wordIssue(issue));
}

function wordIssue(issue: z.core.$ZodIssue): readonly WordedIssue[] {
  const { path } = issue;
  const key = path.findLast((step) => typeof step === 'string');
  if (key === undefined && issue.code !== 'custom' && issue.code !== 'unrecognized_keys')
    return [{ path, ...words.noEntry }];
  const named = key ?? '';
  switch (issue.code) {
    case 'custom':
      return [{ path, problem: issue.message, mend: issue.params?.mend as string }];
    case 'unrecognized_keys': {
      const known = issue.message.split(' ');
      return issue.keys.map((unknown) => ({
        path: [...path, unknown],
        ...words.unknownKey(unknown, nearest(unknown, known), known),
      }));
    }
    case 'invalid_type':
      return [{ path, ...wordType(named, issue.expected, issue.input) }];
    case 'invalid_value': {
      const values = issue.values.map(String);
      if (issue.input === undefined) return [{ path, ...words.missing(named) }];
      if (issue.input === null) return [{ path, ...words.blank(named) }];
      return [{ path, ...words.notOneOf(named, values, nearest(String(issue.input), values)) }];
    }
    default:
      return [{ path, ...words.unfit(named) }];
  }
}

function wordType(key: string, expected: string, input: unknown): Wording {
  if (input === undefined) return key === 'reports' ? words.noReport : words.missing(key);
  if (input === null) return words.blank(key);
  switch (expected) {
    case 'string':
      return words.notText(key, input);
    case 'number':
      return words.notNumber(key);
    case 'boolean':
      return words.notTrueOrFalse(key);
    case 'array':
      return words.notListOf(key);
    case 'object':
    case 'record':
      return words.notEntry(key);
    default:
      return words.unfit(key);
  }
}
