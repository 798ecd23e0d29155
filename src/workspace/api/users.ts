import type { User } from '../state/entities.ts';
import type { State } from '../state/state.ts';
import { textOf } from './arguments.ts';
import { paged } from './conversations.ts';
import { type Call, done, type Method, refused, scoped } from './method.ts';

/** Seconds east of UTC in a time zone now. */
const offset = (timeZone: string, now: number) =>
  Math.round(Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e9);

/** A user as the API returns it. */
export const userInfo = (state: State, user: User): Record<string, unknown> => ({
  id: user.id,
  team_id: state.app.teamId,
  name: user.name,
  deleted: false,
  real_name: user.realName,
  tz: user.timeZone,
  tz_label: user.timeZone,
  tz_offset: offset(user.timeZone, state.clock.now()),
  profile: {
    title: user.title,
    real_name: user.realName,
    real_name_normalized: user.realName,
    display_name: user.isBot ? '' : user.name,
    display_name_normalized: user.isBot ? '' : user.name,
    team: state.app.teamId,
    ...(user.id === state.app.botUserId ? { bot_id: state.app.botId, api_app_id: state.app.appId } : {}),
  },
  is_admin: false,
  is_owner: false,
  is_restricted: false,
  is_ultra_restricted: false,
  is_bot: user.isBot && user.id === state.app.botUserId,
  is_app_user: false,
  updated: 1_700_000_000,
});

/** `users.*` */
export const users = {
  'users.info': {
    scopes: scoped('users:read'),
    run: ({ state, args }: Call) => {
      const user = state.room.users.get(textOf(args, 'user') ?? '');
      return user ? done({ user: userInfo(state, user) }) : refused('user_not_found');
    },
  },
  'users.list': {
    scopes: scoped('users:read'),
    run: ({ state, args }: Call) => {
      const page = paged([...state.room.users.values()], args, 100);
      return done({
        members: page.items.map((user) => userInfo(state, user)),
        response_metadata: { next_cursor: page.cursor },
      });
    },
  },
} as const satisfies Record<string, Method>;
