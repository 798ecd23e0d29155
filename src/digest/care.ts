import { handlingNotes } from '../ask/handling-notes.ts';
import type { Claim, Dossier } from '../record/dossier.ts';
import { relations } from '../record/relations.ts';
import type { EditionItem, EditionSection } from './edition.ts';
import { words } from './words.ts';

/** The claims that an item shows, old ones first. */
export function claimsOf(item: EditionItem): readonly Claim[] {
  return [...item.was, ...item.now].map(({ claim }) => claim);
}

function needsCare({ sensitive }: Claim): boolean {
  return sensitive === 'self-harm' || sensitive === 'health';
}

/** Whether an item speaks of self-harm or health, be it only in the mark that names what overtook a claim. */
function isDelicate(dossier: Dossier, item: EditionItem): boolean {
  return claimsOf(item).some(
    (claim) => needsCare(claim) || (relations(dossier).supersededBy.get(claim.id) ?? []).some(needsCare),
  );
}

/**
 * A dossier's sections with every item on self-harm or health moved into a section of its own at the end, under the
 * dossier's handling note, self-harm last. Sections left empty are dropped.
 */
export function setCareApart(dossier: Dossier, sections: readonly EditionSection[]): readonly EditionSection[] {
  const delicate = sections.flatMap(({ items }) => items.filter((item) => isDelicate(dossier, item)));
  const others = sections
    .map((section) => ({ ...section, items: section.items.filter((item) => !delicate.includes(item)) }))
    .filter(({ items }) => items.length > 0);
  if (delicate.length === 0) return others;
  const onSelfHarm = (item: EditionItem) => Number(claimsOf(item).some(({ sensitive }) => sensitive === 'self-harm'));
  const notes = handlingNotes(dossier, delicate.flatMap(claimsOf).filter(needsCare));
  return [
    ...others,
    {
      kind: 'care',
      title: words.sections.care,
      dossier: dossier.slug,
      note: notes.length > 0 ? notes.join(' ') : words.careNote,
      items: [...delicate].sort((a, b) => onSelfHarm(a) - onSelfHarm(b)),
      more: 0,
    },
  ];
}
