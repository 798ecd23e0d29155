import type { Claim } from '../record/dossier.ts';
import { namesIn } from '../reading/lexicon.ts';
import { readFigures } from '../reading/read-figures.ts';
import { analyse } from '../search/analyse.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { Inquiry } from './inquiry.ts';

const DATED = /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:19|20)\d\d|week|month|year|days?|hours?|noon|midnight|morning|evening|night|o'clock)\b/i;
const PLACED = /\b(?:in|at|near|inside|outside|from|to|on|off|along|between|across|into|beside|by|of) (?:the |a |an |its |their |his |her |\w+ly )*(?:\p{Lu}[\p{L}]+|(?:\w+ ){0,2}(?:facility|site|location|place|province|region|city|town|village|border|frontline|street|road|port|harbour|harbor|pier|dock|bay|river|coast|sea|hospital|school|court|office|building|plant|factory|mine|quarry|camp|prison|cells?|quarters|headquarters|hall|square|bridge|island|district|area))/u;
const REASONED = /\b(?:because|since|due to|owing to|as a result|so that|in order to|to (?:help|aid|avoid|prevent|protect|hide|support|stop|fight|eliminate|give|keep|save|allow|make|get|secure|cut)|led to|leads to|caused?|blam\w+|reason\w*|explain\w*|for fear|fear\w*|over|after|given that|therefore|thus|aim\w*|motivat\w*|attribut\w*|result\w*|lack of|meant to|intended)\b/i;

/** Whether a claim is of the sort that the question wants: a number for "how many", a day for "when". */
export function fits(index: ClaimIndex, inquiry: Inquiry, claim: Claim): boolean {
  switch (inquiry.wanted) {
    case 'figure':
      return claim.figure !== undefined || readFigures(claim.statement).length > 0;
    case 'when':
      return claim.when !== undefined || DATED.test(claim.statement);
    case 'where':
      return PLACED.test(claim.statement);
    case 'why':
      return REASONED.test(claim.statement);
    case 'words':
      return claim.reports.some((report) => report.quote !== undefined);
    case 'who':
      return hasNamedParty(index, inquiry, claim);
    case 'voice':
      return claim.saidBy.some((id) => !index.lexicon.unnamed.has(id));
    case 'yes-no':
    case 'position':
    case 'anything':
      return true;
  }
}

/** Someone whom the question does not name already, and whom an outlet names. */
function hasNamedParty(index: ClaimIndex, inquiry: Inquiry, claim: Claim): boolean {
  const inText = namesIn(index.lexicon, analyse(claim.statement)).map((match) => match.value);
  return [...claim.people, ...claim.saidBy, ...inText].some((id) => !index.lexicon.unnamed.has(id) && !inquiry.names.includes(id));
}
