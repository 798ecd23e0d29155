import type { Dossier, Person } from '../record/dossier.ts';
import { analyse, type Token } from '../search/analyse.ts';
import type { NameTable } from './name-table.ts';

/** Roles whose holder speaks for whom the role names: "spokeswoman of the coastguard", "judge who leads the inquiry". */
const SPEAKING_ROLE =
  /\b(?:official|spokes\w+|minister|secretary|president|ambassador|chief|head|heads|leader|leads|director|directs|chair|chairs|chair(?:man|woman|person)|executive|command(?:er|s|ing)|governor|mayor|boss|runs|represent\w+|lawyer|attorney|counsel)\b/i;
const FORMER = /\b(?:former|ex|retired)\b/i;
/** An activist "in Seoul" does not speak for Seoul, nor does one from there. */
const APART = new Set('in from at near to by against with outside inside off on'.split(' '));

/**
 * For each person and body, those on whose behalf it speaks, itself included: an official for the ministry, the ministry
 * for its government. Read from names and roles; `people` finds names in them.
 */
export function readAffiliations(dossier: Dossier, people: NameTable): Map<string, Set<string>> {
  const direct = new Map<string, Set<string>>();
  for (const person of dossier.people.values()) {
    const description = `${person.name} . ${person.role ?? ''}`;
    if (person.kind === 'person' && (!SPEAKING_ROLE.test(description) || FORMER.test(description))) continue;
    // A minister speaks for the ministry.
    const tokens = analyse(`${description} . ${(person.role ?? '').replaceAll(/\bminister\b/gi, 'ministry')}`);
    const mentioned = people
      .matches(tokens)
      .filter(({ start }) => person.kind === 'body' || !isApart(tokens, start))
      .map((match) => match.value);
    direct.set(person.id, new Set(mentioned.filter((id) => id !== person.id && isPrincipal(dossier, person, id))));
  }
  const closed = new Map<string, Set<string>>();
  for (const id of dossier.people.keys()) {
    const reached = new Set<string>([id]);
    for (const next of reached) for (const principal of direct.get(next) ?? []) reached.add(principal);
    closed.set(id, reached);
  }
  return closed;
}

function isApart(tokens: readonly Token[], start: number): boolean {
  const before = tokens[start - 1]?.word === 'the' ? tokens[start - 2] : tokens[start - 1];
  return APART.has(before?.word ?? '');
}

/** A body; a person only for a lawyer or a spokesman of theirs. */
function isPrincipal(dossier: Dossier, person: Person, id: string): boolean {
  return (
    dossier.people.get(id)?.kind === 'body' || /\b(?:spokes\w+|lawyer|attorney|counsel)\b/i.test(person.role ?? '')
  );
}
