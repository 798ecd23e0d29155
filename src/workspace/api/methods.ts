import { textOf } from './arguments.ts';
import { visibleChannel } from './channels.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import { type Call, done, type Method, type Result, refused, scoped } from './method.ts';
import { usergroups } from './usergroups.ts';
import { users } from './users.ts';
import { views } from './views.ts';

const authTest = ({ state: { app } }: Call): Result =>
  done({
    url: `https://${app.teamDomain}.slack.com/`,
    team: app.teamName,
    user: app.name.toLowerCase(),
    team_id: app.teamId,
    user_id: app.botUserId,
    bot_id: app.botId,
    is_enterprise_install: false,
  });

const addReaction = ({ state, args }: Call): Result => {
  const seen = visibleChannel(state, args);
  if ('refusal' in seen) return seen.refusal;
  const post = state.room.message(seen.channel.id, textOf(args, 'timestamp') ?? '');
  const name = textOf(args, 'name');
  if (!post || post.onlyFor) return refused('message_not_found');
  if (!name || !/^[a-z0-9_+'-]+$/.test(name)) return refused('invalid_name');
  const bot = state.app.botUserId;
  if (post.message.reactions?.some((one) => one.name === name && one.users.includes(bot)))
    return refused('already_reacted');
  state.room.react(post, name, bot);
  return done();
};

/** Every method that the workspace knows; others answer `unknown_method`. */
export const methods: Readonly<Record<string, Method>> = {
  'auth.test': { scopes: scoped(), run: authTest },
  'reactions.add': { scopes: scoped('reactions:write'), run: addReaction },
  ...chat,
  ...conversations,
  ...usergroups,
  ...users,
  ...views,
};
