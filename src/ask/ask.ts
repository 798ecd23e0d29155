import type { Dossier } from '../record/dossier.ts';
import type { Answer, Question } from './answer.ts';
import type { AskedForm, Asker } from './asker.ts';
import { carryOver } from './carry-over.ts';
import { chooseClaims } from './choose-claims.ts';
import { type ClaimIndex, createClaimIndex } from './claim-index.ts';
import { type Candidate, findClaims } from './find-claims.ts';
import type { Inquiry } from './inquiry.ts';
import { findSilence, holdingClaims } from './is-answered.ts';
import { readQuestion } from './read-question.ts';
import { showClaim } from './show-claim.ts';
import { words } from './words.ts';

/** What one dossier says to a question, before dossiers are compared. */
export interface Finding {
  readonly inquiry: Inquiry;
  readonly ranked: readonly Candidate[];
  readonly answer: Answer;
}

const NEAREST = 3;

/** Reads, finds, decides: one dossier's answer with the stages that led to it. */
export function askDossier(index: ClaimIndex, question: Question & { readonly form?: AskedForm }): Finding {
  const today = question.now.slice(0, 10);
  let inquiry: Inquiry | undefined;
  for (const earlier of question.thread ?? []) inquiry = carryOver(inquiry, readQuestion(index, earlier, today));
  const asked = carryOver(inquiry, readQuestion(index, question.ask, today));
  inquiry = question.form ? { ...asked, form: question.form } : asked;
  const within = question.within?.topic;
  const found = findClaims(index, inquiry);
  const ranked = within ? found.filter(({ claim }) => claim.topic === within) : found;
  const silence = findSilence(index, inquiry, ranked);
  const holding = holdingClaims(inquiry, ranked);
  const [best, ...others] = holding;
  const notes = inquiry.repairs.length > 0 ? [words.readAs(inquiry.repairs)] : [];
  const show = (claims: readonly Candidate['claim'][]) =>
    claims.map((claim) => showClaim(index, claim, inquiry?.asOf?.to));
  if (silence || !best) {
    const nearest = show((holding.length > 0 ? holding : ranked).slice(0, NEAREST).map(({ claim }) => claim));
    const lead = [words.silence(silence ?? { reason: 'nothing-near' }), nearest.length > 0 ? words.nearest : '']
      .join(' ')
      .trim();
    return {
      inquiry,
      ranked,
      answer: { declined: true, dossier: index.dossier.slug, form: 'facts', lead, claims: nearest, notes, more: 0 },
    };
  }
  const claims = show(chooseClaims(index, inquiry, [best, ...others]));
  return {
    inquiry,
    ranked,
    answer: {
      declined: false,
      dossier: index.dossier.slug,
      form: 'facts',
      lead: words.answers,
      claims,
      notes,
      more: 0,
    },
  };
}

/** The asking core over a record. */
export function createAsker(record: readonly Dossier[]): Asker {
  const indexes = record.map(createClaimIndex);
  return {
    ask(question) {
      const findings = indexes
        .filter((index) => !question.within || index.dossier.slug === question.within.dossier)
        .map((index) => askDossier(index, question).answer);
      return findings.find((answer) => !answer.declined) ?? (findings[0] as Answer);
    },
    brief(within) {
      throw new Error(`not yet ${within.topic}`);
    },
  };
}
