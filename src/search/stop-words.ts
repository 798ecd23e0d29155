/**
 * English words that carry no matter of their own: articles, pronouns, auxiliaries, prepositions, question words.
 * Folded, without apostrophes. A word that can name a fact ("against", "before", "alone") is not here.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those such
   i me my we us our ours you your yours he him his she her hers it its they them their theirs
   myself himself herself itself themselves one ones someone anyone somebody anybody something anything
   am is are was were be been being do does did doing done has have had having
   can could will would shall should may might must cant couldnt wont wouldnt didnt doesnt dont isnt arent wasnt werent hasnt havent
   im ive id ill youre youve hes shes theyre theyve weve whats whos wheres whens hows thats theres
   of in on at to from by with for about into onto upon over under as than per via within during among amid
   and or but if so nor yet while whereas because
   who whom whose which what when where why how
   not no yes
   there here then now just only also too very even still ever any some all both each every either neither
   up down out off again more most much many few less least other others another same own
   please pls hi hello hey thanks thank ok okay hmm well tell show give let lets get got know
   s t d ll re ve m`
    .split(/\s+/)
    .filter(Boolean),
);
