import type { Silence } from './is-answered.ts';

/** "a, b and c". */
function list(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** With a capital first: a name from its folded form, the start of a line. */
function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
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
  copyIn: (outlet: string) => `copy in ${outlet}`,
  inItsOwnVoice: 'in its own voice',
  /** Before the claims of a message that was amended. */
  revision: { was: 'was: ', now: 'now: ', overtaken: 'overtaken: ' },
  singleSourced: 'single-sourced',
  oneSource: (outlets: number, recorder: string) => `${outlets} outlets, one source: ${recorder}`,
  corrected: (day: string, why: string, source: string) => `corrected on ${day}: ${why} (${source})`,
  /** `now` is how the claim reads since; undefined where it is not told in passing. */
  correctedSince: (day: string, why: string, source: string, now: string | undefined) =>
    now === undefined ? `corrected on ${day}: ${why} (${source})` : `corrected on ${day}: now: ${now}`,
  retractedSince: (day: string, why: string, source: string, now: string | undefined) =>
    [`retracted on ${day}: ${why} (${source})`, ...(now === undefined ? [] : [`on record again: ${now}`])].join('; '),
  correctedAndGone: (day: string, why: string, source: string) =>
    `corrected on ${day}: ${why} (${source}); no longer on record`,
  /** Beside what a claim said before it was mended, where its mark does not stand. */
  mendedSince: { corrected: 'corrected since', retracted: 'retracted since' },
  superseded: (by: readonly (readonly [statement: string, source: string])[]) =>
    by.length > 0
      ? `superseded: ${by.map(([statement, source]) => `${statement} (${source})`).join(' ')}`
      : 'superseded',
  /** Each of `others` as `otherFigure` or `otherAccount` words it; none where all of them stand beside the claim. */
  disputed: (others: readonly string[]) => (others.length > 0 ? `disputed: ${others.join('; ')}` : 'disputed'),
  otherFigure: (voice: string | undefined, figure: string, source: string) =>
    voice === undefined ? `${figure} (${source})` : `${figure} (${voice}; ${source})`,
  otherVoice: (voice: string | undefined, source: string) => (voice === undefined ? source : `${voice} (${source})`),
  otherAccount: (statement: string, source: string) => `${statement} (${source})`,
  readAs: (repairs: readonly { readonly written: string; readonly read: string }[]) =>
    `Read ${repairs.map(({ written, read }) => `“${written}” as “${read}”`).join(', ')}.`,
  answers: 'On record:',
  latest: 'The latest on record, newest first:',
  asOf: (day: string) => `As known at the end of ${day}.`,
  hindsight: (day: string) => `Nothing on that was on record by ${day}; this was published later.`,
  differ: 'The figures on record differ:',
  differAndCount: 'The figures on record differ; each counts what its line says:',
  figures: 'The figures on record, each with what it counts:',
  sides: 'Side by side, as each has it:',
  sidesDiffer: 'Accounts on record differ:',
  noConflict: 'No claim on record contradicts these:',
  timeline: 'On record, in order of time:',
  published: (date: string) => `Published ${date}`,
  /** "undated, on or after ..." at the head of a line. */
  publishedUndated: (date: string) => capitalised(date),
  brief: (topic: string) => `${topic}: the key facts on record.`,
  emptyBrief: (topic: string) => `${topic}: nothing is on record yet.`,
  newest: (source: string, days: number | undefined) =>
    `Newest report on record: ${source}${days === undefined || days < 1 ? '' : `, ${days === 1 ? '1 day' : `${days} days`} ago`}.`,
  outsideTopic: (topic: string) => `Not filed under “${topic}”; from elsewhere in the dossier.`,
  doubleSourced: (outlets: readonly string[], recorders: readonly string[], voices: readonly string[]) =>
    recorders.length > 1
      ? `More than one source: ${list(recorders)} each heard it first-hand (in ${list(outlets)}).`
      : `More than one voice, one newsroom: ${list(voices)}, all heard by ${list(recorders)}.`,
  notDoubleSourced: (outlets: readonly string[], recorders: readonly string[], voices: readonly string[]) =>
    [
      outlets.length > 1
        ? `Not double sourced: ${outlets.length} outlets, ${list(outlets)}, rest on one, ${list(recorders)}.`
        : `Single source: ${list(outlets)}${recorders[0] === outlets[0] ? '' : `, from ${list(recorders)}`}; no other outlet on record has it.`,
      voices.length > 0 ? `Said by ${list(voices)}.` : 'The outlet names no source for it.',
    ].join(' '),
  nearest: 'Nearest on record:',
  more: (count: number) => `${count} more on record.`,
  silence(silence: Silence): string {
    switch (silence.reason) {
      case 'nothing-near':
        return 'The record has nothing on that.';
      case 'stranger':
        return `The record has no one and nothing called “${capitalised(silence.name)}”.`;
      case 'after-the-record':
        return 'The record has no report from then.';
      case 'constraint':
        return `The record has nothing on that ${list(silence.unmet.map((unmet) => LACKING[unmet]))}.`;
      case 'denied':
        return 'The record does not bear out what the question takes for a fact.';
      case 'of-another':
        return `The record tells that of ${silence.told}, not of ${silence.asked}.`;
      case 'not-told':
        return `The record does not give ${WANTED[silence.wanted as keyof typeof WANTED] ?? 'that'}.`;
      case 'too-little':
        return `The record does not answer that: it has nothing on ${list(silence.missing.map((word) => `“${word}”`))} there.`;
    }
  },
} as const;
