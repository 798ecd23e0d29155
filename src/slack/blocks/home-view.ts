import type { Button, HomeView, KnownBlock, RichTextElement } from '@slack/types';
import { z } from 'zod';
import { voiceOf } from '../../ask/show-claim.ts';
import { claimIn, type Proposal } from '../../desk/proposals.ts';
import type { Subscription } from '../../digest/subscription.ts';
import type { Amendment } from '../../record/amendment.ts';
import { citationsOf, formatDate, formatPublished } from '../../record/citation.ts';
import type { Conflict } from '../../record/conflict.ts';
import { conflictText } from '../../record/conflict-text.ts';
import type { Claim, Dossier } from '../../record/dossier.ts';
import { onceEach } from '../../record/once-each.ts';
import { AMEND_WORDS } from '../amend/words.ts';
import { DESK_WORDS } from '../desk/words.ts';
import { DIGEST_WORDS } from '../digest/words.ts';
import { topicCommands } from '../topic-commands.ts';
import { WORDS } from '../words.ts';
import { claimElements } from './claim-blocks.ts';
import { whenOf } from './digest-status.ts';
import { bullets, button, clip, context, header, link, literal, paragraph, words } from './elements.ts';
import { toHistoryValue } from './history-blocks.ts';
import { LIMITS } from './limits.ts';
import { whenElement, whoElement } from './who-and-when.ts';

/** The action id of what turns a part's page. */
export const HOME_ACTION = 'home-page';

/** The action id of what opens a claim's history from the tab. */
export const HOME_HISTORY_ACTION = 'home-history';

/** The parts that may need several pages, and how many lines each shows at once. */
export const HOME_PARTS = { proposals: 5, conflicts: 3, corrections: 5, dossiers: 5, digests: 10 } as const;

type HomePart = keyof typeof HOME_PARTS;

/** Which page each part is at, from 0. */
export type HomePages = Readonly<Record<HomePart, number>>;

/** A Home tab as it is opened. */
export const FIRST_PAGES: HomePages = { proposals: 0, conflicts: 0, corrections: 0, dossiers: 0, digests: 0 };

/** A proposal that waits for the desk, with the address of the desk's message. */
export interface WaitingProposal {
  readonly proposal: Proposal;
  readonly link?: string | undefined;
}

/** What a Home tab shows. */
export interface HomeContent {
  readonly dossiers: readonly Dossier[];
  /** The digests that its reader set up. */
  readonly digests: readonly Subscription[];
  /** For editors alone. */
  readonly editor?: { readonly proposals: readonly WaitingProposal[]; readonly conflicts: readonly Conflict[] };
  readonly pages: HomePages;
}

const { home: HOME } = AMEND_WORDS;
const LONGEST_STATEMENT = 400;
const LONGEST_REASON = 300;
const LONGEST_CONFLICT = 1500;
const MOST_TOPICS = 12;
const MOST_CITATIONS = 3;

/** App Home: for editors what waits for them; what was corrected, each dossier, its reader's digests, and how to ask. */
export function homeView({ dossiers, digests, editor, pages }: HomeContent): HomeView {
  const { home, help } = WORDS;
  const part = <T>(name: HomePart, title: string, none: string, items: readonly T[], show: (item: T) => KnownBlock[]) =>
    partBlocks({ name, title, none, items, show, pages });
  const asking = [help.lead, help.mention, help.direct, help.check].map((sentence) => paragraph(words(sentence)));
  return {
    type: 'home',
    blocks: [
      ...(editor
        ? part('proposals', HOME.proposals, HOME.noProposals, editor.proposals, (one) => proposalBlocks(one, dossiers))
        : []),
      ...(editor && editor.conflicts.length > 0
        ? part('conflicts', HOME.conflicts, '', editor.conflicts, conflictBlocks)
        : []),
      ...part('corrections', HOME.corrections, HOME.noCorrections, amendmentsIn(dossiers), amendmentBlocks),
      ...part('dossiers', home.title, home.empty, dossiers, dossierBlocks),
      ...part('digests', DIGEST_WORDS.home.title, DIGEST_WORDS.home.none, digests, digestBlocks),
      header(help.title),
      ...asking,
    ].slice(0, LIMITS.viewBlocks),
  };
}

