import type { Inquiry, InquirySlot } from './inquiry.ts';

/** How much an earlier question's words still count in the score. */
const EARLIER = 0.6;

/** What the light words of a follow-up count that has no others ("what did he think?"). */
const OWN_LIGHT = 0.7;

/** How much of a follow-up rests on its "how old". */
const DEGREE = 2;

/** Few words of its own: with less than this many a question leans on the one before, whatever they are. */
const THIN = 2;

/** Words that stand for something said before. */
const POINTING =
  /\b(?:that|this|those|these|it|its|he|him|his|she|her|hers|they|them|their|theirs|there|then|same|both|former|latter|else|other)\b/i;

/** A follow-up with what the earlier question fixed and it does not fix itself. */
export function carryOver(earlier: Inquiry | undefined, inquiry: Inquiry): Inquiry {
  if (!earlier) return inquiry;
  // "How old" rests on no word that a claim must carry, and is a matter of its own all the same.
  const own = inquiry.slots.filter((slot) => slot.burden > 0 || (slot.weight ?? 1) >= 1);
  // "And in March?", "what about Seoul?": only then is the earlier question asked again with one part changed.
  const elliptic = /^(?:and|but|or|so|what about|how about)\b/i.test(inquiry.text);
  if (own.length >= THIN && !elliptic && !POINTING.test(inquiry.text)) return inquiry;
  const terms = new Set(inquiry.slots.map((slot) => slot.alternatives[0]?.term));
  const brought = earlier.slots
    .filter((slot) => !terms.has(slot.alternatives[0]?.term))
    .map((slot) => ({
      ...slot,
      weight: (slot.weight ?? 1) * EARLIER,
      // "And according to Seoul?" asks another: the one who was asked of before need not be in the answer.
      burden:
        slot.name !== undefined && elliptic && inquiry.voices.length > 0
          ? 0
          : own.length === 0
            ? slot.burden
            : slot.burden * 0.3,
    }));
  return {
    ...inquiry,
    wanted: inquiry.wanted === 'anything' && elliptic ? earlier.wanted : inquiry.wanted,
    slots: [...(own.length === 0 && !elliptic ? inquiry.slots.map(stress) : inquiry.slots.map(insist)), ...brought],
    voices: inquiry.voices.length > 0 ? inquiry.voices : elliptic && inquiry.names.length === 0 ? earlier.voices : [],
    outlets: inquiry.outlets.length > 0 || !elliptic ? inquiry.outlets : earlier.outlets,
    names: [...new Set([...inquiry.names, ...earlier.names])],
    figures: inquiry.figures.length > 0 ? inquiry.figures : earlier.figures,
    asOf: inquiry.asOf ?? earlier.asOf,
    during: inquiry.during ?? (elliptic ? earlier.during : undefined),
  };
}

function stress(slot: InquirySlot): InquirySlot {
  return slot.name === undefined ? { ...slot, weight: Math.max(slot.weight ?? 1, OWN_LIGHT) } : slot;
}

/** "How old is he": what is asked of the one spoken of before weighs more than what was asked then. */
function insist(slot: InquirySlot): InquirySlot {
  return slot.burden === 0 && slot.known && (slot.weight ?? 1) >= 1 ? { ...slot, burden: DEGREE } : slot;
}
