import type { Claim } from '../record/dossier.ts';
import type { Assertion } from './assertion.ts';
import type { Comparison } from './comparison.ts';
import type { MatterWord } from './read-matter.ts';
import { THRESHOLDS } from './thresholds.ts';

/** What of a sentence claims leave uncarried. */
interface Rest {
  readonly residue: readonly MatterWord[];
  readonly names: readonly MatterWord[];
  readonly figures: number;
  readonly times: number;
}

/** Whether a word stands in the reason or sequel that a sentence adds. */
export function isReason({ reason }: Assertion, start: number): boolean {
  return reason !== undefined && start >= reason[0];
}

/** Whether what is left would change what the sentence says. */
function matters(assertion: Assertion, { residue, names, figures, times }: Rest): boolean {
  if (names.length > 0 || figures > 0 || times > 0) return true;
  const whole = assertion.matter.reduce((sum, word) => sum + word.weight, 0);
  const left = residue.reduce((sum, word) => sum + word.weight, 0);
  if (left > (1 - THRESHOLDS.full) * whole) return true;
  return residue.some((word) => word.strange || word.weight >= THRESHOLDS.heavy || isReason(assertion, word.start));
}

/** Those whom a sentence names first: one, or several that "and", "or", "nor" join. */
export function subjectsOf({ text, matter }: Assertion): readonly MatterWord[] {
  const named = matter.filter(({ ids }) => ids.length > 0);
  const subjects = named.slice(0, 1);
  for (const word of named.slice(1)) {
    const last = subjects.at(-1) as MatterWord;
    if (!/^(?:['’]s)?,? (?:and|or|nor) (?:the )?$/u.test(text.slice(last.end, word.start))) break;
    subjects.push(word);
  }
  return subjects;
}

function parties(claim: Claim): readonly string[] {
  return [...claim.people, ...claim.saidBy];
}

/** Whether a claim may add to another: they share a party, or it tells of the one who is missing and more. */
function mayAdd(assertion: Assertion, first: Comparison, other: Comparison, rest: Rest): boolean {
  if (other.clashes.length > 0 || other.coverage < THRESHOLDS.union) return false;
  const subjects = subjectsOf(assertion);
  if (subjects.length > 0 && subjects.every((word) => other.absentNames.includes(word))) return false;
  const fresh = rest.residue.filter(
    (word) => (word.names.length === 0 || subjects.length > 1) && !other.residue.includes(word),
  );
  const brings = rest.names.some((word) => !other.absentNames.includes(word));
  if (brings && fresh.length === 0) return false;
  return brings || parties(other.claim).some((id) => parties(first.claim).includes(id));
}

/** Words of a sentence that look like its verbs, by their form and by what stands beside them. */
function isVerb({ text }: Assertion, { start, end }: MatterWord): boolean {
  const before = text.slice(0, start);
  const behind = text.slice(end);
  if (/\b(?:the|a|an|of|its|his|her|their|this|that|these|those)\s+$/iu.test(before)) return false;
  return (
    /\b(?:has|have|had|is|are|was|were|be|been|will|would|could|can|to|he|she|they|it|who)\s+$/iu.test(before) ||
    /^\s+(?:the|a|an|that|his|her|their|its|to|him|them|himself|herself|themselves|on|at|from|an? )\b/iu.test(behind)
  );
}

/**
 * Whether a claim is retold in other words: nearly all of its main clause is in the sentence, and what the sentence has
 * beyond it is a verb of its own.
 */
function isRetold(assertion: Assertion, { coverage, echo, figures }: Comparison, rest: Rest): boolean {
  if (rest.names.length > 0 || rest.figures > 0 || rest.times > 0 || coverage < THRESHOLDS.retold) return false;
  if (coverage + 0.35 * echo + 0.1 * figures.same.length < THRESHOLDS.likeness) return false;
  const telling = rest.residue.filter((word) => word.weight >= 1.3);
  return (
    telling.length <= 1 &&
    telling.every(
      (word) => !word.strange && !word.placed && !isReason(assertion, word.start) && isVerb(assertion, word),
    )
  );
}

const JOINT =
  /[,;:–—()“”"]|\b(?:that|with|and|or|nor|but|while|who|which|where|whose|when|after|before|although|as)\b/giu;

/** The part of a sentence that a word stands in, from joint to joint, in characters. */
function partAround({ text }: Assertion, word: MatterWord): readonly [number, number] {
  const joints = [...text.matchAll(JOINT)].map(({ index }) => index);
  return [joints.findLast((at) => at < word.start) ?? 0, joints.find((at) => at >= word.end) ?? text.length];
}

/** Whether a further claim has a word with all that tells something in its part of the sentence. */
function bringsPart(assertion: Assertion, word: MatterWord, { residue }: Comparison): boolean {
  if (residue.includes(word)) return false;
  if (word.placed) return true;
  const [from, to] = partAround(assertion, word);
  return residue.every((other) => other.start < from || other.end > to || other.weight < THRESHOLDS.telling);
}

/** Whether claims have every word, name, figure and time of a sentence: what "supported" needs. */
export function carryAll(assertion: Assertion, group: readonly Comparison[]): boolean {
  const [first, ...others] = group;
  return first !== undefined && uncarriedBy(assertion, first, others).length === 0;
}

/** The words that tell something and that none of the claims has. */
export function uncarriedBy(
  assertion: Assertion,
  first: Comparison,
  others: readonly Comparison[],
): readonly MatterWord[] {
  return first.residue.filter(
    (word) => word.weight >= THRESHOLDS.telling && !others.some((other) => bringsPart(assertion, word, other)),
  );
}

const MOST = 3;

/**
 * The claims that together carry the sentence: the first one, with others about the same parties that have what it
 * lacks. Undefined when something that matters is left.
 */
export function findSupport(
  assertion: Assertion,
  first: Comparison,
  others: readonly Comparison[],
): readonly [Comparison, ...Comparison[]] | undefined {
  if (first.clashes.length > 0) return undefined;
  const chosen: [Comparison, ...Comparison[]] = [first];
  let figures = first.figures.absent;
  let rest: Rest = {
    residue: first.residue,
    names: first.absentNames,
    figures: figures.length,
    times: first.times.absent,
  };
  if (first.lacksOnly || first.unquoted.length > 0) return undefined;
  if (first.coverage >= THRESHOLDS.full && !matters(assertion, rest)) return chosen;
  if (isRetold(assertion, first, rest)) return chosen;
  for (const other of others) {
    if (other === first || chosen.length === MOST || !mayAdd(assertion, first, other, rest)) continue;
    const left = figures.filter((quantity) => other.figures.absent.includes(quantity));
    const next: Rest = {
      residue: rest.residue.filter((word) => other.residue.includes(word)),
      names: rest.names.filter((word) => other.absentNames.includes(word)),
      figures: left.length,
      times: Math.min(rest.times, other.times.absent),
    };
    if (
      next.residue.length + next.names.length + left.length ===
      rest.residue.length + rest.names.length + figures.length
    )
      continue;
    chosen.push(other);
    figures = left;
    rest = next;
  }
  return matters(assertion, rest) ? undefined : chosen;
}
