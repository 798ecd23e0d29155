import type { Claim } from '../record/dossier.ts';
import { setCareApart } from './care.ts';
import { type Comparison, isOvertaken, showNow } from './comparison.ts';
import type { EditionItem, EditionSection } from './edition.ts';
import { findCorrections } from './find-corrections.ts';
import { findFigureChanges } from './find-figure-changes.ts';
import { findOvertaken } from './find-overtaken.ts';
import { findSourcingChanges } from './find-sourcing-changes.ts';
import type { Part } from './part.ts';
import { words } from './words.ts';

/**
 * What changed in a dossier, each change told once: a correction is no news besides, and a new figure that changes an
 * older one is told with it. A new claim that overtakes another is told as new, and with what it overtook.
 */
export function changesOf(comparison: Comparison): Part {
  const { before, after } = comparison;
  const dossier = after.slug;
  const corrections = findCorrections(comparison);
  const figures = findFigureChanges(comparison, corrections.claims);
  const told = new Set([...corrections.claims, ...figures.flatMap(idsOf)]);
  const superseded = findOvertaken(comparison, told);
  const sourcing = findSourcingChanges(comparison, corrections.claims);
  const cameIn = [...after.claims.values()].filter(
    (claim) => !before.claims.has(claim.id) && !told.has(claim.id) && comparison.covers(claim),
  );
  const fresh = cameIn.filter((claim) => !isOvertaken(after, claim));
  const { sections: titles } = words;
  const sections: EditionSection[] = [
    { kind: 'corrections', title: titles.corrections, dossier, items: corrections.items, more: 0 },
    { kind: 'figures', title: titles.figures, dossier, items: figures, more: 0 },
    ...newByTopic(comparison, fresh),
    { kind: 'superseded', title: titles.superseded, dossier, items: superseded, more: 0 },
    { kind: 'sourcing', title: titles.sourcing, dossier, items: sourcing, more: 0 },
  ];
  return {
    dossier: after,
    claims: [...after.claims.values()].filter((claim) => comparison.covers(claim)),
    sections: setCareApart(after, sections),
    changes: {
      corrections: corrections.items.length,
      figures: figures.length,
      new: fresh.length,
      superseded: superseded.length,
      sourcing: sourcing.length,
    },
    passing: cameIn.length - fresh.length,
  };
}

/** New claims under their topics, in the order of the dossier; the key ones first, then as in the record. */
function newByTopic(comparison: Comparison, fresh: readonly Claim[]): readonly EditionSection[] {
  return [...comparison.after.topics.values()].map(({ id, title }) => ({
    kind: 'new',
    title: words.newIn(title),
    dossier: comparison.after.slug,
    topic: id,
    items: fresh
      .filter(({ topic }) => topic === id)
      .sort((a, b) => Number(b.key) - Number(a.key))
      .map((claim): EditionItem => ({ kind: 'new', was: [], now: [showNow(comparison, claim)] })),
    more: 0,
  }));
}

function idsOf({ was, now }: EditionItem): readonly string[] {
  return [...was, ...now].map(({ claim }) => claim.id);
}