const pagesSchema = z.strictObject({
  proposals: z.number().int().nonnegative(),
  conflicts: z.number().int().nonnegative(),
  corrections: z.number().int().nonnegative(),
  dossiers: z.number().int().nonnegative(),
  digests: z.number().int().nonnegative(),
});

/** The pages that a button of the tab leads to; undefined when the value is not one that we wrote. */
export function fromPagesValue(value: string): HomePages | undefined {
  try {
    return pagesSchema.parse(JSON.parse(value));
  } catch {
    return undefined;
  }
}

interface Part<T> {
  readonly name: HomePart;
  readonly title: string;
  readonly none: string;
  readonly items: readonly T[];
  readonly show: (item: T) => KnownBlock[];
  readonly pages: HomePages;
}

/** A part at its page, or at its last one where it has become shorter. */
function partBlocks<T>({ name, title, none, items, show, pages }: Part<T>): KnownBlock[] {
  const size = HOME_PARTS[name];
  const last = Math.max(0, Math.ceil(items.length / size) - 1);
  const at = Math.min(pages[name], last);
  const turn = (label: string, action: string, page: number): Button =>
    button(label, `${HOME_ACTION}:${action}`, JSON.stringify({ ...pages, [name]: page }));
  const buttons = [
    ...(at > 0 ? [turn(HOME.previous, 'previous', at - 1)] : []),
    ...(at < last ? [turn(HOME.next, 'next', at + 1)] : []),
  ];
  return [
    header(title),
    ...(items.length === 0 ? [paragraph(words(none))] : items.slice(at * size, (at + 1) * size).flatMap(show)),
    ...(last > 0 ? context([AMEND_WORDS.history.page(at + 1, last + 1)]) : []),
    ...(buttons.length > 0
      ? [{ type: 'actions' as const, block_id: `${HOME_ACTION}-${name}`, elements: buttons }]
      : []),
  ];
}

/** A claim in one line, where it was published in full for as much as a line takes. */
function line(dossier: Dossier, claim: Claim, revision?: 'was'): RichTextElement[] {
  const citations = citationsOf(claim);
  const shown = {
    claim: { ...claim, statement: clip(claim.statement, LONGEST_STATEMENT) },
    voice: clip(voiceOf({ dossier }, claim), LONGEST_REASON),
    citations: citations.slice(0, MOST_CITATIONS) as unknown as typeof citations,
    marks: [],
    ...(revision ? { revision } : {}),
  };
  return claimElements(shown, ' — ');
}

interface PlacedAmendment {
  readonly dossier: Dossier;
  readonly amendment: Amendment;
}

/** What was done last to each claim that was amended, the newest first: what was done before it no longer tells how it reads. */
const amendmentsIn = onceEach((dossiers: readonly Dossier[]): readonly PlacedAmendment[] =>
  dossiers
    .flatMap((dossier) =>
      [...dossier.amendments.values()].map((own) => ({ dossier, amendment: own.at(-1) as Amendment })),
    )
    .sort((one, other) => other.amendment.seq - one.amendment.seq),
);

