/** A slash command of the app, as its manifest lists it. `command` has its slash. */
export interface Command {
  readonly command: string;
  readonly description: string;
  readonly usageHint?: string | undefined;
}

/** A shortcut of the app, on a message or everywhere. */
export interface Shortcut {
  readonly name: string;
  readonly callbackId: string;
  readonly type: 'message' | 'global';
}

/** What a local workspace is started with. */
export interface WorkspaceOptions {
  /** The port on 127.0.0.1; 0 or absent takes a free one. */
  readonly port?: number;
  /** Signs every request to the app. */
  readonly signingSecret: string;
  /** The app's bot token here. Has to start with `xoxb-local-`. */
  readonly botToken: string;
  /** The app's token for Socket Mode here. Has to start with `xapp-local-`. */
  readonly appToken?: string;
  /** Where signed requests go, such as `http://127.0.0.1:3000/slack/events`. May be set later with `sendTo`. */
  readonly appUrl?: string;
  readonly appName: string;
  readonly commands: readonly Command[];
  readonly shortcuts: readonly Shortcut[];
  /** Questions that the page offers to click. */
  readonly examples: readonly string[];
  /** Bot scopes, as in the manifest. Methods outside them answer `missing_scope`. */
  readonly scopes: readonly string[];
  /** Bot events, as in the manifest. Others are not sent. */
  readonly events: readonly string[];
  /** Names of public channels besides `newsroom`; the app is a member. */
  readonly desks?: readonly string[];
  /** Milliseconds before each retry of an event. Slack's are about 0, 1 and 5 minutes. */
  readonly retryDelays?: readonly number[];
  /** Milliseconds that the app has to acknowledge in. */
  readonly acknowledgeWithin?: number;
  /** Limits how often methods are called as Slack does, so many times as fast; absent: not at all. */
  readonly rates?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Whether to bundle and serve the page. Default true. */
  readonly page?: boolean;
}

const wants = (name: string, value: string, prefix: string) => {
  if (value.startsWith(prefix)) return;
  throw new Error(`${name} of the local workspace has to start with ${prefix}: a real token has no business here.`);
};

/** Throws when the options carry anything that could be a real credential. */
export const refuseRealTokens = (options: Pick<WorkspaceOptions, 'botToken' | 'appToken'>): void => {
  wants('botToken', options.botToken, 'xoxb-local-');
  if (options.appToken !== undefined) wants('appToken', options.appToken, 'xapp-local-');
};
