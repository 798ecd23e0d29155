import type { InquiryForm, Wanted } from './inquiry.ts';

/** Words with which any question is asked about any story: they help to rank, but no answer has to carry them. */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  `say said says saying tell told report reported reports reporting reportedly claim claims claimed according accord
   figure figures number numbers count counts total totals amount exact exactly actual actually precise precisely
   latest newest recent recently current currently update updates news new story stories article articles coverage
   happen happened happening happens fact facts information info detail details record records file
   position line stance view views version versions account accounts explanation explain explained describe described
   statement statements comment comments commented quote quotes quoted word words wording verbatim phrase remark put
   mention mentions mentioned publish published carry carried write wrote written run ran
   source sources sourced sourcing source origin original originally cite cites cited citing
   compare comparison compared versus vs v difference differences different differ differs differing contrast
   timeline chronology sequence order summary summarise summarize overview brief background list
   conflict conflicts conflicting contradict contradicts contradiction contradictory disagree disagreement discrepancy
   outlet outlets media press paper papers
   how many much long often old far big
   day date dates day month year time times week today yesterday now far so
   thing things way kind sort type case matter issue point part side sides
   really still yet already ever first last next
   main key true real right correct anything everything anyone people person someone
   mr mrs ms dr sir
   think believe mean means meant need want find found ask asked look looking check
   make made give gave given take took taken come came go went going get put set
   single double multiple independent independently separate corroborated corroborate corroboration confirm
   estimate estimated estimates estimation
   question questions answer answers
   specific specifically regarding concerning about around on
   else besides apart except instead rather besides through between against before after until since
   talking handle handled goes treat treated judge regard regarded see seen become became getting getting like such quite pretty really basically
   agree agreed file filed hear heard run try tried use used start started end ended state
   whole entire full fully complete completely part parts several various different certain possible possibly
   newest oldest earliest current present moment
   good bad better worse best worst lot lots bit
   
   please remind again know heard
   man men guy guys folks lads
   second third holds both together alone
   able happen due regards respect terms
   stand stood standing enter entered acting act bring brought bringing behind undergo perform performed conduct conducted
   face faced faces facing involve involved involves telling sure days weeks months years
   once supposed changed counted counting printed print finish finished`
    .split(/\s+/)
    .filter(Boolean),
);

const FORMS: readonly (readonly [InquiryForm, RegExp])[] = [
  [
    'timeline',
    /\btime ?lines?\b|\bchronolog|\bsequence of\b|\bin (?:chronological |date )?order\b|\bhow (?:did|has|have) .* (?:unfold|develop|evolve|move|change|changed|moved|evolved|developed)(?: over (?:time|the \w+))?\b|\b(?:run|walk|take|talk) (?:me|us) through\b|\bstep by step\b|\bwhat happened when\b/,
  ],
  [
    'compare',
    /\bcompar(?:e|ed|ing|ison)\b|\bversus\b|\bvs?\b\.?|\bdifferences? between\b|\b(?:differ|different) from\b|\beach (?:say|said|claim|report|put|give|describe|see|view|explain|count|portray|tell|treat|call)\b|\bhow do(?:es)? .* differ\b|\b(?:side by side|both sides)\b/,
  ],
  [
    'conflicts',
    /\bcontradict|\bconflicting\b|^conflicts?\b|\bconflicts? (?:between|in|over|on)\b|\b(?:do|does|did|where do|how do) .*\b(?:differ|disagree|clash|conflict)\b|\bdiscrepan|\bdisagree|\binconsisten|\bdisputed?\b|\bwhich (?:one )?is (?:right|correct|true)\b|\bwhich (?:figure|number|version|date|account)s?\b/,
  ],
  [
    'sources',
    /\b(?:single|double|two|multi|well|how)[\s-]?(?:ly )?sourced\b|\bsourc(?:e|es|ed|ing)\b|\bcorroborat|\bindependent(?:ly)?\b|\bwhich (?:outlets?|papers?|newspapers?|media|publications?|news)\b|\bwhat (?:outlets?|papers?|publications?)\b|\b(?:other|another|second|more|any) outlets?\b|\bwho (?:else )?(?:reported|published|ran|carried|covered|broke|has (?:reported|published))\b|\bwhere did .* (?:get|take|find)\b.*\b(?:story|report|information|news|it|this|that|from)\b|\bhow many outlets\b|\b(?:first|original(?:ly)?) (?:reported|published|report)\b|\bwhere does .* come from\b|\bcome from\b|\bsame (?:source|agency|wire)\b|\bwho is .* citing\b|\b(?:whom?|what) (?:does|did) .* cite\b/,
  ],
];

