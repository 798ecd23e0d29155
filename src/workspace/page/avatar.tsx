import type { User } from '../state/entities.ts';

/** Two letters for a person, a mark for an app. */
export const Avatar = ({ of: user }: { of: User | undefined }) => {
  const names = (user?.realName ?? '?').split(' ');
  const letters = names.length > 1 ? `${names[0]?.[0] ?? ''}${names.at(-1)?.[0] ?? ''}` : (names[0]?.[0] ?? '?');
  const tone = user?.isBot ? 'app' : String((user?.id.charCodeAt(user.id.length - 1) ?? 0) % 3);
  return (
    <span className={`avatar avatar-${tone}`} aria-hidden>
      {letters}
    </span>
  );
};
