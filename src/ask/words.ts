import type { Silence } from './is-answered.ts';

/** "a, b and c". */
function list(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

const LACKING = {
  voice: 'from that voice',
  outlet: 'in that outlet',
  figure: 'with that figure',
  time: 'for that time',
  'unknown-then': 'known by then',
} as const;

const WANTED = {
  figure: 'a figure for that',
  voice: 'a name for whoever says so',
  who: 'a name for that',
  name: 'a name for that',
  when: 'a date for that',
  where: 'a place for that',
  words: 'those words',
  why: 'a reason for that',
} as const;

/** Every sentence of an answer that is not the record's own. */
export const words = {
  list,
  ownVoice: (outlets: readonly string[]) => `${list(outlets)}, in ${outlets.length > 1 ? 'their' : 'its'} own voice`,
  singleSourced: 'one outlet only',
  oneSource: (outlets: number, recorder: string) => `${outlets} outlets, one source: ${recorder}`,
  superseded: (by: readonly (readonly [statement: string, source: string])[]) =>
    `overtaken: ${by.map(([statement, source]) => `${statement} (${source})`).join(' ')}`,
  disputed: (others: readonly (readonly [voice: string, source: string])[]) =>
    `others differ: ${others.map(([voice, source]) => `${voice} (${source})`).join('; ')}`,
  readAs: (repairs: readonly { readonly written: string; readonly read: string }[]) =>
    `Read ${repairs.map(({ written, read }) => `“${written}” as “${read}”`).join(', ')}.`,
  answers: 'On record:',
  differ: 'The record holds figures that differ:',
  sidesDiffer: 'The record holds both sides:',
  timeline: 'On record, in order of time:',
  nearest: 'Nearest on record:',
  more: (count: number) => `${count} more on record.`,
  silence(silence: Silence): string {
    switch (silence.reason) {
      case 'nothing-near':
        return 'The record has nothing on that.';
      case 'stranger':
        return `The record has no one and nothing called “${silence.name}”.`;
      case 'after-the-record':
        return 'The record has no report from then.';
      case 'constraint':
        return `The record has nothing on that ${list(silence.unmet.map((unmet) => LACKING[unmet]))}.`;
      case 'denied':
        return 'The record does not bear out what the question takes for a fact.';
      case 'not-told':
        return `The record does not give ${WANTED[silence.wanted as keyof typeof WANTED] ?? 'that'}.`;
      case 'too-little':
        return `The record does not answer that: it has nothing on ${list(silence.missing.map((word) => `“${word}”`))} there.`;
    }
  },
} as const;
