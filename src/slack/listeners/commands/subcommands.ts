import type { AskedForm } from '../../../ask/asker.ts';
import { AMEND_WORDS } from '../../amend/words.ts';
import type { HelpLine } from '../../blocks/help-message.ts';
import { DESK_WORDS } from '../../desk/words.ts';
import { DIGEST_WORDS } from '../../digest/words.ts';

/** A subcommand of `/dateline`: what help says of it, and what its words ask for. */
export interface Subcommand {
  /** What follows the name, as help shows it; in brackets where it may be left out. */
  readonly takes: string;
  readonly about: string;
  readonly does:
    | { readonly kind: 'ask'; readonly form?: AskedForm }
    | { readonly kind: 'check' }
    | { readonly kind: 'digest' }
    | { readonly kind: 'file' }
    | { readonly kind: 'history' }
    | { readonly kind: 'help' };
}

/** Every subcommand, in the order of help. */
export const SUBCOMMANDS = {
  ask: { takes: 'your question', about: 'what the record says', does: { kind: 'ask' } },
  timeline: { takes: '[words]', about: 'what happened, by date', does: { kind: 'ask', form: 'timeline' } },
  sources: { takes: 'words', about: 'who says so, and who published it', does: { kind: 'ask', form: 'sources' } },
  conflicts: { takes: '[words]', about: 'where the sources differ', does: { kind: 'ask', form: 'conflicts' } },
  check: { takes: '[copy]', about: 'what the record says of each sentence', does: { kind: 'check' } },
  file: { ...DESK_WORDS.command, does: { kind: 'file' } },
  history: { takes: AMEND_WORDS.history.takes, about: AMEND_WORDS.history.about, does: { kind: 'history' } },
  digest: { takes: `[${DIGEST_WORDS.takes}]`, about: DIGEST_WORDS.about, does: { kind: 'digest' } },
  help: { takes: '', about: 'this overview', does: { kind: 'help' } },
} as const satisfies Record<string, Subcommand>;

export type SubcommandName = keyof typeof SUBCOMMANDS;

/** The names of all subcommands. */
export const SUBCOMMAND_NAMES = Object.keys(SUBCOMMANDS) as readonly SubcommandName[];

/** All subcommands as help shows them. */
export const SUBCOMMAND_HELP: readonly HelpLine[] = SUBCOMMAND_NAMES.map((name) => {
  const { takes, about } = SUBCOMMANDS[name];
  return { usage: `/dateline ${name} ${takes}`.trim(), about };
});
