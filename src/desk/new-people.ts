import { personSchema } from '../record/data-folder-schema.ts';
import type { Dossier } from '../record/dossier.ts';
import { foldName } from '../record/fold-name.ts';
import type { Thing } from '../record/ledger-values.ts';
import { type FormField, type FormMistakes, LONGEST, type Named } from './filled-form.ts';
import { issuesByField } from './form-issues.ts';
import { makeId } from './make-id.ts';
import { FORM_WORDS } from './words.ts';

/** A person or body as the ledger takes it. */
export type PersonThing = Extract<Thing, { subject: 'person' }>;

/** Those named in a form by their ids, with those of them who are not on record yet. */
export interface NamedPeople {
  readonly saidBy: readonly string[];
  readonly people: readonly string[];
  readonly added: readonly PersonThing[];
  readonly mistakes: FormMistakes;
}

/** The id that a name leads to on record, by its spelling or an alias; undefined for a name that is new. */
export function knownByName(dossier: Dossier, name: string): string | undefined {
  const key = foldName(name);
  if (key === '') return undefined;
  for (const { id, name: own, aliases } of dossier.people.values()) {
    if ([own, ...aliases].some((spelling) => foldName(spelling) === key)) return id;
  }
  return undefined;
}

/** Reads who is named in a form. A new name that is on record after all is taken for whoever has it. */
export function readPeople(
  named: { readonly saidBy: readonly Named[]; readonly people: readonly Named[] },
  dossier: Dossier,
): NamedPeople {
  const mistakes: { [field in FormField]?: string } = {};
  const added = new Map<string, PersonThing>();

  function idOf(one: Named, field: 'saidBy' | 'people'): string[] {
    if (one.kind === 'on-record') {
      if (dossier.people.has(one.id)) return [one.id];
      mistakes[field] = FORM_WORDS.noSuch[field];
      return [];
    }
    if (one.name.length > LONGEST.name) {
      mistakes[field] = FORM_WORDS.tooLong(one.name.length, LONGEST.name);
      return [];
    }
    const known = knownByName(dossier, one.name);
    if (known !== undefined) return [known];
    const parsed = personSchema.safeParse({ name: one.name, kind: one.as }, { reportInput: true });
    if (!parsed.success) {
      Object.assign(
        mistakes,
        issuesByField(parsed.error.issues, () => field),
      );
      return [];
    }
    const key = foldName(parsed.data.name) || parsed.data.name;
    const before = added.get(key);
    if (before) return [before.value.id];
    const taken = new Set([...dossier.people.keys(), ...[...added.values()].map(({ value }) => value.id)]);
    const id = makeId(parsed.data.name, one.as, taken);
    added.set(key, { subject: 'person', value: { id, ...parsed.data } });
    return [id];
  }

  const idsOf = (field: 'saidBy' | 'people') => {
    if (named[field].length > LONGEST.names) mistakes[field] = FORM_WORDS.tooMany(LONGEST.names);
    return [...new Set(named[field].slice(0, LONGEST.names).flatMap((one) => idOf(one, field)))];
  };
  return { saidBy: idsOf('saidBy'), people: idsOf('people'), added: [...added.values()], mistakes };
}
