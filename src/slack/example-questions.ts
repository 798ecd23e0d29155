import type { Dossier } from '../record/dossier.ts';
import { topicCommands } from './topic-commands.ts';
import { WORDS } from './words.ts';

/** Questions to begin with, in plain words: one a topic that has a command. */
export function exampleQuestions(record: readonly Dossier[]): readonly string[] {
  return topicCommands(record).map(({ title }) => WORDS.manifest.prompt(title));
}
