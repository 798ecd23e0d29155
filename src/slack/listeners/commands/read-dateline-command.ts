import damerauLevenshtein from 'damerau-levenshtein';
import { SUBCOMMAND_NAMES, SUBCOMMANDS, type Subcommand, type SubcommandName } from './subcommands.ts';

/** What the words after `/dateline` ask for. `meant` is the subcommand that the first word may have been meant as. */
export type DatelineCommand =
  | { readonly kind: 'subcommand'; readonly subcommand: Subcommand; readonly words: string }
  | { readonly kind: 'question'; readonly words: string; readonly meant?: SubcommandName };

/** Reads the words after `/dateline`: a subcommand and its words, or else a question in plain words. */
export function readDatelineCommand(text: string): DatelineCommand {
  const [first = '', ...rest] = text.split(' ');
  const name = first.toLowerCase();
  if (isSubcommandName(name)) return { kind: 'subcommand', subcommand: SUBCOMMANDS[name], words: rest.join(' ') };
  const meant = nearestSubcommand(name);
  // "held where?" is not a mistyped "help": only the subcommands that change the answer are worth a word there.
  const isWorthAsking = meant && (rest.length === 0 || changesTheAnswer(SUBCOMMANDS[meant]));
  return { kind: 'question', words: text, ...(isWorthAsking ? { meant } : {}) };
}

/**
 * What a subcommand of a kind is given, as Slack sent it: for those whose words are no question. Nothing when the words
 * are for another subcommand.
 */
export function wordsFor(kind: 'check' | 'digest' | 'file' | 'history', raw: string): string | undefined {
  const [, first = '', words = ''] = /^\s*(\S*)(.*)$/s.exec(raw) ?? [];
  const name = first.toLowerCase();
  return isSubcommandName(name) && SUBCOMMANDS[name].does.kind === kind ? words : undefined;
}

function changesTheAnswer({ does }: Subcommand): boolean {
  return does.kind === 'check' || (does.kind === 'ask' && does.form !== undefined);
}

function isSubcommandName(name: string): name is SubcommandName {
  return Object.hasOwn(SUBCOMMANDS, name);
}

const SHORTEST_TYPING_ERROR = 3;

function nearestSubcommand(word: string): SubcommandName | undefined {
  if (word.length < SHORTEST_TYPING_ERROR) return undefined;
  return SUBCOMMAND_NAMES.find((name) => {
    const most = name.length > 5 ? 2 : 1;
    return Math.abs(word.length - name.length) <= most && damerauLevenshtein(word, name).steps <= most;
  });
}
