import { setTimeout as sleep } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { type Proposal, proposalsIn } from '../../desk/proposals.ts';
import type { Log } from '../../log.ts';
import type { LedgerEntry } from '../../record/ledger.ts';
import type { LiveRecord } from '../../record/live-record.ts';
import type { Store } from '../../store/store.ts';
import { FIRST_PAGES, HOME_PARTS, type HomePages, homeView, type WaitingProposal } from '../blocks/home-view.ts';
import type { Delivery } from '../delivery.ts';
import type { EditorsDesk } from '../desk/editors-desk.ts';
import { reviewKey } from '../desk/reviews.ts';
import { upTo } from '../up-to.ts';

/** The Home tab of each person. */
export interface Home {
  /** Shows it, at the first pages or those given. */
  show(user: string, pages?: HomePages): Promise<void>;
  /** Shows it anew to someone who has opened it here before. Never rejects: what they did is done whether they see it or not. */
  refresh(user: string): Promise<void>;
  /** No longer shows it anew after acts. */
  stop(): void;
}

/** What Home tabs are made from. */
export interface HomeSetup {
  readonly client: Pick<WebClient, 'chat'>;
  readonly record: LiveRecord;
  readonly store: Pick<Store, 'subscriptions' | 'deliveries'>;
  readonly delivery: Pick<Delivery, 'publish'>;
  readonly desk: Pick<EditorsDesk, 'roleOf'>;
  readonly log: Log;
}

const MOST_PEOPLE = 10_000;
const MOST_LINKS = 5000;
/** A Home tab does not wait longer for links: the lines are worth more than where they lead. */
const LINK_PATIENCE_MS = 150;

/** Home tabs over the record, published when they are opened and after what their readers do. */
export function createHome({ client, record, store, delivery, desk, log }: HomeSetup): Home {
  const opened = new LRUCache<string, HomePages>(upTo(MOST_PEOPLE));
  const links = new LRUCache<string, string>(upTo(MOST_LINKS));
  let read: { readonly entries: readonly LedgerEntry[]; readonly proposals: readonly Proposal[] } | undefined;

  /** The desk's message of a proposal, where it is known in time. */
  async function linkOf(proposal: Proposal): Promise<string | undefined> {
    const key = reviewKey(proposal);
    const known = links.get(key);
    if (known !== undefined) return known;
    const outcome = (await store.deliveries.latest(key))?.outcome;
    if (outcome?.kind !== 'posted' || outcome.place.kind !== 'message') return undefined;
    const { channel, ts } = outcome.place;
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts });
    if (permalink !== undefined) links.set(key, permalink);
    return permalink;
  }

  /** Those that wait for the desk, the newest first; read from the ledger once after each change of it. */
  function waiting(): readonly WaitingProposal[] {
    const { entries } = record;
    if (read?.entries !== entries) {
      const proposals = [...proposalsIn(entries).values()].filter(({ state }) => state.kind === 'waiting').reverse();
      read = { entries, proposals };
    }
    return read.proposals.map((proposal) => ({ proposal, link: links.get(reviewKey(proposal)) }));
  }

  async function show(user: string, pages: HomePages = FIRST_PAGES): Promise<void> {
    opened.set(user, pages);
    const [digests, role] = await Promise.all([store.subscriptions.all(), desk.roleOf(user)]);
    const isEditor = role.kind === 'editor';
    const proposals = isEditor ? waiting() : [];
    const view = homeView({
      dossiers: record.dossiers,
      digests: digests.filter(({ setUpBy }) => setUpBy === user),
      ...(isEditor
        ? { editor: { proposals: await linked(proposals, pages.proposals), conflicts: record.conflicts } }
        : {}),
      pages,
    });
    await delivery.publish(user, view);
  }

  /** The proposals with the links of those on a page, as far as Slack gives them in time. */
  async function linked(proposals: readonly WaitingProposal[], page: number): Promise<readonly WaitingProposal[]> {
    const from = page * HOME_PARTS.proposals;
    const found = new Map<string, string>();
    const asked = proposals.slice(from, from + HOME_PARTS.proposals).map(async ({ proposal }) => {
      const link = await linkOf(proposal);
      if (link !== undefined) found.set(proposal.id, link);
    });
    await Promise.race([
      Promise.all(asked).catch((err) => log.warn({ err }, 'could not read where proposals are')),
      sleep(LINK_PATIENCE_MS, undefined, { ref: false }),
    ]);
    return proposals.map((one) => ({ ...one, link: one.link ?? found.get(one.proposal.id) }));
  }

  async function refresh(user: string): Promise<void> {
    const pages = opened.get(user);
    if (pages === undefined) return;
    await show(user, pages).catch((err) => log.warn({ err, user }, 'could not show a Home tab anew'));
  }

  // Whatever someone did to the record, and on whichever instance.
  const stop = record.onChange((entries) => {
    for (const by of new Set(entries.map((entry) => entry.by))) void refresh(by);
  });

  return { show, refresh, stop };
}
