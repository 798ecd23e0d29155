import type { AppsManifestCreateArguments } from '@slack/web-api';
import type { Dossier } from '../record/dossier.ts';
import { exampleQuestions } from './example-questions.ts';
import { DATELINE_COMMAND } from './listeners/commands/read-typed.ts';
import { SUBCOMMAND_NAMES } from './listeners/commands/subcommands.ts';
import { SHORTCUT_LIST } from './listeners/shortcuts/shortcuts.ts';
import { BOT_EVENTS, SCOPE_NAMES, SCOPES } from './scopes.ts';
import { topicCommands } from './topic-commands.ts';
import { WORDS } from './words.ts';

type Manifest = AppsManifestCreateArguments['manifest'];

/** How Slack is to reach the app: the public address of its request path, or Socket Mode. */
export type Reach = { readonly mode: 'http'; readonly requestUrl: string } | { readonly mode: 'socket' };

/** A slash command as the manifest lists it. */
export interface ManifestCommand {
  readonly command: string;
  readonly description: string;
  readonly usage_hint: string;
}

/** Every slash command: the topics' own, then `/dateline`. */
export function manifestCommands(record: readonly Dossier[]): readonly ManifestCommand[] {
  const { manifest } = WORDS;
  return [
    ...topicCommands(record).map(({ command, title }) => ({
      command,
      description: manifest.topic(title),
      usage_hint: manifest.topicHint,
    })),
    { command: DATELINE_COMMAND, description: manifest.dateline, usage_hint: SUBCOMMAND_NAMES.join(' | ') },
  ];
}

/** The manifest of the Slack app over a record: its commands come from the dossiers, the rest from the code. */
export function manifest(record: readonly Dossier[], reach: Reach): Manifest {
  const { manifest: words } = WORDS;
  const url = reach.mode === 'http' ? { url: reach.requestUrl } : {};
  const requestUrl = reach.mode === 'http' ? { request_url: reach.requestUrl } : {};
  // Where Slack asks for the options of menus as one types; over Socket Mode it asks there.
  const optionsUrl = reach.mode === 'http' ? { message_menu_options_url: reach.requestUrl } : {};
  return {
    _metadata: { major_version: 1 },
    display_information: {
      name: words.name,
      description: words.description,
      long_description: words.longDescription,
      background_color: '#1d3557',
    },
    features: {
      agent_view: {
        agent_description: words.description,
        suggested_prompts: exampleQuestions(record).map((question) => ({ title: question, message: question })),
      },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: words.name, always_online: true },
      shortcuts: SHORTCUT_LIST.map(({ name, type, callbackId, about }) => ({
        name,
        type,
        callback_id: callbackId,
        description: about,
      })),
      slash_commands: manifestCommands(record).map((command) => ({ ...command, ...url, should_escape: false })),
    },
    oauth_config: {
      scopes: {
        // Slack wants an optional scope in both lists.
        bot: [...SCOPE_NAMES],
        bot_optional: SCOPE_NAMES.filter((name) => 'optional' in SCOPES[name]),
      },
    },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: [...BOT_EVENTS] },
      interactivity: { is_enabled: true, ...requestUrl, ...optionsUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: reach.mode === 'socket',
      token_rotation_enabled: false,
    },
  };
}
