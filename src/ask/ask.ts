import { asRead } from '../record/as-read.ts';
import { formatDate } from '../record/citation.ts';
import type { Claim, Dossier } from '../record/dossier.ts';
import type { Answer, Question } from './answer.ts';
import type { AskedForm, Asker } from './asker.ts';
import { briefTopic } from './brief.ts';
import { carryOver } from './carry-over.ts';
import { chooseClaims } from './choose-claims.ts';
import type { ClaimIndex } from './claim-index.ts';
import { composeAnswer, composeDecline } from './compose-answer.ts';
import { type Candidate, findClaims } from './find-claims.ts';
import type { Inquiry } from './inquiry.ts';
import { findSilence, hasBest, holdingClaims, type Silence } from './is-answered.ts';
import { claimIndexOf } from './known-index.ts';
import { readQuestion } from './read-question.ts';
import { words } from './words.ts';

/** What one dossier says to a question, with the stages that led to it. */
export interface Finding {
  readonly inquiry: Inquiry;
  readonly ranked: readonly Candidate[];
  readonly silence?: Silence;
  readonly chosen: readonly Claim[];
  readonly answer: Answer;
}

type Asked = Question & { readonly form?: AskedForm };

/** The question as understood, with what its thread had fixed before. */
function readThread(index: ClaimIndex, { ask, thread = [], form, now }: Asked): Inquiry {
  const today = now.slice(0, 10);
  const earlier = thread.reduce<Inquiry | undefined>(
    (before, text) => carryOver(before, readQuestion(index, text, today)),
    undefined,
  );
  const inquiry = carryOver(earlier, readQuestion(index, ask, today));
  return form ? { ...inquiry, form } : inquiry;
}

/** Words that ask for all there is, even with no other beside them ("what do we know?"). */
const ASKS = /\b(?:what|which|tell|know)\b/i;

/** Whether nothing is asked that a record could hold: a greeting, thanks, a mark alone. */
function asksNothing({ text, form, latest, slots, outlets, voices, figures, asOf, during }: Inquiry): boolean {
  if (form !== 'facts' || latest || asOf || during || ASKS.test(text)) return false;
  return [slots, outlets, voices, figures].every(({ length }) => length === 0);
}

/** Decides on an answer from the claims found. */
function decide(index: ClaimIndex, inquiry: Inquiry, ranked: readonly Candidate[], now: string): Finding {
  const decline = (silence: Silence, nearest: readonly Candidate[]): Finding => {
    const answer = composeDecline(index, inquiry, silence, nearest, now);
    return { inquiry, ranked, silence, chosen: [], answer };
  };
  if (asksNothing(inquiry)) return decline({ reason: 'nothing-near' }, []);
  const holding = holdingClaims(inquiry, ranked);
  const silence = findSilence(index, inquiry, ranked, holding);
  if (!hasBest(holding)) return decline(silence ?? { reason: 'nothing-near' }, ranked);
  if (silence) return decline(silence, holding);
  const chosen = chooseClaims(index, inquiry, holding);
  return { inquiry, ranked, chosen, answer: composeAnswer(index, inquiry, chosen, holding, now) };
}

/**
 * Where nothing was known by the day asked about, what the record tells of that day and learnt later; a question of
 * what was known then stays unanswered.
 */
function decideInHindsight(index: ClaimIndex, inquiry: Inquiry, ranked: readonly Candidate[], now: string): Finding {
  const finding = decide(indexFor(index, inquiry), inquiry, ranked, now);
  const { silence } = finding;
  const { asOf } = inquiry;
  const early = silence?.reason === 'constraint' && silence.unmet.includes('unknown-then');
  if (!asOf || !early || /\bkn[eo]w/i.test(inquiry.text)) return finding;
  const hindsight: Inquiry = { ...inquiry, asOf: undefined, during: [asOf] };
  const later = decide(index, hindsight, findClaims(index, hindsight), now);
  if (later.silence) return finding;
  return {
    ...later,
    answer: { ...later.answer, notes: [words.hindsight(formatDate(asOf.to)), ...later.answer.notes] },
  };
}

/** The index that a question is put to: of the dossier as it read on the day asked about, or as it stands. */
function indexFor(index: ClaimIndex, { asOf }: Inquiry): ClaimIndex {
  return asOf === undefined ? index : claimIndexOf(asRead(index.dossier, asOf.to));
}

/** Reads, finds, decides: what one dossier says. Within a topic, the rest of the dossier is asked only where the topic is silent. */
export function askDossier(index: ClaimIndex, question: Asked): Finding {
  const inquiry = readThread(index, question);
  const then = indexFor(index, inquiry);
  const topic = question.within?.topic;
  const ranked = findClaims(then, inquiry, topic !== undefined);
  if (topic === undefined) return decideInHindsight(index, inquiry, ranked, question.now);
  const inside = decide(
    then,
    inquiry,
    ranked.filter(({ claim }) => claim.topic === topic),
    question.now,
  );
  if (!inside.silence) return inside;
  const outside = decideInHindsight(index, inquiry, ranked, question.now);
  if (outside.silence) return outside;
  const title = index.dossier.topics.get(topic)?.title ?? topic;
  return { ...outside, answer: { ...outside.answer, notes: [words.outsideTopic(title), ...outside.answer.notes] } };
}

/** How well a dossier knows what is asked: an answer before a decline, then the share of the question that is carried. */
function strength({ silence, ranked, inquiry }: Finding): number {
  const [best] = holdingClaims(inquiry, ranked);
  return (silence ? 0 : 10) + (best?.coverage ?? 0) + inquiry.names.length * 0.1;
}

/** The asking core over a record: each dossier is asked, the one that knows most answers. Throws on an empty record. */
export function createAsker(record: readonly Dossier[]): Asker {
  const indexes = record.map(claimIndexOf);
  const indexOf = (slug: string) => {
    const found = indexes.find(({ dossier }) => dossier.slug === slug);
    if (!found) throw new RangeError(`There is no dossier "${slug}".`);
    return found;
  };
  return {
    ask(question) {
      const asked = question.within ? [indexOf(question.within.dossier)] : indexes;
      const [first, ...others] = asked.map((index) => askDossier(index, question));
      if (!first) throw new RangeError('The record has no dossier.');
      return others.reduce((best, finding) => (strength(finding) > strength(best) ? finding : best), first).answer;
    },
    brief: ({ dossier, topic }, now) => briefTopic(indexOf(dossier), topic, now),
  };
}
