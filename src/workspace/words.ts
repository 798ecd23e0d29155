/** What the workspace itself says to people, in Slackbot's place. */
export const words = {
  commandFailed: (command: string, error: 'operation_timeout' | 'dispatch_failed') =>
    `${command} failed with the error "${error}"`,
  noSuchCommand: (command: string) =>
    `${command} is not a valid command. A message that starts with "/" is taken for one.`,
  noCommandsInThreads: (command: string) => `${command} is not supported in threads. Sorry!`,
  archived: 'This channel is archived: nobody can post in it.',
  invited: (app: string) => `${app} has been added to the channel.`,
  alreadyHere: (app: string) => `${app} is already in this channel.`,
  removed: (app: string) => `${app} has been removed from the channel.`,
  notInvited: (app: string) => `${app} is not in this channel. Write /invite @${app.toLowerCase()} to add it.`,
  modalFailed: 'We had some trouble connecting. Try again?',
  actionFailed: 'The app did not answer. Try again?',
} as const;

/** Commands of the workspace's own, beside the app's. */
export const ownCommands = [
  { command: '/invite', description: 'Add the app to this channel', usageHint: '@app' },
  { command: '/remove', description: 'Remove the app from this channel', usageHint: '@app' },
] as const;