const VOICE_ASKED =
  /\bwho(?:'s| has| had| is| was)? (?:\w+ly )?(?:says?|said|saying|told|estimat\w*|claim\w*|report(?:s|ed)?|calculat\w*|count(?:s|ed)?|warn\w*|announc\w*|confirm\w*|den(?:y|ies|ied)|alleg\w*|argu\w*|insist\w*|stat(?:es|ed)|reckon\w*|believes?|think\w*|revealed|disclosed|gave|gives|made|calls|describe[sd]?)\b|\bwhose\b.*\b(?:report|estimate|figure|number|claim|count|toll|words?|quote|statement|assessment|tally|account|version)\b|\baccording to who(?:m)?\b|\bby who(?:m)?\b|\bon whose\b|\bwho (?:made|gave|issued|came up with) (?:the|that|this|those|these)\b|\bwho (?:does|did) .*\b(?:attribute|cite|credit)\b/;

/** What the beginning of a question asks for; the first that matches. */
const HEADS: readonly (readonly [Wanted, RegExp])[] = [
  [
    'why',
    /^(?:why|how come|what for|(?:for|over) what reason|what(?:'s|s| is| are| was| were| has| had| have)? (?:\w+ly )?(?:been )?(?:caus\w+|led to|leading to|prompt\w+|explain\w*|behind|motivat\w+|driv\w+|drove|trigger\w*|holding (?:up|back)|delay\w+|stopp\w+|stalling|prevent\w+|block\w+|making|made))\b/,
  ],
  [
    'when',
    /^(?:(?:since|until|till|by|from|after|before) )?when\b|^how long ago\b|^(?:(?:on|in|at|by|from|since|until) )?(?:what|which) (?:\w+ )?(?:day|date|month|year|time|week|hour)\b/,
  ],
  [
    'words',
    /^what exactly (?:did|does|do|has|have|had) .* (?:say|said)\b|^how (?:exactly )?(?:did|does|do|has|have) .* (?:put it|describe|phrase|word|call|characteri[sz]e)\b|^what (?:exactly )?did .* (?:actually|exactly) say\b|^what did .* call\b|^what (?:exact )?(?:words?|phrases?|terms?|expressions?|names?) did\b|^what were .* words\b/,
  ],
  [
    'figure',
    /^(?:by |for |to |at |in |from |with )?how (?:many|much|old|far|long|large|big|high|sure|often|heavy|deep|tall|fast|wide)\b/,
  ],
  ['voice', new RegExp(`^(?:${VOICE_ASKED.source})`)],
  ['where', /^(?:from |to )?where\b(?! (?:do|does) .* (?:differ|disagree|stand))/],
  ['who', /^(?:to |by |from |with |for |of |about |against )?who(?:'?s|se|m|'re)?\b/],
  [
    'position',
    /^how (?:do|does|did|has|have) .* (?:explain|explained|justify|justified|account for|see|view|react|respond)\b/,
  ],
  ['how', /^how\b/],
];

/** What a noun phrase asks for, wherever it stands. */
const PHRASES: readonly (readonly [Wanted, RegExp])[] = [
  [
    'name',
    /\b(?:first|full|given|real|middle|maiden) names?\b|\bnames? of\b|\bnames?$|\bwhat(?:'s| is| are| was| were)\b.*\bnames?\b|\bname (?:him|her|them)\b/,
  ],
  [
    'words',
    /\bexact(?:ly)? (?:words?|quote|wording|phrase|language)|\bquot(?:e|es|ed|ation)\b|\bverbatim\b|\bin (?:his|her|their|its) own words\b|\bwording\b|\bword for word\b/,
  ],
  [
    'figure',
    /\bhow (?:many|much|old)\b|\b(?:what|which) (?:\w+ ){0,2}(?:number|percent(?:age)?|share|proportion|age|amount|sum|total|toll|count|figure|price|cost|fraction)\b|\b(?:number|count|total|percentage|share|proportion|(?<!(?:large|small|great|huge|vast|substantial|considerable|significant) )amount|size) of\b|\b(?:death |casualty )?toll\b|\bheadcount\b|\bpercent(?:age)?\b|\bfigures?\b|\bnumbers\b|\bage\b|\b(?:troop|newest|latest|current|best|new|\w+'s) estimates?\b|^\w+ estimates?$/,
  ],
  ['voice', VOICE_ASKED],
  ['why', /\bwhy\b|\breasons?\b|\bpurpose\b|\bcause of\b|\bmotive\b|\bexplanation\b/],
  ['when', /\bwhat (?:day|date|month|year|time)\b|\bwhich (?:day|date|month|year)\b|\bdate of\b|\bdates?\b$/],
  [
    'where',
    /\bwhat (?:place|location|venue)\b|\b(?:which|what) (?:part|area|corner|side) of\b|\blocation of\b|\bwhereabouts\b|\blocation$/,
  ],
];

/** Words of asking within a scrap that has no question's order ("nis briefing when"). */
const ANYWHERE: readonly (readonly [Wanted, RegExp])[] = [
  ['when', /\bwhen\b/],
  ['where', /\bwhere\b(?! (?:do|does) .* (?:differ|disagree|stand))/],
  ['who', /\bwho(?:se|m)?\b/],
];

const WHICH: readonly (readonly [Wanted, RegExp])[] = [
  ['who', /\bwhich (?:of )?(?!outlets?|papers?|figures?|numbers?|day|date|month|year|place|city|one\b)\w+/],
];

const POSITION: readonly (readonly [Wanted, RegExp])[] = [
  [
    'position',
    /\b(?:position|stance|line|view|opinion|attitude|policy|reaction|response)\b|\bwhat (?:do|does|did|has|have) .* (?:say|said|think|want|claim|tell|told|report|reported|demand|propose|argue)\b|\baccording to\b|\bsays? (?:about|on)\b/,
  ],
];

const AUXILIARY =
  /^(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|should|isn'?t|aren'?t|wasn'?t|weren'?t|hasn'?t|haven'?t|didn'?t|doesn'?t|don'?t|any)\b/;
const INVERTED = /\b(?:is|are|was|were|has|have|did|does|do) (?:he|she|it|they|there|this|that|these|the)\b/;

/** What a reader says before the question itself: greetings, requests, whom or which time it is confined to. */
const BEFORE = [
  /^(?:and|so|but|then|ok|okay|hey|hi|hello|please|pls|sorry|also|well|quick question|question|urgent|remind me|just)\b[\s,:!-]*/,
  /^(?:do (?:we|you) (?:actually )?know|does any(?:one|body) know|(?:can|could|would|will) (?:you|someone|anyone) (?:please )?(?:tell|remind|give) (?:me|us)|any(?:body|one)? (?:idea|clue)|tell (?:me|us)|give (?:me|us)|show (?:me|us)|(?:can|could|may) (?:i|we) (?:please )?(?:have|get|see)|i (?:need|want)(?: to know)?|(?:is|was) it (?:known|clear)|do we have (?:a|an|any))\b[\s,:]*/,
  /^(?:do|does|did|is|are) [^?]{2,40}\b(?:agree|differ|disagree|conflict|say|know|reveal|name|specify|clear|known|certain) (?:on |about |over )?(?=(?:who|where|when|why|how)\b)/,
  /^(?:according to|as of|per|in|on|at|by|back in|for) [^,?]{2,40}, (?=(?:who|what|when|where|why|how|which|whom|is|are|was|were|has|have|had|do|does|did|can|could|will|would|should)\b)/,
] as const;

/** The question's own clause: of several sentences the last that asks, without what leads up to it. */
function clauseOf(text: string): string {
  const sentences = text
    .split(/(?<!\b(?:no|mr|mrs|ms|dr|st|vs|v))(?<=[.?!;])\s+/)
    .filter((sentence) => /\p{L}{2}/u.test(sentence));
  let clause = (
    sentences.findLast((sentence) => sentence.endsWith('?')) ??
    (sentences.length > 1 ? text : sentences[0]) ??
    text
  ).trim();
  for (let round = 0; round < 3; round++) for (const lead of BEFORE) clause = clause.replace(lead, '');
  return clause.replace(/[?!.\s]+$/, '');
}

const firstOf = (table: readonly (readonly [Wanted, RegExp])[], text: string) =>
  table.find(([, pattern]) => pattern.test(text))?.[0];

/** How a question asks to be laid out; `facts` unless it says otherwise. Takes lower-case text. */
export function readForm(text: string): InquiryForm {
  return FORMS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'facts';
}

/**
 * What a question wants to be told; `anything` for a bare scrap of words. Takes lower-case text.
 * How it begins decides before the words within: "why did the number of dead fall" asks for a reason.
 */
export function readWanted(text: string): Wanted {
  const clause = clauseOf(text);
  const head = firstOf(HEADS, clause);
  if (head) return head;
  if (AUXILIARY.test(clause))
    return /^(?:is|are) there\b/.test(clause) ? (firstOf(PHRASES, clause) ?? 'yes-no') : 'yes-no';
  const asks = /^(?:\w+ )?(?:what|which)/.test(clause);
  return (
    firstOf(PHRASES, clause) ??
    firstOf(asks ? [...WHICH, ...POSITION] : [...ANYWHERE, ...WHICH, ...POSITION], clause) ??
    (!asks && INVERTED.test(clause) ? 'yes-no' : 'anything')
  );
}

/** Whether it asks for what is newest. Takes lower-case text. */
export function asksLatest(text: string): boolean {
  return /\b(?:latest|newest|most recent|now|currently|current|so far|to date|these days|at the moment|today|still|(?:any|the) news\b(?! (?:agency|outlet))|what(?:'s|s| is) new|anything new|as it stands|where (?:do )?things stand|up to date)\b/.test(
    text,
  );
}

/** Whether it asks for what is still to come. Takes lower-case text. */
export function asksAhead(text: string): boolean {
  return /\b(?:when|where|what|how|who) (?:will|would|is .* (?:due|expected|going to))\b|\bwhat happens next\b/.test(
    text,
  );
}

/** Whether the question itself denies ("why was no one told"). Takes lower-case text. */
export function denies(text: string): boolean {
  return /\b(?:not|no|never|none|nobody|nothing|neither|without|refus\w+|declin\w+|den(?:y|ied|ies)|reject\w*|fail\w*|rumou?rs?|false|untrue|lies?|lied|hoax)\b|n['’]t\b/.test(
    text,
  );
}

/** The noun of "which province" or "what unit"; undefined where the question has none. Takes lower-case text. */
export function whichNoun(text: string): string | undefined {
  const noun =
    /\b(?:which|what) (?:of (?:the )?)?(?:(?:\p{L}+(?:ian|ish|ese|an)|two|three|other|exact|specific) )*(?<noun>\p{L}{3,})/u.exec(
      text,
    )?.groups?.noun;
  return noun === undefined || /^(?:is|are|was|were|did|does|do|has|have|had|one|ones|the|about)$/.test(noun)
    ? undefined
    : noun;
}

/** How fine the time must be that a question asks for. Takes lower-case text. */
export function grainAsked(text: string): 'day' | 'hour' | undefined {
  if (/\b(?:what|which|exact) (?:time|hour)\b|\bat what time\b/.test(text)) return 'hour';
  return /\b(?:what|which|exact|precise) (?:day|date)\b|\bdate of\b/.test(text) ? 'day' : undefined;
}

/** The noun of "how many lorries" or "number of lorries"; undefined where none is counted. Takes lower-case text. */
export function countedNoun(text: string): string | undefined {
  return /\b(?:how many|how much|number of|count of|amount of|total of) (?:of (?:the |those |these |its |their )?|more |other |the )*(?<noun>\p{L}{3,})/u.exec(
    text,
  )?.groups?.noun;
}

/** Whether it asks how much falls to one of many ("how much does each family get"). Takes lower-case text. */
export function asksApiece(text: string): boolean {
  return /\b(?:each|every|apiece|per (?!cent\b)\p{L}+|average)\b/u.test(text);
}

/** Whether it asks for a sum of money ("how much did they pay"). Takes lower-case text. */
export function asksMoney(text: string): boolean {
  return /\bhow much\b.*\b(?:pay|pays|paid|paying|costs?|spen[dt]|earn\w*|owes?|worth|money|charged?|price)\b|\b(?:price|costs?) of\b/.test(
    text,
  );
}

/** Whether it asks for a share of a whole ("how many of the dead were children"). Takes lower-case text. */
export function asksPart(text: string): boolean {
  return (
    /\b(?:how (?:many|much)|(?:number|share|percentage|proportion) of)(?: of)? (?:the |those |these |its |their |his |her )?(?:\p{L}+ ){1,4}?(?:was|were|are|is|had|have|could|can)\b/u.test(
      text,
    ) && /\bof\b/.test(text)
  );
}

/** Whether it asks who or what someone is, of whom the rest is named ("who is Jang Se-yul"). Takes lower-case text. */
export function asksIdentity(text: string): boolean {
  return /^(?:so |and |but )?(?:who(?:'s|s| is| are| was| were)|what (?:do we|does the record) (?:know|have) (?:about|of|on)|tell me about|profile of|background on)\b/.test(
    text,
  );
}
