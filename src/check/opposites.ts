import { stemOf } from '../search/analyse.ts';

/**
 * Words of which one at most can hold of the same thing, a line a set; within a set, words of one side (between bars)
 * go together. General English only: the words of a story belong in its dossier.
 */
const SETS = `
accept accepted willing agreed agree approve approved allow allowed permit permitted welcome welcomed granted upheld | suspend suspended revoke revoked quash quashed overturn overturned annul annulled cancel cancelled withdrew withdrawn reject rejected refuse refused decline declined ban banned forbid forbidden prohibit prohibited deny denied block blocked oppose opposed
open opened reopened resumed | close closed shut suspended
released published public issued | withheld secret unpublished
freed released | jailed imprisoned detained
alive survived living | dead killed died
guilty convicted | innocent acquitted cleared
rise rose increase increased grew raised up | fall fell decrease decreased dropped cut lowered reduced down
begin began start started launched | end ended finish finished stop stopped
inside | outside near
before | after
won win victory | lost lose defeat
support supported back backed favour | oppose opposed against condemned
first | last second third
safe safely | dangerous unsafe danger risk risky death fatal deadly
legal lawful | illegal unlawful
voluntary voluntarily willingly | forced coerced
true | false
same | different
succeeded successful passed | failed unsuccessful
arrived entered came | left departed
hired appointed | fired sacked dismissed
old | new
young | old
rich | poor
early | late
north northern | south southern | east eastern | west western
man men male boy boys | woman women female girl girls
husband | wife
mother mothers | father fathers | brother brothers | sister sisters | son sons | daughter daughters | uncle | aunt | cousin | grandmother | grandfather
telephone phone call | text sms | email e-mail | letter | fax | radio
monday | tuesday | wednesday | thursday | friday | saturday | sunday
morning | afternoon | evening | night
spring | summer | autumn fall | winter
daily | weekly | monthly | yearly annually
red | green | blue | yellow | white | black | orange
left | right
lorry truck | bus | train | plane aircraft | ship ferry boat | car
army | navy
mayor | governor | president | premier
major majority most | minor minority few
complete completed finished | incomplete unfinished
healthy well unhurt unharmed uninjured | ill sick hurt injured wounded harmed
temporary | permanent
public | private
weaker weakened | stronger strengthened
buy bought | sell sold
higher more | lower less
sober | drunk
calm | rough stormy
empty | full
sunny | rainy
lifted ended scrapped | imposed extended tightened
`;

type Side = { readonly set: number; readonly side: number };

const sides = new Map<string, Side[]>();
SETS.trim()
  .split('\n')
  .forEach((line, set) => {
    line.split('|').forEach((words, side) => {
      for (const word of words.trim().split(/\s+/)) {
        const stem = stemOf(word);
        sides.set(stem, [...(sides.get(stem) ?? []), { set, side }]);
      }
    });
  });

/** Whether two stems exclude each other ("inside" and "near", "accepted" and "rejected"). */
export function areOpposites(one: string, other: string): boolean {
  const own = sides.get(one);
  const others = own && sides.get(other);
  if (others === undefined || one === other) return false;
  return own?.some(({ set, side }) => others.some((place) => place.set === set && place.side !== side)) ?? false;
}

/** Whether a stem excludes any other at all. */
export function hasOpposites(stem: string): boolean {
  return sides.has(stem);
}

/** Whether two stems stand on one side ("rejected" and "opposed"). */
export function areAlike(one: string, other: string): boolean {
  const others = sides.get(other);
  if (others === undefined) return false;
  return (sides.get(one) ?? []).some(({ set, side }) =>
    others.some((place) => place.set === set && place.side === side),
  );
}
