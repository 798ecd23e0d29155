import type { Answer, ShownClaim } from '../../ask/answer.ts';
import { handlingNotes } from '../../ask/handling-notes.ts';
import { showClaim, voiceOf } from '../../ask/show-claim.ts';
import { citationsOf } from '../../record/citation.ts';
import type { Claim, Dossier } from '../../record/dossier.ts';
import type { Message } from '../blocks/message.ts';
import { renderSource } from '../blocks/render-source.ts';
import { amendClaim, amendmentsSince } from './amend-claim.ts';
import { CORRECTION_WORDS } from './words.ts';

/**
 * What those are told who were shown a claim in a version: what was wrong, what is right, why, and when it was found,
 * everything cited. It shows claims itself, so that a later correction reaches it too. Undefined when nothing that was
 * shown then is wrong.
 */
export function noticeMessage(
  dossier: Dossier,
  claim: string,
  version: number,
  tells: 'thread' | 'person',
): Message | undefined {
  const [first] = amendmentsSince(dossier, claim, version);
  const amended = first && amendClaim(asShown(first.was, dossier), dossier, version);
  if (amended?.was === undefined) return undefined;
  const { amendment, was } = amended;
  const now = amended.now ?? newerClaim(amendment.kind === 'superseded' ? amendment.now.id : undefined, dossier);
  const claims: readonly ShownClaim[] = [was, ...(now ? [now] : [])];
  const said = tells === 'thread' ? CORRECTION_WORDS.inThread : CORRECTION_WORDS.toPerson;
  const answer: Answer = {
    declined: false,
    dossier: dossier.slug,
    form: 'facts',
    lead: said(amendment.kind, amendment.at),
    claims,
    notes: handlingNotes(
      dossier,
      claims.map((shown) => shown.claim),
    ),
    more: 0,
  };
  return renderSource({ kind: 'answer', answer, frame: {}, tells });
}

function asShown(claim: Claim, dossier: Dossier): ShownClaim {
  return { claim, voice: voiceOf({ dossier }, claim), citations: citationsOf(claim), marks: [] };
}

/** What overtook a claim, in a line of its own. */
function newerClaim(id: string | undefined, dossier: Dossier): ShownClaim | undefined {
  const newer = id === undefined ? undefined : dossier.claims.get(id);
  return newer && { ...showClaim({ dossier }, newer), revision: 'now' };
}
