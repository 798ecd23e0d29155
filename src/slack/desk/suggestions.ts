import type { Option, OptionGroup, PlainTextOption } from '@slack/types';
import Fuse from 'fuse.js';
import { z } from 'zod';
import { LONGEST } from '../../desk/filled-form.ts';
import { knownByName } from '../../desk/new-people.ts';
import { cite } from '../../record/citation.ts';
import type { Article, Dossier } from '../../record/dossier.ts';
import { foldName } from '../../record/fold-name.ts';
import { option } from '../blocks/form-inputs.ts';
import { LIMITS } from '../blocks/limits.ts';
import type { Dependencies } from '../dependencies.ts';
import { asSeen } from '../format/as-seen.ts';
import type { Query, Suggest } from '../listeners/options/index.ts';
import { idValue, namedValue, outletValue } from './option-values.ts';
import { DESK_WORDS } from './words.ts';

/** What the menus of a form need of the `private_metadata` of their modal: JSON with the dossier's slug. */
export const formMetadataSchema = z.looseObject({ dossier: z.string() });

const { suggest: WORDS } = DESK_WORDS;

/** The menus of the desk's forms, by action id: people, measures, articles and outlets, for what was typed. */
export function createSuggestions({ record }: Pick<Dependencies, 'record'>): Readonly<Record<string, Suggest>> {
  const inDossier =
    (suggest: (typed: string, dossier: Dossier) => readonly Group[]): Suggest =>
    ({ typed, metadata }: Query) => {
      const dossier = dossierIn(metadata, record.dossiers);
      return menuOf(dossier ? suggest(plain(typed), dossier) : []);
    };
  return {
    saidBy: inDossier(suggestPeople),
    people: inDossier(suggestPeople),
    measure: inDossier(suggestMeasures),
    article: inDossier(suggestArticles),
    outlet: inDossier(suggestOutlets),
  };
}

interface Group {
  readonly label: string;
  readonly options: readonly Option[];
}

/** Groups as Slack takes them: none that is empty, and none too long. */
function menuOf(groups: readonly Group[]): { readonly options: Option[] } | { readonly option_groups: OptionGroup[] } {
  const filled = groups.filter(({ options }) => options.length > 0);
  if (filled.length === 0) return { options: [] };
  return {
    option_groups: filled.map(({ label, options }) => ({
      label: { type: 'plain_text', text: label, emoji: false },
      options: options.slice(0, LIMITS.options),
    })),
  };
}

function dossierIn(metadata: string, dossiers: readonly Dossier[]): Dossier | undefined {
  try {
    const { dossier: slug } = formMetadataSchema.parse(JSON.parse(metadata));
    return dossiers.find((dossier) => dossier.slug === slug);
  } catch {
    return undefined;
  }
}

function plain(typed: string): string {
  return asSeen(typed)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** Those of `items` that `typed` may mean, the nearest first; all of them, in their order, where nothing was typed. */
function matching<T>(items: readonly T[], typed: string, textsOf: (item: T) => readonly string[]): readonly T[] {
  if (foldName(typed) === '') return items;
  const folded = items.map((item) => ({ item, texts: textsOf(item).map(foldName) }));
  const fuse = new Fuse(folded, { keys: ['texts'], ignoreLocation: true, threshold: 0.35, ignoreFieldNorm: true });
  return fuse.search(foldName(typed).slice(0, LONGEST_TYPED), { limit: LIMITS.options }).map(({ item }) => item.item);
}

// Fuse takes its patterns apart into pieces of 32 characters: a pasted page would take it seconds.
const LONGEST_TYPED = 64;

function suggestPeople(typed: string, dossier: Dossier): readonly Group[] {
  const found = matching([...dossier.people.values()], typed, ({ name, aliases }) => [name, ...aliases]);
  const known = found.map(({ id, name, role }) => ({
    ...option(name, idValue(id)),
    ...(role === undefined ? {} : { description: option(role, '-').text }),
  }));
  const isNew = typed !== '' && typed.length <= LONGEST.name && knownByName(dossier, typed) === undefined;
  const added = isNew
    ? (['person', 'body'] as const).map((as) => option(WORDS[as](typed), namedValue({ kind: 'new', name: typed, as })))
    : [];
  return [
    { label: WORDS.onRecord, options: known },
    { label: WORDS.notOnRecord, options: added },
  ];
}

function suggestMeasures(typed: string, { measures }: Dossier): readonly Group[] {
  const found = matching([...measures.values()], typed, ({ title, family }) => [title, family]);
  return [{ label: WORDS.onRecord, options: found.map(({ id, title }) => option(title, idValue(id))) }];
}

function suggestArticles(typed: string, dossier: Dossier): readonly Group[] {
  // The newest come first: what is filed is mostly news.
  const articles = [...dossier.articles.values()].reverse();
  const found = matching(articles, typed, ({ outlet, headline }) => [outlet, headline, `${outlet} ${headline}`]);
  return [{ label: WORDS.onRecord, options: found.map((article) => articleOption(article)) }];
}

/** An article as an option. */
export function articleOption(article: Article): PlainTextOption {
  const { outlet, date, headline } = cite({ article, paragraph: 0, via: article.chain });
  return option(DESK_WORDS.article(outlet, date, headline), idValue(article.slug));
}

function suggestOutlets(typed: string, { articles }: Dossier): readonly Group[] {
  const outlets = [...new Set([...articles.values()].map(({ outlet }) => outlet))];
  const found = matching(outlets, typed, (outlet) => [outlet]);
  const isNew =
    typed !== '' && typed.length <= LONGEST.outlet && !outlets.some((outlet) => foldName(outlet) === foldName(typed));
  return [
    { label: WORDS.onRecord, options: found.map((outlet) => option(outlet, outletValue(outlet))) },
    { label: WORDS.notOnRecord, options: isNew ? [option(WORDS.outlet(typed), outletValue(typed))] : [] },
  ];
}