function amendmentBlocks({ dossier, amendment }: PlacedAmendment): KnownBlock[] {
  const { history } = AMEND_WORDS;
  const { kind, by, at, was, why } = amendment;
  const title = history.kinds[kind === 'superseded' ? 'overtaken' : kind];
  // As it reads by now: the files, or an act on the newer claim, may have changed it since.
  const now = kind === 'retracted' ? undefined : dossier.claims.get(amendment.now.id);
  return [
    paragraph(words(title, { bold: true }), words(history.by), whoElement(by), words(history.on), whenElement(at)),
    bullets([
      ...(now ? [[words(HOME.now, { bold: true }), ...line(dossier, now)]] : []),
      [words(HOME.was, { bold: true }), ...line(dossier, was, kind === 'superseded' ? undefined : 'was')],
    ]),
    {
      type: 'section',
      text: literal(reasonText(why, kind === 'superseded' ? undefined : amendment.source)),
      accessory: button(history.show, HOME_HISTORY_ACTION, toHistoryValue({ dossier: dossier.slug, claim: was.id }, 0)),
    },
  ];
}

function reasonText(why: string, source: string | undefined): string {
  const { history } = AMEND_WORDS;
  const lines = [history.why(clip(why, LONGEST_REASON))];
  if (source !== undefined) lines.push(history.source(clip(source, LONGEST_REASON)));
  return lines.join('\n');
}

function proposalBlocks({ proposal, link: address }: WaitingProposal, dossiers: readonly Dossier[]): KnownBlock[] {
  const { first, last } = proposal;
  const claim = claimIn(last.things);
  const dossier = dossiers.find(({ slug }) => slug === proposal.dossier);
  const published = (claim?.reports ?? []).slice(0, MOST_CITATIONS).flatMap(({ article: slug }) => {
    const added = last.things.flatMap((thing) => (thing.subject === 'article' ? [thing.value] : []));
    const article = added.find((one) => one.slug === slug) ?? dossier?.articles.get(slug);
    return article ? [`${article.outlet}, ${formatPublished(article.published)}`] : [];
  });
  return [
    paragraph(
      words(clip(claim?.statement ?? proposal.id, LONGEST_STATEMENT)),
      words(` — ${published.join('; ') || DESK_WORDS.review.gone}`),
      words(`\n${HOME.proposal.by}`),
      whoElement(first.by),
      words(AMEND_WORDS.history.on),
      whenElement(first.at),
      ...(address === undefined ? [] : [words(' · '), link(HOME.proposal.open, address)]),
    ),
  ];
}

function conflictBlocks(conflict: Conflict): KnownBlock[] {
  const parts = clip(conflictText(conflict), LONGEST_CONFLICT).split(conflict.act?.by ?? '\n\n');
  const by = conflict.act ? [whoElement(conflict.act.by)] : [];
  return [paragraph(...parts.flatMap((part, place) => [...(place > 0 ? by : []), ...(part ? [words(part)] : [])]))];
}

function digestBlocks(digest: Subscription): KnownBlock[] {
  const { home } = DIGEST_WORDS;
  const state = words(home.line(whenOf(digest), digest.state.kind === 'paused'));
  return [bullets([[{ type: 'channel', channel_id: digest.channel }, state]])];
}

function dossierBlocks(dossier: Dossier): KnownBlock[] {
  const { home } = WORDS;
  const commands = new Map(topicCommands([dossier]).map(({ within, command }) => [within.topic, command]));
  const topics = [...dossier.topics.values()].slice(0, MOST_TOPICS).map(({ id, title }) => {
    const command = commands.get(id);
    return command ? [words(command, { code: true }), words(` ${clip(title, LONGEST_STATEMENT)}`)] : [words(title)];
  });
  const newest = newestDate(dossier);
  return [
    paragraph(words(clip(dossier.title, LONGEST_STATEMENT), { bold: true })),
    ...(topics.length > 0 ? [bullets(topics)] : []),
    ...context([
      newest ? home.newest(formatDate(newest)) : home.undated,
      home.size(dossier.claims.size, dossier.articles.size),
    ]),
  ];
}

function newestDate({ articles }: Dossier): string | undefined {
  const dates = [...articles.values()].flatMap(({ published }) => (published.kind === 'dated' ? [published.date] : []));
  return dates.sort().at(-1);
}
