import { userGroups } from '../state/seed.ts';
import { textOf } from './arguments.ts';
import { type Call, done, type Method, refused, scoped } from './method.ts';

/** `usergroups.*` */
export const usergroups = {
  'usergroups.users.list': {
    scopes: scoped('usergroups:read'),
    run: ({ args }: Call) => {
      const group = userGroups.find(({ id }) => id === textOf(args, 'usergroup'));
      return group ? done({ users: [...group.users] }) : refused('no_such_subteam');
    },
  },
} as const satisfies Record<string, Method>;
