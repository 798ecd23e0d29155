import type { HomeView, KnownBlock } from '@slack/types';
import { formatDate } from '../../record/citation.ts';
import type { Dossier } from '../../record/dossier.ts';
import { topicCommands } from '../topic-commands.ts';
import { WORDS } from '../words.ts';
import { bullets, context, header, paragraph, words } from './elements.ts';
import { LIMITS } from './limits.ts';

/** App Home: each dossier with its topics and how fresh it is, then how to ask. */
export function homeView(record: readonly Dossier[]): HomeView {
  const { home, help } = WORDS;
  const asking = [help.lead, help.mention, help.direct, help.check].map((sentence) => paragraph(words(sentence)));
  const dossiers = record.length > 0 ? record.flatMap(dossierBlocks) : [paragraph(words(home.empty))];
  return {
    type: 'home',
    blocks: [header(help.title), ...asking, header(home.title), ...dossiers].slice(0, LIMITS.viewBlocks),
  };
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
