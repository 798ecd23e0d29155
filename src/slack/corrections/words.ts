import type { Amendment } from '../../record/amendment.ts';
import { formatDate } from '../../record/citation.ts';

type Kind = Amendment['kind'];

const HEADLINE = { corrected: 'Corrected', retracted: 'Corrected', superseded: 'Overtaken' } as const satisfies Record<
  Kind,
  string
>;

const IN_THREAD = {
  corrected: 'what was said here was wrong',
  retracted: 'what was said here was wrong; it is retracted, and nothing takes its place',
  superseded: 'what was said here was right in its time',
} as const satisfies Record<Kind, string>;

const TO_PERSON = {
  corrected: 'what you were shown was wrong',
  retracted: 'what you were shown was wrong; it is retracted, and nothing takes its place',
  superseded: 'what you were shown was right in its time',
} as const satisfies Record<Kind, string>;

const SUBJECT = {
  corrected: (claim: string) => `The correction of “${claim}”`,
  retracted: (claim: string) => `The retraction of “${claim}”`,
  superseded: (claim: string) => `The word that “${claim}” is overtaken`,
} as const satisfies Record<Kind, (claim: string) => string>;

/** Every word of a correction that is not the record's own or the editor's. */
export const CORRECTION_WORDS = {
  /** Above a message that was amended. */
  headline: (kind: Kind, at: string) => `${HEADLINE[kind]} on ${day(at)}.`,
  /** The first line of a notice in a thread, and of one to a person. */
  inThread: (kind: Kind, at: string) => `${opening(kind, at)}: ${IN_THREAD[kind]}.`,
  toPerson: (kind: Kind, at: string) => `${opening(kind, at)}: ${TO_PERSON[kind]}.`,
  corrected: (at: string) => `corrected on ${day(at)}`,
  correctedAndGone: (at: string, why: string, source: string) =>
    `corrected on ${day(at)}: ${reason(why, source)}; no longer on record`,
  retracted: (at: string, why: string, source: string) => `retracted on ${day(at)}: ${reason(why, source)}`,
  overtaken: (at: string, why: string, newer: string | undefined) =>
    newer === undefined ? `overtaken on ${day(at)}: ${why}` : `overtaken on ${day(at)}: ${why} Now: ${newer}`,
  /** In place of a mark that quoted a claim which has been amended since; `now` unless it is not told in passing. */
  quoteCorrected: (at: string, now: string | undefined) =>
    `a claim that was named here was corrected on ${day(at)}${now === undefined ? '' : `, and reads now: ${now}`}`,
  quoteRetracted: (at: string) => `a claim that was named here was retracted on ${day(at)}`,
  quoted: (statement: string, source: string) => `${statement} (${source})`,
  /** A figure in a table that no longer stands, or was overtaken. */
  oldFigure: (kind: Kind, figure: string, at: string) =>
    `was ${figure} (${kind === 'superseded' ? 'overtaken' : kind} ${day(at)})`,
  newFigure: (figure: string) => `now ${figure}`,
  /** Why a sentence's verdict no longer holds. */
  checkAgain: (kind: Kind, at: string) =>
    `The record has changed since this check: what it rests on was ${kind === 'superseded' ? 'overtaken' : kind} on ${day(at)}. Check the sentence again.`,
  summary: {
    done: (kind: Kind, claim: string, parts: readonly string[]) =>
      `${SUBJECT[kind](claim)} is through: ${list(parts)}.`,
    nothing: (kind: Kind, claim: string) => `${SUBJECT[kind](claim)} is through: no message had shown it.`,
    edited: (kind: Kind, count: number) =>
      `${kind === 'superseded' ? 'marked' : 'corrected'} in ${counted(count, 'message')}`,
    threads: (count: number) => `said in ${counted(count, 'thread')}`,
    people: (count: number) => `told ${count === 1 ? '1 person' : `${count} people`} who had seen it privately`,
    unreached: (count: number, reasons: readonly string[]) =>
      `${counted(count, 'place')} could not be reached (${reasons.join(', ')})`,
  },
  /** What Slack says of a place that cannot be reached, in words. */
  why: (error: string): string => REASONS[error] ?? error,
} as const;

const REASONS: Readonly<Record<string, string>> = {
  message_not_found: 'deleted',
  thread_not_found: 'its thread was deleted',
  channel_not_found: 'the channel is gone',
  not_in_channel: 'Dateline is not in the channel',
  is_archived: 'the channel is archived',
  is_inactive: 'the channel is archived',
};

/** "Correction, 22 Nov 2026, 04:50 UTC"; what was overtaken was no mistake and is called by its own word. */
function opening(kind: Kind, at: string): string {
  return `${kind === 'superseded' ? 'Overtaken' : 'Correction'}, ${day(at)}, ${at.slice(11, 16)} UTC`;
}

function reason(why: string, source: string): string {
  return `${why} (${source})`;
}

/** The day of an instant, by UTC. */
function day(at: string): string {
  return formatDate(at.slice(0, 10));
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
