import type { ActionsBlock, Button } from '@slack/types';
import { z } from 'zod';
import { AMEND_WORDS } from '../amend/words.ts';
import { button } from './elements.ts';
import { LIMITS } from './limits.ts';
import type { ClaimRef } from './message.ts';

/** The action id of the button that opens the claims of a message, to correct or trace them. */
export const KEEP_ACTION = 'keep-record';

const valueSchema = z.record(z.string(), z.array(z.string()));

/** The button for the claims of a message: none for none. Claims beyond what its value takes are left out, from the end. */
export function keepButton(claims: readonly ClaimRef[]): readonly Button[] {
  if (claims.length === 0) return [];
  const value = toKeepValue(claims);
  return value === '{}' ? [] : [button(AMEND_WORDS.keep, KEEP_ACTION, value)];
}

/** The buttons below a message; no block for none. */
export function buttonRow(...buttons: readonly Button[]): ActionsBlock[] {
  return buttons.length > 0 ? [{ type: 'actions', elements: [...buttons] }] : [];
}

/** Claims by dossier, as text. */
export function toKeepValue(claims: readonly ClaimRef[]): string {
  const byDossier = Map.groupBy(claims, ({ dossier }) => dossier);
  const ids = [...byDossier].map(([dossier, own]) => [dossier, [...new Set(own.map(({ claim }) => claim))]]);
  const value = JSON.stringify(Object.fromEntries(ids));
  return value.length <= LIMITS.buttonValue ? value : toKeepValue(claims.slice(0, -1));
}

/** The claims in a button's value; none when the value is not one that we wrote. */
export function fromKeepValue(value: unknown): readonly ClaimRef[] {
  if (typeof value !== 'string' || value.length > LIMITS.buttonValue) return [];
  try {
    const read = valueSchema.parse(JSON.parse(value));
    return Object.entries(read).flatMap(([dossier, claims]) => claims.map((claim) => ({ dossier, claim })));
  } catch {
    return [];
  }
}
