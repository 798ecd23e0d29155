import type { Dependencies } from '../../dependencies.ts';
import { createOpenNewForm } from '../../desk/open-new-form.ts';
import { statementIn } from '../../desk/statement-in.ts';

/** What `/dateline file` was typed with, and by whom. */
interface TypedFiling {
  /** As Slack sent it. */
  readonly words: string;
  readonly user: string;
  readonly channel: string;
  readonly responseUrl: string;
  readonly triggerId: string;
}

/** Opens the form for a new claim, with what was typed as its statement and in the dossier that it is nearest to. */
export function createFileTyped(dependencies: Dependencies) {
  const { work, asker, delivery, now } = dependencies;
  const openNew = createOpenNewForm(dependencies);

  return async (name: string, { words, user, channel, responseUrl, triggerId }: TypedFiling): Promise<void> => {
    const tell = (message: Parameters<typeof delivery.respond>[1]) =>
      delivery.respond(responseUrl, message, 'private', { user, channel });
    await work.run({ name: `${name} file`, tell }, async () => {
      const statement = statementIn(words);
      const dossier = statement === '' ? undefined : asker.ask({ ask: statement, now: now() }).dossier;
      await openNew(triggerId, { statement, dossier }, tell);
    });
  };
}
