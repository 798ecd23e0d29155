import type { App } from '@slack/bolt';
import type { Option, OptionGroup } from '@slack/types';
import { z } from 'zod';
import { createClaimOptions } from '../../amend/claim-options.ts';
import { AMEND_FIELDS } from '../../blocks/amend-modals.ts';
import type { Dependencies } from '../../dependencies.ts';
import { createSuggestions } from '../../desk/suggestions.ts';

const suggestionSchema = z.object({
  action_id: z.string(),
  value: z.string().default(''),
  user: z.object({ id: z.string() }),
  view: z.object({ private_metadata: z.string().default('') }).optional(),
});

/** What was typed into a menu whose options the app gives. */
export interface Query {
  readonly typed: string;
  /** Who typed it. */
  readonly user: string;
  /** The `private_metadata` of the modal that the menu is in; empty where it is in none. */
  readonly metadata: string;
}

/** Options for what was typed, at most 100 of them, or of each of at most 100 groups. Within three seconds. */
export type Suggest = (query: Query) => { readonly options: Option[] } | { readonly option_groups: OptionGroup[] };

/** Gives menus their options. One listener takes every menu, so that one that is no longer ours stays empty. */
export function registerOptions(app: App, dependencies: Dependencies): void {
  const { work } = dependencies;
  const menus: Readonly<Record<string, Suggest>> = {
    ...createSuggestions(dependencies),
    [AMEND_FIELDS.newer]: createClaimOptions(dependencies),
  };

  app.options(/^/, async ({ ack, body }) => {
    const { action_id: name, value, user, view } = suggestionSchema.parse(body);
    const suggest = menus[name];
    if (!suggest) return ack({ options: [] });
    await work.run({ name, tell: () => ack({ options: [] }) }, async () =>
      ack(suggest({ typed: value.trim(), user: user.id, metadata: view?.private_metadata ?? '' })),
    );
  });
}
