import { isDeepStrictEqual } from 'node:util';
import type { Dossier } from '../record/dossier.ts';
import type { DossierSource, SourceFile } from '../record/draft-dossier.ts';
import { type ClaimValue, idOf, type Subject, type Thing, thingsOf } from '../record/ledger-values.ts';
import { filedKey } from '../record/shelf.ts';
import { readYaml } from '../record/yaml-file.ts';
import { type ClaimLinks, linkFiled } from './claim-links.ts';
import { editFile, type FileEdit, type Section } from './edit-file.ts';
import { entryFields, type Fields, type Plain } from './entry-fields.ts';
import type { DossierPlan } from './plan-export.ts';

/** One entry that an export writes, changes or takes out. */
export interface Written {
  /** The file, by its path inside the dossier's folder. */
  readonly file: string;
  readonly kind: FileEdit['kind'];
  readonly subject: Subject;
  readonly id: string;
}

/** The files of a dossier after an export. */
export interface ExportedDossier {
  readonly files: readonly SourceFile[];
  readonly written: readonly Written[];
}

type ClaimThing = Extract<Thing, { subject: 'claim' }>;

const SECTIONS = {
  topic: { file: 'dossier.yml', section: { under: 'topics', isList: false } },
  measure: { file: 'dossier.yml', section: { under: 'measures', isList: false } },
  person: { file: 'people.yml', section: { isList: false } },
  article: { file: 'articles.yml', section: { isList: false } },
} as const satisfies Record<Exclude<Subject, 'claim'>, { readonly file: string; readonly section: Section }>;

const CLAIMS: Section = { isList: true };

/**
 * Writes a plan into the files of its dossier: what is new goes to the end of its file, a claim to that of its topic,
 * what changed is changed in place. Throws a RangeError where a file is not built as the house builds it.
 */
export function exportDossier(source: DossierSource, dossier: Dossier, plan: DossierPlan): ExportedDossier {
  const texts = new Map(source.files.map(({ name, text }) => [name, text]));
  const written: Written[] = [];
  const filed = new Map(thingsOf(dossier).map((thing) => [filedKey(thing.subject, idOf(thing)), thing]));
  const chains = new Map([...dossier.articles].map(([slug, { chain }]) => [slug, chain]));
  for (const { subject, value } of plan.wanted) if (subject === 'article') chains.set(value.slug, value.chain);
  const fieldsOf = (thing: Thing) => entryFields(thing, (slug) => chains.get(slug) ?? []);

  function apply(file: string, section: Section, subject: Subject, edit: FileEdit): void {
    texts.set(file, editFile(texts.get(file) ?? '', section, edit));
    written.push({ file, kind: edit.kind, subject, id: edit.id });
  }

  for (const thing of plan.wanted) {
    if (thing.subject === 'claim') continue;
    const { file, section } = SECTIONS[thing.subject];
    const before = filed.get(filedKey(thing.subject, idOf(thing)));
    const edit = editOf(idOf(thing), before && fieldsOf(before), fieldsOf(thing));
    if (edit) apply(file, section, thing.subject, edit);
  }

  const files = claimFiles(texts);
  const entries = new Map([...files].flatMap(([, ids]) => [...ids]));
  const fileOf = new Map([...files].flatMap(([file, ids]) => [...ids.keys()].map((id) => [id, file] as const)));
  const wanted = plan.wanted.filter((thing): thing is ClaimThing => thing.subject === 'claim');
  const links = linkFiled(
    wanted.map(({ value }) => value),
    new Map([...entries].map(([id, entry]) => [id, linksIn(entry)])),
    new Set(plan.removed),
  );

  for (const [id, file] of fileOf) {
    if (plan.removed.includes(id)) continue;
    const before = filed.get(filedKey('claim', id)) as ClaimThing;
    const after = wanted.find(({ value }) => value.id === id) ?? before;
    const had = linksIn(entries.get(id));
    const edit = editOf(id, fieldsOf(withLinks(before, had)), fieldsOf(withLinks(after, links.get(id) ?? had)));
    if (edit) apply(file, CLAIMS, 'claim', edit);
  }
  for (const id of plan.removed) apply(fileOf.get(id) as string, CLAIMS, 'claim', { kind: 'remove', id });
  for (const thing of wanted) {
    const { id, topic } = thing.value;
    if (fileOf.has(id)) continue;
    const file = `claims/${topic.replace(/[^\w.-]/g, '-')}.yml`;
    if (!texts.has(file)) texts.set(file, `# ${dossier.topics.get(topic)?.title ?? topic}.\n`);
    const own = links.get(id) ?? NO_LINKS;
    apply(file, CLAIMS, 'claim', { kind: 'add', id, fields: fieldsOf(withLinks(thing, own)) });
  }
  return { files: [...texts].map(([name, text]) => ({ name, text })), written };
}

const NO_LINKS: ClaimLinks = { supersedes: [], conflictsWith: [] };

/** The entries of each file of claims, by id. */
function claimFiles(texts: ReadonlyMap<string, string>): ReadonlyMap<string, ReadonlyMap<string, Plain>> {
  const names = [...texts.keys()].filter((name) => /^claims\/[^/]+\.yml$/.test(name));
  return new Map(names.map((name) => [name, readEntries(name, texts.get(name) ?? '')]));
}

/** The entries as plain values, by id; the file has been read as a record before. */
function readEntries(name: string, text: string): ReadonlyMap<string, Plain> {
  const entries = (readYaml(name, text).file?.value ?? []) as readonly { readonly id: string }[];
  return new Map(entries.map((entry) => [entry.id.trim(), entry]));
}

/** What a claim's entry says of other claims, as it is written there: conflicts on one side. */
function linksIn(entry: Plain | undefined): ClaimLinks {
  const { supersedes = [], conflictsWith = [] } = (entry ?? {}) as Partial<ClaimLinks>;
  return { supersedes, conflictsWith };
}

function withLinks(thing: ClaimThing, links: ClaimLinks): ClaimThing {
  const value: ClaimValue = { ...thing.value, ...links };
  return { ...thing, value };
}

/** What brings an entry from one form to another; undefined where they are the same. */
function editOf(id: string, before: Fields | undefined, after: Fields): FileEdit | undefined {
  if (before === undefined) return { kind: 'add', id, fields: after };
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => !isDeepStrictEqual(before[key], after[key]));
  if (changed.length === 0) return undefined;
  return { kind: 'change', id, fields: Object.fromEntries(changed.map((key) => [key, after[key]])) };
}
