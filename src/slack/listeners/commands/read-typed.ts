import { LRUCache } from 'lru-cache';
import { type Asked, toButtonValue } from '../../asked.ts';
import { questionText } from '../../format/question-text.ts';
import type { TopicCommand } from '../../topic-commands.ts';
import { upTo } from '../../up-to.ts';
import { WORDS } from '../../words.ts';
import { readDatelineCommand, wordsFor } from './read-dateline-command.ts';

/** The command that is not a topic's. */
export const DATELINE_COMMAND = '/dateline';

const WORDY = ['check', 'digest', 'file', 'history'] as const;

/** What a slash command asks for. */
export type Typed =
  /** A subcommand that takes its words as Slack sent them. */
  | { readonly kind: (typeof WORDY)[number]; readonly words: string }
  /** A question, as a button's value too where it fits into one, and what else to tell. */
  | {
      readonly kind: 'ask';
      readonly asked: Asked;
      readonly share: string | undefined;
      readonly hints: readonly string[];
    }
  | { readonly kind: 'help'; readonly opening?: string }
  | { readonly kind: 'too-long'; readonly length: number };

const MOST_KEPT = 1000;
const LONGEST_KEPT = 300;

/** Gives what reads a command's name and the words after it. What is typed again is not read again. */
export function createReadTyped(topics: readonly TopicCommand[]): (command: string, text: string) => Typed {
  const topicByCommand = new Map(topics.map((topic) => [topic.command, topic]));
  const known = new LRUCache<string, Typed>(upTo(MOST_KEPT));

  function read(command: string, text: string): Typed {
    if (command === DATELINE_COMMAND) {
      for (const kind of WORDY) {
        const words = wordsFor(kind, text);
        if (words !== undefined) return { kind, words };
      }
    }
    const typed = questionText(text);
    if (typed.kind === 'too-long') return typed;
    const words = typed.kind === 'empty' ? '' : typed.text;
    if (command === DATELINE_COMMAND) return words === '' ? { kind: 'help' } : readDateline(words);
    const topic = topicByCommand.get(command);
    return topic ? asking({ ask: words, within: topic.within }) : { kind: 'help', opening: WORDS.notOurs(command) };
  }

  return (command, text) => {
    if (text.length > LONGEST_KEPT) return read(command, text);
    const key = `${command} ${text}`;
    const before = known.get(key);
    if (before) return before;
    const typed = read(command, text);
    known.set(key, typed);
    return typed;
  };
}

function readDateline(text: string): Typed {
  const read = readDatelineCommand(text);
  if (read.kind === 'question') {
    return asking({ ask: read.words }, read.meant ? [WORDS.didYouMean(`${DATELINE_COMMAND} ${read.meant}`)] : []);
  }
  const { does, takes } = read.subcommand;
  if (does.kind !== 'ask') return { kind: 'help' };
  const isWhole = takes.startsWith('[');
  if (read.words === '' && !isWhole) return { kind: 'help', opening: WORDS.needsWords(`${DATELINE_COMMAND} ${text}`) };
  return asking({ ask: read.words, ...(does.form ? { form: does.form } : {}) });
}

function asking(asked: Asked, hints: readonly string[] = []): Typed {
  return { kind: 'ask', asked, share: toButtonValue(asked), hints };
}
