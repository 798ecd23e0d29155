import { setTimeout as sleep } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../../log.ts';
import type { EditorsSetting } from '../../settings.ts';

/** What someone may do at the desk. */
export type Role =
  | { readonly kind: 'editor' }
  | { readonly kind: 'not-editor' }
  /** No editors are set: nobody may act. */
  | { readonly kind: 'no-editors' }
  /** Slack did not say who the editors are. */
  | { readonly kind: 'unread' };

/** Who the editors are. */
export interface Editors {
  /** Asked anew for every act. Never rejects; resolves within some two seconds, as a modal cannot wait longer. */
  roleOf(user: string): Promise<Role>;
}

/** What editors are told by. */
export interface EditorsSetup {
  readonly client: Pick<WebClient, 'usergroups'>;
  readonly setting: EditorsSetting | undefined;
  readonly log: Log;
  /** How long what Slack said of the group is taken for true, in ms. */
  readonly freshMs?: number;
  readonly patienceMs?: number;
}

const FRESH_MS = 30_000;
const PATIENCE_MS = 2000;

const usersSchema = z.object({ users: z.array(z.string()) });

/** The editors of the settings: people, or the members of a user group, as Slack has it or had it half a minute ago. */
export function createEditors(setup: EditorsSetup): Editors {
  const { client, setting, log, freshMs = FRESH_MS, patienceMs = PATIENCE_MS } = setup;
  let read: { readonly at: number; readonly members: Promise<ReadonlySet<string> | undefined> } | undefined;

  async function readGroup(usergroup: string): Promise<ReadonlySet<string> | undefined> {
    try {
      return new Set(usersSchema.parse(await client.usergroups.users.list({ usergroup })).users);
    } catch (err) {
      log.warn({ err, usergroup }, 'could not read who the editors are');
      read = undefined;
      return undefined;
    }
  }

  function members(usergroup: string): Promise<ReadonlySet<string> | undefined> {
    if (read === undefined || performance.now() - read.at > freshMs)
      read = { at: performance.now(), members: readGroup(usergroup) };
    return read.members;
  }

  return {
    async roleOf(user) {
      if (setting === undefined) return { kind: 'no-editors' };
      if (setting.kind === 'people') return { kind: setting.users.includes(user) ? 'editor' : 'not-editor' };
      const patience = new AbortController();
      const tooLate = sleep(patienceMs, undefined, { signal: patience.signal, ref: false }).catch(() => undefined);
      const known = await Promise.race([members(setting.group), tooLate]).finally(() => patience.abort());
      if (known === undefined) return { kind: 'unread' };
      return { kind: known.has(user) ? 'editor' : 'not-editor' };
    },
  };
}
