import { briefTopic } from '../ask/brief.ts';
import type { Claim, Dossier } from '../record/dossier.ts';
import { setCareApart } from './care.ts';
import type { EditionSection } from './edition.ts';
import type { Part } from './part.ts';

/** How a dossier stands, for readers who have had no edition yet: the brief of each topic that is covered. */
export function stateOf(dossier: Dossier, covers: (claim: Claim) => boolean): Part {
  const claims = [...dossier.claims.values()];
  const sections = [...dossier.topics.values()].map(({ id, title }): EditionSection => {
    const covered = claims.filter((claim) => claim.topic === id && covers(claim));
    // The brief's own notes are the edition's to write, so that the day it counts to does not matter here.
    const brief = briefTopic({ dossier, claims: covered }, id, '1970-01-01');
    return {
      kind: 'topic',
      title,
      dossier: dossier.slug,
      topic: id,
      items: brief.claims.map((now) => ({ kind: 'standing', was: [], now: [now] })),
      more: brief.more,
    };
  });
  return {
    dossier,
    claims: claims.filter(covers),
    sections: setCareApart(dossier, sections),
    changes: { corrections: 0, figures: 0, new: 0, superseded: 0, sourcing: 0 },
    passing: 0,
  };
}
