import type { Inquiry, InquirySlot } from './inquiry.ts';

/** How much an earlier question's words still count in the score. */
const EARLIER = 0.6;

/** What the light words of a follow-up count that has no others ("what did he think?"). */
const OWN_LIGHT = 0.7;

/** Few words of its own: less than this many slots with a burden make a question lean on the one before. */
const THIN = 2;

/** A follow-up with what the earlier question fixed and it does not fix itself. */
export function carryOver(earlier: Inquiry | undefined, inquiry: Inquiry): Inquiry {
  if (!earlier) return inquiry;
  const own = inquiry.slots.filter((slot) => slot.burden > 0);
  if (!inquiry.leans && own.length >= THIN) return inquiry;
  // "And in March?", "what about Seoul?": only then is the earlier question asked again with one part changed.
  const elliptic = /^(?:and|but|or|so|what about|how about)\b/i.test(inquiry.text);
  const terms = new Set(inquiry.slots.map((slot) => slot.alternatives[0]?.term));
  const brought = earlier.slots
    .filter((slot) => !terms.has(slot.alternatives[0]?.term))
    .map((slot) => ({
      ...slot,
      weight: (slot.weight ?? 1) * EARLIER,
      burden: own.length === 0 ? slot.burden : slot.burden * 0.3,
    }));
  return {
    ...inquiry,
    wanted: inquiry.wanted === 'anything' && elliptic ? earlier.wanted : inquiry.wanted,
    slots: [...(own.length === 0 && !elliptic ? inquiry.slots.map(stress) : inquiry.slots), ...brought],
    voices: inquiry.voices.length > 0 ? inquiry.voices : elliptic && inquiry.names.length === 0 ? earlier.voices : [],
    outlets: inquiry.outlets.length > 0 || !elliptic ? inquiry.outlets : earlier.outlets,
    names: [...new Set([...inquiry.names, ...earlier.names])],
    figures: inquiry.figures.length > 0 ? inquiry.figures : earlier.figures,
    ...((inquiry.asOf ?? earlier.asOf) ? { asOf: (inquiry.asOf ?? earlier.asOf) as NonNullable<Inquiry['asOf']> } : {}),
    ...(!inquiry.during && elliptic && earlier.during ? { during: earlier.during } : {}),
  };
}

function stress(slot: InquirySlot): InquirySlot {
  return slot.name === undefined ? { ...slot, weight: Math.max(slot.weight ?? 1, OWN_LIGHT) } : slot;
}
