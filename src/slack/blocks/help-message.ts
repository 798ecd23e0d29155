import { neutralText } from '../format/neutral-text.ts';
import type { TopicCommand } from '../topic-commands.ts';
import { WORDS } from '../words.ts';
import { bullets, header, paragraph, words } from './elements.ts';
import type { Message } from './message.ts';

/** A command as help shows it. */
export interface HelpLine {
  /** "/dateline timeline [words]". */
  readonly usage: string;
  readonly about: string;
}

/** How to ask: by mention, by message, and every command there is. `opening` says why help is shown. */
export function helpMessage(
  topics: readonly TopicCommand[],
  subcommands: readonly HelpLine[],
  opening?: string,
): Message {
  const { help } = WORDS;
  const lines = [
    ...topics.map(({ command, title }) => ({ usage: `${command} [question]`, about: help.topic(title) })),
    ...subcommands,
  ];
  const sentences = [...(opening ? [opening] : []), help.lead, help.mention, help.direct, help.check, help.commands];
  return {
    text: neutralText([...sentences, ...lines.map(({ usage, about }) => `• ${usage}: ${about}`)].join('\n')),
    blocks: [
      header(help.title),
      ...sentences.map((sentence) => paragraph(words(sentence))),
      bullets(lines.map(({ usage, about }) => [words(usage, { code: true }), words(` ${about}`)])),
    ],
  };
}
