import type { Inquiry } from './inquiry.ts';

/** How much an earlier question's words still count in the score. */
const EARLIER = 0.6;

/** Few words of its own: less than this many slots with a burden make a question lean on the one before. */
const THIN = 2;

/** A follow-up with what the earlier question fixed and it does not fix itself. */
export function carryOver(earlier: Inquiry | undefined, inquiry: Inquiry): Inquiry {
  if (!earlier) return inquiry;
  const own = inquiry.slots.filter((slot) => slot.burden > 0);
  if (!inquiry.leans && own.length >= THIN) return inquiry;
  const terms = new Set(inquiry.slots.map((slot) => slot.alternatives[0]?.term));
  const brought = earlier.slots
    .filter((slot) => !terms.has(slot.alternatives[0]?.term))
    .map((slot) => ({ ...slot, weight: (slot.weight ?? 1) * EARLIER, burden: own.length === 0 ? slot.burden : slot.burden * 0.3 }));
  return {
    ...inquiry,
    wanted: inquiry.wanted === 'anything' ? earlier.wanted : inquiry.wanted,
    slots: [...inquiry.slots, ...brought],
    voices: inquiry.voices.length > 0 ? inquiry.voices : inquiry.names.length > 0 ? [] : earlier.voices,
    outlets: inquiry.outlets.length > 0 || inquiry.form === 'sources' ? inquiry.outlets : earlier.outlets,
    names: [...new Set([...inquiry.names, ...earlier.names])],
    figures: inquiry.figures.length > 0 ? inquiry.figures : earlier.figures,
    ...(inquiry.asOf ?? earlier.asOf ? { asOf: (inquiry.asOf ?? earlier.asOf) as NonNullable<Inquiry['asOf']> } : {}),
    ...(inquiry.during ?? earlier.during ? { during: (inquiry.during ?? earlier.during) as NonNullable<Inquiry['during']> } : {}),
  };
}
