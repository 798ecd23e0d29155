import { createHash } from 'node:crypto';
import type { Named } from '../../desk/filled-form.ts';
import { LIMITS } from '../blocks/limits.ts';

/** An id as the value of an option; one that Slack would not take, or that looks like something typed, as a hash. */
export function idValue(id: string): string {
  if (id.length <= LIMITS.optionText && !/^[+#]/.test(id)) return id;
  return `#${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
}

/** The id behind an option's value; a value that is none of `ids` is given as it is, to be found missing. */
export function idOfValue(value: string, ids: Iterable<string>): string {
  if (!value.startsWith('#')) return value;
  for (const id of ids) if (idValue(id) === value) return id;
  return value;
}

const NEW = { person: '+person:', body: '+body:' } as const;

/** Somebody as the value of an option. */
export function namedValue(named: Named): string {
  return named.kind === 'on-record' ? idValue(named.id) : `${NEW[named.as]}${named.name}`;
}

/** Who an option's value stands for. */
export function namedOfValue(value: string, ids: Iterable<string>): Named {
  for (const as of ['person', 'body'] as const) {
    if (value.startsWith(NEW[as])) return { kind: 'new', name: value.slice(NEW[as].length), as };
  }
  return { kind: 'on-record', id: idOfValue(value, ids) };
}

const OUTLET = '+';

/** An outlet's name as the value of an option. */
export function outletValue(outlet: string): string {
  const value = `${OUTLET}${outlet}`;
  return value.length <= LIMITS.optionText ? value : idValue(value);
}

/** The outlet that an option's value stands for, among those on record where it is a hash. */
export function outletOfValue(value: string, outlets: Iterable<string>): string {
  if (value.startsWith(OUTLET)) return value.slice(OUTLET.length);
  for (const outlet of outlets) if (outletValue(outlet) === value) return outlet;
  return value;
}
