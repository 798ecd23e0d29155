import { citationsOf, formatCitation } from '../record/citation.ts';
import type { Claim } from '../record/dossier.ts';
import { corroboration, standingOf } from '../record/standing.ts';
import type { Mark, ShownClaim } from './answer.ts';
import type { ClaimIndex } from './claim-index.ts';
import { words } from './words.ts';

/** Who says so, as readers see it. */
export function voiceOf(index: ClaimIndex, claim: Claim): string {
  const names = claim.saidBy.map((id) => index.dossier.people.get(id)?.name ?? id);
  if (names.length > 0) return words.list(names);
  return words.ownVoice([...new Set(claim.reports.map((report) => report.article.outlet))]);
}

function marksOf(index: ClaimIndex, claim: Claim, asOf?: string): Mark[] {
  const marks: Mark[] = [];
  const standing = standingOf(index.dossier, claim, asOf);
  if (standing.kind === 'superseded')
    marks.push({
      kind: 'superseded',
      text: words.superseded(standing.by.map((newer) => [newer.statement, formatCitation(citationsOf(newer)[0])])),
    });
  if (standing.kind === 'disputed')
    marks.push({
      kind: 'disputed',
      text: words.disputed(
        standing.with.map((other) => [voiceOf(index, other), formatCitation(citationsOf(other)[0])]),
      ),
    });
  const { recorders, outlets } = corroboration(claim);
  if (outlets.length === 1) marks.push({ kind: 'single-sourced', text: words.singleSourced });
  else if (recorders.length === 1)
    marks.push({ kind: 'one-source', text: words.oneSource(outlets.length, recorders[0] as string) });
  return marks;
}

/** A claim with its voice, citations and marks, ready to be laid out. */
export function showClaim(index: ClaimIndex, claim: Claim, asOf?: string): ShownClaim {
  return { claim, voice: voiceOf(index, claim), citations: citationsOf(claim), marks: marksOf(index, claim, asOf) };
}
