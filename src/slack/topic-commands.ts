import type { Dossier } from '../record/dossier.ts';

/** A topic that has a slash command of its own. */
export interface TopicCommand {
  /** With the slash. */
  readonly command: string;
  readonly title: string;
  readonly within: { readonly dossier: string; readonly topic: string };
}

/** The topic commands of all dossiers, in their order. Where two claim one command, the first keeps it. */
export function topicCommands(record: readonly Dossier[]): readonly TopicCommand[] {
  const commands = new Map<string, TopicCommand>();
  for (const dossier of record) {
    for (const { id, title, command } of dossier.topics.values()) {
      if (command === undefined || commands.has(command)) continue;
      commands.set(command, { command, title, within: { dossier: dossier.slug, topic: id } });
    }
  }
  return [...commands.values()];
}
