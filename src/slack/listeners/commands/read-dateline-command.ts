import Fuse from 'fuse.js';
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
  return { kind: 'question', words: text, ...(meant ? { meant } : {}) };
}

function isSubcommandName(name: string): name is SubcommandName {
  return Object.hasOwn(SUBCOMMANDS, name);
}

const SHORTEST_TYPING_ERROR = 3;
const finder = new Fuse(SUBCOMMAND_NAMES, { threshold: 0.34 });

function nearestSubcommand(word: string): SubcommandName | undefined {
  if (word.length < SHORTEST_TYPING_ERROR) return undefined;
  // Fuse finds "me" in "timeline" too; a typing error is about as long as what was meant.
  return finder.search(word).find(({ item }) => Math.abs(item.length - word.length) <= 2)?.item;
}
