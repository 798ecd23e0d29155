import type { Answer } from '../../../src/ask/answer.ts';
import type { Asker } from '../../../src/ask/asker.ts';
import { citationsOf } from '../../../src/record/citation.ts';
import type { Claim, Dossier } from '../../../src/record/dossier.ts';

/** What the asker was asked, in order. */
export type Asking = Parameters<Asker['ask']>[0] | { readonly brief: string };

/** An asker that answers every question with the record's first claims and notes down what it was asked. */
export function createStubAsker([dossier]: readonly Dossier[], { throws }: { readonly throws?: string } = {}) {
  const asked: Asking[] = [];
  const claims = [...(dossier?.claims.values() ?? [])].slice(0, 2);
  const answer = (lead: string, form: Answer['form']): Answer => {
    if (throws) throw new Error(throws);
    const from = dossier && { dossier: dossier.slug };
    return { declined: false, ...from, form, lead, claims: claims.map(shown), notes: [], more: 0 };
  };
  const asker: Asker = {
    ask(question) {
      asked.push(question);
      return answer(`Asked: ${question.ask}`, question.form ?? 'facts');
    },
    brief(within) {
      asked.push({ brief: within.topic });
      return answer(`Brief on ${within.topic}`, 'brief');
    },
  };
  return { asker, asked, claims };
}

const shown = (claim: Claim) => ({ claim, voice: 'a voice', citations: citationsOf(claim), marks: [] });
