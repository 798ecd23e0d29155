import type { HomeView, KnownBlock } from '@slack/types';
import type { Subscription } from '../../digest/subscription.ts';
import { formatDate } from '../../record/citation.ts';
import type { Dossier } from '../../record/dossier.ts';
import { DIGEST_WORDS } from '../digest/words.ts';
import { topicCommands } from '../topic-commands.ts';
import { WORDS } from '../words.ts';
import { whenOf } from './digest-status.ts';
import { bullets, context, header, paragraph, words } from './elements.ts';
import { LIMITS } from './limits.ts';

const MOST_DIGESTS = 30;

/** App Home: how to ask, each dossier with its topics and how fresh it is, and the digests that its reader set up. */
export function homeView(record: readonly Dossier[], digests: readonly Subscription[] = []): HomeView {
  const { home, help } = WORDS;
  const asking = [help.lead, help.mention, help.direct, help.check].map((sentence) => paragraph(words(sentence)));
  const dossiers = record.length > 0 ? record.flatMap(dossierBlocks) : [paragraph(words(home.empty))];
  return {
    type: 'home',
    blocks: [header(help.title), ...asking, ...digestBlocks(digests), header(home.title), ...dossiers].slice(
      0,
      LIMITS.viewBlocks,
    ),
  };
}

function digestBlocks(digests: readonly Subscription[]): KnownBlock[] {
  const { home } = DIGEST_WORDS;
  const shown = digests.slice(0, MOST_DIGESTS);
  const lines = shown.map((digest) => [
    { type: 'channel' as const, channel_id: digest.channel },
    words(home.line(whenOf(digest), digest.state.kind === 'paused')),
  ]);
  return [
    header(home.title),
    lines.length > 0 ? bullets(lines) : paragraph(words(home.none)),
    ...context(digests.length > shown.length ? [home.more(digests.length - shown.length)] : []),
  ];
}

function dossierBlocks(dossier: Dossier): KnownBlock[] {
  const { home } = WORDS;
  const commands = new Map(topicCommands([dossier]).map(({ within, command }) => [within.topic, command]));
  const topics = [...dossier.topics.values()].map(({ id, title }) => {
    const command = commands.get(id);
    return command ? [words(command, { code: true }), words(` ${title}`)] : [words(title)];
  });
  const newest = newestDate(dossier);
  return [
    paragraph(words(dossier.title, { bold: true })),
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
