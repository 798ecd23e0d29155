/** A way to spoil the ferry's files: one piece of text replaced, and the one mistake that an editor is then told of. */
export interface Spoiling {
  readonly name: string;
  readonly text: string;
  readonly by: string;
  readonly mistake: string;
}

/** Mistakes after which the file can still be read. Replacing keeps the number of lines. */
export const mistakes: readonly Spoiling[] = [
  {
    name: 'dossier.yml',
    text: 'title: The ferry',
    by: 'titel: The ferry',
    mistake: "data/ferry/dossier.yml:1: 'titel' is not a key that is used here. Did you mean 'title'?",
  },
  {
    name: 'dossier.yml',
    text: 'accident: { title: The accident, command: /accident }',
    by: 'accident: { title: The accident, command: /Accident! }',
    mistake:
      'data/ferry/dossier.yml:3 topic "accident": \'/Accident!\' cannot be a command. Write a slash and at most 31 small letters, digits, hyphens or underscores, as in /pows.',
  },
  {
    name: 'dossier.yml',
    text: 'accident: { title: The accident, command: /accident }',
    by: 'accident: { title: The accident, command: accident }',
    mistake:
      'data/ferry/dossier.yml:3 topic "accident": \'accident\' cannot be a command. Write a slash and at most 31 small letters, digits, hyphens or underscores, as in /pows.',
  },
  {
    name: 'dossier.yml',
    text: 'accident: { title: The accident, command: /accident }',
    by: 'accident: { title: The accident, command: /dateline }',
    mistake:
      'data/ferry/dossier.yml:3 topic "accident": The command /dateline is Dateline\'s own. Give the topic another command.',
  },
  {
    name: 'dossier.yml',
    text: 'inquiry: { title: The inquiry, command: /inquiry }',
    by: 'inquiry: { title: The inquiry, command: /accident }',
    mistake:
      'data/ferry/dossier.yml:4 topic "inquiry": The command /accident is already that of another topic (data/ferry/dossier.yml:3). Give one of the two another command: a command belongs to one topic.',
  },
  {
    name: 'dossier.yml',
    text: 'relatives: { title: The relatives }',
    by: 'relatives: { title: 12 }',
    mistake:
      'data/ferry/dossier.yml:5 topic "relatives": \'title\' must be text, and 12 is read as a number. Put it in quotes: "12".',
  },
  {
    name: 'dossier.yml',
    text: 'relatives: { title: The relatives }',
    by: 'relatives: The relatives',
    mistake:
      'data/ferry/dossier.yml:5 topic "relatives": This entry has no keys. Write them below it, each on a line of its own as "key: value", or take the entry out.',
  },
  {
    name: 'dossier.yml',
    text: 'drowned: { title: people drowned, family: people, unit: people }',
    by: 'drowned: { title: people drowned, familly: people }',
    mistake:
      "data/ferry/dossier.yml:8 measure \"drowned\": 'familly' is not a key that is used here. Did you mean 'family'?",
  },
  {
    name: 'dossier.yml',
    text: 'drowned: { title: people drowned, family: people, unit: people }',
    by: 'aboard: { title: people drowned, family: people, unit: people }',
    mistake:
      "data/ferry/dossier.yml:8: 'aboard' is written twice; the first is on line 7. Keep one of the two, or give the second another name.",
  },
  {
    name: 'dossier.yml',
    text: 'ferry: [boat, ship]',
    by: 'ferry: boat',
    mistake:
      "data/ferry/dossier.yml:10: 'ferry' must be a list. Write it in square brackets, with commas between: ferry: [first, second].",
  },
  {
    name: 'dossier.yml',
    text: 'ferry: [boat, ship]',
    by: 'ferry: [boat, 7]',
    mistake: 'data/ferry/dossier.yml:10: \'ferry\' must be text, and 7 is read as a number. Put it in quotes: "7".',
  },
  {
    name: 'dossier.yml',
    text: 'names: Do not name the drowned.',
    by: 'names:',
    mistake: "data/ferry/dossier.yml:12: 'names' is left blank. Fill it in, or take the line out if it is not needed.",
  },
  {
    name: 'articles.yml',
    text: 'outlet: The Courier',
    by: 'outlet: ""',
    mistake:
      'data/ferry/articles.yml:2 article "courier-2024-03-14": \'outlet\' is empty. Fill it in, or take it out if it is not needed.',
  },
  {
    name: 'articles.yml',
    text: 'headline: Ferry aground',
    by: 'headline: "Ferry\\u202E aground"',
    mistake:
      'data/ferry/articles.yml:3 article "courier-2024-03-14": \'headline\' has a character that cannot be seen (U+202E). Type the text again instead of pasting it.',
  },
  {
    name: 'articles.yml',
    text: 'url: https://courier.example/ferry',
    by: 'url: courier.example/ferry',
    mistake:
      'data/ferry/articles.yml:4 article "courier-2024-03-14": This is not a web address: courier.example/ferry. Copy the whole address from the browser, beginning with https://.',
  },
  {
    name: 'articles.yml',
    text: 'url: https://courier.example/ferry',
    by: 'url: javascript:alert(1)',
    mistake:
      'data/ferry/articles.yml:4 article "courier-2024-03-14": This is not a web address: javascript:alert(1). Copy the whole address from the browser, beginning with https://.',
  },
  {
    name: 'articles.yml',
    text: 'published: 2024-03-14',
    by: 'published: 2024-02-30',
    mistake:
      'data/ferry/articles.yml:5 article "courier-2024-03-14": \'published\' is not a day of the calendar: 2024-02-30. Write year, month and day, as in 2025-02-19.',
  },
  {
    name: 'articles.yml',
    text: 'published: 2024-03-14',
    by: 'published: 14 March 2024',
    mistake:
      'data/ferry/articles.yml:5 article "courier-2024-03-14": \'published\' is not a day of the calendar: 14 March 2024. Write year, month and day, as in 2025-02-19.',
  },
  {
    name: 'articles.yml',
    text: 'published: 2024-03-14',
    by: 'publisht: 2024-03-14',
    mistake:
      "data/ferry/articles.yml:5 article \"courier-2024-03-14\": 'publisht' is not a key that is used here. Did you mean 'published'?",
  },
  {
    name: 'articles.yml',
    text: '{ outlet: Mirror, url: https://mirror.example/1 }',
    by: '{ url: https://mirror.example/1 }',
    mistake: 'data/ferry/articles.yml:6 article "courier-2024-03-14": \'outlet\' is missing. Add a line "outlet: ...".',
  },
  {
    name: 'articles.yml',
    text: 'notBefore: 2024-03-15, notAfter: 2024-06-30',
    by: 'notBefore: 2024-07-15, notAfter: 2024-06-30',
    mistake:
      "data/ferry/articles.yml:10 article \"review-2024\": 'notBefore' is later than 'notAfter'. Put the earlier day into notBefore, the later into notAfter.",
  },
  {
    name: 'articles.yml',
    text: 'notAfter: 2024-06-30, basis: cites the Courier',
    by: 'notAfter: 2024-06-30',
    mistake:
      'data/ferry/articles.yml:10 article "review-2024": The bounds of the undated article rest on nothing. Add "basis: ..." and say what shows that it is not earlier or later.',
  },
  {
    name: 'articles.yml',
    text: 'undated: true',
    by: 'undated: yes',
    mistake:
      'data/ferry/articles.yml:10 article "review-2024": \'published\' must be a day, or say that the article is undated. Write it as 2025-02-19, or as { undated: true, notBefore: 2025-02-19, basis: what that rests on }.',
  },
  {
    name: 'articles.yml',
    text: 'notAfter: 2024-06-30',
    by: 'notAfter: June',
    mistake:
      'data/ferry/articles.yml:10 article "review-2024": \'notAfter\' is not a day of the calendar: June. Write year, month and day, as in 2025-02-19.',
  },
  {
    name: 'articles.yml',
    text: 'chain: [Courier, AFP]',
    by: 'chain: Courier, AFP',
    mistake:
      'data/ferry/articles.yml:11 article "review-2024": \'chain\' must be a list. Write it in square brackets, with commas between: chain: [first, second].',
  },
  {
    name: 'people.yml',
    text: 'port: { name: Port of Vik, kind: body }',
    by: 'port: { name: Port of Vik, kind: agency }',
    mistake: 'data/ferry/people.yml:2 person "port": \'kind\' must be person or body. Write one of these.',
  },
  {
    name: 'people.yml',
    text: 'port: { name: Port of Vik, kind: body }',
    by: 'port: { name: Port of Vik }',
    mistake: 'data/ferry/people.yml:2 person "port": \'kind\' is missing. Add a line "kind: ...".',
  },
  {
    name: 'people.yml',
    text: 'port: { name: Port of Vik, kind: body }',
    by: 'port: { name: VIKLINE, kind: body }',
    mistake:
      "data/ferry/people.yml:2 person \"port\": 'VIKLINE' is also a name of 'line' (data/ferry/people.yml:1). Take it out of one of them, or make it longer, so that a name leads to one entry only.",
  },
  {
    name: 'people.yml',
    text: 'aliases: [the captain]',
    by: 'aliases: [the captain, The  Company.]',
    mistake:
      "data/ferry/people.yml:3 person \"moe\": 'The  Company.' is also a name of 'line' (data/ferry/people.yml:1). Take it out of one of them, or make it longer, so that a name leads to one entry only.",
  },
  {
    name: 'people.yml',
    text: 'aliases: [the captain]',
    by: 'alias: [the captain]',
    mistake: "data/ferry/people.yml:3 person \"moe\": 'alias' is not a key that is used here. Did you mean 'aliases'?",
  },
  {
    name: 'claims/accident.yml',
    text: 'at some 140.\n  topic: accident',
    by: 'at some 140.\n  topic: acident',
    mistake:
      'data/ferry/claims/accident.yml:3 claim "aboard-line": There is no topic \'acident\'. Did you mean \'accident\'? Topics are listed in dossier.yml under "topics".',
  },
  {
    name: 'claims/accident.yml',
    text: 'key: true',
    by: 'key: yes',
    mistake:
      'data/ferry/claims/accident.yml:4 claim "aboard-line": \'key\' must be true or false. Write true, or take the line out.',
  },
  {
    name: 'claims/accident.yml',
    text: 'people: [line]',
    by: 'people: [lines]',
    mistake:
      "data/ferry/claims/accident.yml:5 claim \"aboard-line\": There is no person or body 'lines'. Did you mean 'line'? People and bodies are listed in people.yml.",
  },
  {
    name: 'claims/accident.yml',
    text: 'people: [line]',
    by: 'people: line',
    mistake:
      'data/ferry/claims/accident.yml:5 claim "aboard-line": \'people\' must be a list. Write it in square brackets, with commas between: people: [first, second].',
  },
  {
    name: 'claims/accident.yml',
    text: '{ measure: aboard, value: 140, qualifier: some }',
    by: '{ measure: abroad, value: 140 }',
    mistake:
      'data/ferry/claims/accident.yml:6 claim "aboard-line": There is no measure \'abroad\'. Did you mean \'aboard\'? Measures are listed in dossier.yml under "measures".',
  },
  {
    name: 'claims/accident.yml',
    text: '{ measure: aboard, value: 140, qualifier: some }',
    by: '{ measure: aboard, value: 1,400 }',
    mistake:
      'data/ferry/claims/accident.yml:6 claim "aboard-line": \'400\' is read as a key of its own, since a comma inside { } ends a value. Write numbers without commas: 12000.',
  },
  {
    name: 'claims/accident.yml',
    text: '{ measure: aboard, value: 140, qualifier: some }',
    by: '{ measure: aboard, value: some 140 }',
    mistake:
      "data/ferry/claims/accident.yml:6 claim \"aboard-line\": 'value' must be a number. Write digits only, without commas, spaces or words (12000); 'some' or 'more than' goes into 'qualifier'.",
  },
  {
    name: 'claims/accident.yml',
    text: '{ measure: aboard, value: 140, qualifier: some }',
    by: '{ measure: aboard, value: .inf }',
    mistake:
      "data/ferry/claims/accident.yml:6 claim \"aboard-line\": 'value' must be a number. Write digits only, without commas, spaces or words (12000); 'some' or 'more than' goes into 'qualifier'.",
  },
  {
    name: 'claims/accident.yml',
    text: '{ measure: aboard, value: 140, qualifier: some }',
    by: '{ measure: aboard, value: 140, to: 150 }',
    mistake:
      "data/ferry/claims/accident.yml:6 claim \"aboard-line\": A figure needs either 'value', or both 'from' and 'to'. Write { measure: ..., value: 12000 }, or { measure: ..., from: 10000, to: 12000 }.",
  },
  {
    name: 'claims/accident.yml',
    text: '{ measure: aboard, value: 140, qualifier: some }',
    by: '{ measure: aboard }',
    mistake:
      "data/ferry/claims/accident.yml:6 claim \"aboard-line\": A figure needs either 'value', or both 'from' and 'to'. Write { measure: ..., value: 12000 }, or { measure: ..., from: 10000, to: 12000 }.",
  },
  {
    name: 'claims/accident.yml',
    text: 'saidBy: [line]',
    by: 'saidBy: [ministry of fisheries]',
    mistake:
      'data/ferry/claims/accident.yml:7 claim "aboard-line": There is no person or body \'ministry of fisheries\'. People and bodies are listed in people.yml.',
  },
  {
    name: 'claims/accident.yml',
    text: 'when: 2024-03-12',
    by: 'when: 2024-13',
    mistake:
      'data/ferry/claims/accident.yml:8 claim "aboard-line": \'when\' is not a time that can be read: 2024-13. Write a day (2025-02-19), a month (2025-02), a year (2025) or a range of these (2025-02/2025-04).',
  },
  {
    name: 'claims/accident.yml',
    text: 'when: 2024-03-12',
    by: 'when: last spring',
    mistake:
      'data/ferry/claims/accident.yml:8 claim "aboard-line": \'when\' is not a time that can be read: last spring. Write a day (2025-02-19), a month (2025-02), a year (2025) or a range of these (2025-02/2025-04).',
  },
  {
    name: 'claims/accident.yml',
    text: 'when: 2024-03-12',
    by: 'when: 2024-03/2024-02',
    mistake:
      'data/ferry/claims/accident.yml:8 claim "aboard-line": \'when\' ends before it starts. Put the earlier time first: 2025-02/2025-04.',
  },
  {
    name: 'claims/accident.yml',
    text: '{ article: courier-2024-03-14, paragraph: 2, quote: some 140 souls }',
    by: '{ article: courier-2024, paragraph: 2 }',
    mistake:
      "data/ferry/claims/accident.yml:10 claim \"aboard-line\": There is no article 'courier-2024'. Did you mean 'courier-2024-03-14'? Articles are listed in articles.yml.",
  },
  {
    name: 'claims/accident.yml',
    text: 'key: true',
    by: 'supersedes: [aboard-port]',
    mistake:
      'data/ferry/claims/accident.yml:4 claim "aboard-line": These claims supersede one another in a circle: aboard-line, aboard-port. Keep \'supersedes\' only on the newer claim, with the id of the older.',
  },
  {
    name: 'claims/accident.yml',
    text: '{ article: courier-2024-03-14, paragraph: 2, quote: some 140 souls }',
    by: '{ article: courier-2024-03-14, paragraph: -2 }',
    mistake:
      'data/ferry/claims/accident.yml:10 claim "aboard-line": \'paragraph\' must be a whole number, 0 or more. Count the lines of the article that are not empty: the headline is 0, the first line below it is 1.',
  },
  {
    name: 'claims/accident.yml',
    text: '{ article: courier-2024-03-14, paragraph: 2, quote: some 140 souls }',
    by: '{ article: courier-2024-03-14, paragraph: 2.5 }',
    mistake:
      'data/ferry/claims/accident.yml:10 claim "aboard-line": \'paragraph\' must be a whole number, 0 or more. Count the lines of the article that are not empty: the headline is 0, the first line below it is 1.',
  },
  {
    name: 'claims/accident.yml',
    text: '{ article: courier-2024-03-14, paragraph: 2, quote: some 140 souls }',
    by: '{ article: courier-2024-03-14 }',
    mistake:
      'data/ferry/claims/accident.yml:10 claim "aboard-line": \'paragraph\' must be a whole number, 0 or more. Count the lines of the article that are not empty: the headline is 0, the first line below it is 1.',
  },
  {
    name: 'claims/accident.yml',
    text: '{ article: courier-2024-03-14, paragraph: 2, quote: some 140 souls }',
    by: '{ article: courier-2024-03-14, paragraph: 2, quote: a b c d e f g h i j k l m }',
    mistake:
      'data/ferry/claims/accident.yml:10 claim "aboard-line": The quote has 13 words, and 12 is the most. Shorten it to the fragment that matters, or leave it out.',
  },
  {
    name: 'claims/accident.yml',
    text: '{ article: courier-2024-03-14, paragraph: 2, quote: some 140 souls }',
    by: '{ article: courier-2024-03-14, paragraph: 2, page: 1 }',
    mistake:
      'data/ferry/claims/accident.yml:10 claim "aboard-line": \'page\' is not a key that is used here. The keys are article, paragraph, via and quote.',
  },
  {
    name: 'claims/accident.yml',
    text: '{ article: review-2024, paragraph: 4 }',
    by: '{ article: courier-2024-03-14, paragraph: 2 }',
    mistake:
      'data/ferry/claims/accident.yml:11 claim "aboard-line": Paragraph 2 of \'courier-2024-03-14\' is listed twice in this claim. Keep one of the two reports.',
  },
  {
    name: 'claims/accident.yml',
    text: 'from: 151, to: 155',
    by: 'from: 155, to: 151',
    mistake:
      "data/ferry/claims/accident.yml:15 claim \"aboard-port\": 'from' must be smaller than 'to'. Put the smaller number into 'from'; for a single number write 'value' instead.",
  },
  {
    name: 'claims/accident.yml',
    text: 'from: 151, to: 155',
    by: 'from: 151, to: 151',
    mistake:
      "data/ferry/claims/accident.yml:15 claim \"aboard-port\": 'from' must be smaller than 'to'. Put the smaller number into 'from'; for a single number write 'value' instead.",
  },
  {
    name: 'claims/accident.yml',
    text: 'from: 151, to: 155',
    by: 'from: 151',
    mistake:
      "data/ferry/claims/accident.yml:15 claim \"aboard-port\": A figure needs either 'value', or both 'from' and 'to'. Write { measure: ..., value: 12000 }, or { measure: ..., from: 10000, to: 12000 }.",
  },
  {
    name: 'claims/accident.yml',
    text: 'supersedes: [aboard-line]',
    by: 'supersedes: [aboard-port]',
    mistake:
      'data/ferry/claims/accident.yml:18 claim "aboard-port": The claim lists itself under \'supersedes\'. Take its own id out of the list.',
  },
  {
    name: 'claims/accident.yml',
    text: 'supersedes: [aboard-line]',
    by: 'supersedes: [aboard]',
    mistake:
      "data/ferry/claims/accident.yml:18 claim \"aboard-port\": There is no claim 'aboard'. Did you mean 'aboard-line'? Claims are listed in the files of the folder claims.",
  },
  {
    name: 'claims/accident.yml',
    text: '- id: no-lifeboats',
    by: '- id: aboard-line',
    mistake:
      'data/ferry/claims/accident.yml:20 claim "aboard-line": There is another claim \'aboard-line\' (data/ferry/claims/accident.yml:1). Give one of the two another id; if they are the same claim, put their reports together.',
  },
  {
    name: 'claims/accident.yml',
    text: '- id: no-lifeboats',
    by: '- id: no lifeboats',
    mistake:
      "data/ferry/claims/accident.yml:20 claim \"no lifeboats\": The id 'no lifeboats' has a space in it. Write it with hyphens: 'no-lifeboats'.",
  },
  {
    name: 'claims/accident.yml',
    text: '- id: no-lifeboats',
    by: '- id: 2024',
    mistake:
      'data/ferry/claims/accident.yml:20 claim number 3: \'id\' must be text, and 2024 is read as a number. Put it in quotes: "2024".',
  },
  {
    name: 'claims/accident.yml',
    text: 'statement: Two lifeboats were missing.',
    by: 'statement:',
    mistake:
      'data/ferry/claims/accident.yml:21 claim "no-lifeboats": \'statement\' is left blank. Fill it in, or take the line out if it is not needed.',
  },
  {
    name: 'claims/accident.yml',
    text: 'reports: [{ article: courier-2024-03-14, paragraph: 0 }]',
    by: 'reports: []',
    mistake:
      'data/ferry/claims/accident.yml:24 claim "no-lifeboats": The claim has no report: nothing says where it was published. Add at least one under "reports", with its article and paragraph.',
  },
  {
    name: 'claims/accident.yml',
    text: 'reports: [{ article: courier-2024-03-14, paragraph: 0 }]',
    by: 'key: true',
    mistake:
      'data/ferry/claims/accident.yml:20 claim "no-lifeboats": The claim has no report: nothing says where it was published. Add at least one under "reports", with its article and paragraph.',
  },
  {
    name: 'claims/accident.yml',
    text: 'reports: [{ article: courier-2024-03-14, paragraph: 0 }]',
    by: 'reports: { article: courier-2024-03-14, paragraph: 0 }',
    mistake:
      'data/ferry/claims/accident.yml:24 claim "no-lifeboats": \'reports\' must be a list. Write it in square brackets, with commas between: reports: [first, second].',
  },
  {
    name: 'claims/inquiry.yml',
    text: '- id: captain-asleep',
    by: '- id: no-lifeboats',
    mistake:
      'data/ferry/claims/inquiry.yml:1 claim "no-lifeboats": There is another claim \'no-lifeboats\' (data/ferry/claims/accident.yml:20). Give one of the two another id; if they are the same claim, put their reports together.',
  },
  {
    name: 'claims/inquiry.yml',
    text: 'conflictsWith: [captain-awake]',
    by: 'conflictsWith: [captain-asleep]',
    mistake:
      'data/ferry/claims/inquiry.yml:5 claim "captain-asleep": The claim lists itself under \'conflictsWith\'. Take its own id out of the list.',
  },
  {
    name: 'claims/inquiry.yml',
    text: 'conflictsWith: [captain-awake]',
    by: 'conflictWith: [captain-awake]',
    mistake:
      "data/ferry/claims/inquiry.yml:5 claim \"captain-asleep\": 'conflictWith' is not a key that is used here. Did you mean 'conflictsWith'?",
  },
  {
    name: 'claims/inquiry.yml',
    text: 'sensitive: health',
    by: 'sensitive: heath',
    mistake:
      "data/ferry/claims/inquiry.yml:6 claim \"captain-asleep\": 'sensitive' must be self-harm, health or identity. Did you mean 'health'? Write one of these.",
  },
  {
    name: 'claims/inquiry.yml',
    text: 'sensitive: health',
    by: 'statement: The captain slept.',
    mistake:
      "data/ferry/claims/inquiry.yml:6: 'statement' is written twice; the first is on line 2. Keep one of the two, or give the second another name.",
  },
  {
    name: 'articles.yml',
    text: 'outlet: The Courier',
    by: 'outlet:',
    mistake:
      'data/ferry/articles.yml:2 article "courier-2024-03-14": \'outlet\' is left blank. Fill it in, or take the line out if it is not needed.',
  },
  {
    name: 'articles.yml',
    text: 'outlet: The Courier',
    by: 'outlet: [The Courier]',
    mistake:
      'data/ferry/articles.yml:2 article "courier-2024-03-14": \'outlet\' must be text. Write one text, in quotes if it has a colon in it.',
  },
  {
    name: 'articles.yml',
    text: 'published: 2024-03-14',
    by: 'published:',
    mistake:
      'data/ferry/articles.yml:5 article "courier-2024-03-14": \'published\' is missing. Write year, month and day, as in 2025-02-19.',
  },
  {
    name: 'articles.yml',
    text: 'published: 2024-03-14',
    by: 'published: 2024',
    mistake:
      'data/ferry/articles.yml:5 article "courier-2024-03-14": \'published\' is not a day of the calendar: 2024. Write year, month and day, as in 2025-02-19.',
  },
  {
    name: 'claims/accident.yml',
    text: 'when: 2024-03-12',
    by: 'when:',
    mistake:
      'data/ferry/claims/accident.yml:8 claim "aboard-line": \'when\' is left blank. Fill it in, or take the line out if it is not needed.',
  },
  {
    name: 'claims/accident.yml',
    text: 'when: 2024-03-12',
    by: 'when: [2024, 2025]',
    mistake:
      'data/ferry/claims/accident.yml:8 claim "aboard-line": \'when\' is not a time that can be read: [2024,2025]. Write a day (2025-02-19), a month (2025-02), a year (2025) or a range of these (2025-02/2025-04).',
  },
];

/** Mistakes after which the file cannot be read on. */
export const unreadable: readonly Spoiling[] = [
  {
    name: 'claims/inquiry.yml',
    text: 'statement: The captain was asleep.',
    by: 'statement: The captain: asleep.',
    mistake:
      'data/ferry/claims/inquiry.yml:2: The file cannot be read from here on. Indent with spaces, as the entries around it are. Put text that has a colon, a quote or a sign such as @ * & ! % in it in double quotes, and write a double quote inside it as \\".',
  },
  {
    name: 'claims/inquiry.yml',
    text: 'statement: The captain was asleep.',
    by: 'statement: "The captain was asleep.',
    mistake:
      'data/ferry/claims/inquiry.yml:3: The file cannot be read from here on. A quote or a bracket opened further up is not closed, or this line is indented too little.',
  },
  {
    name: 'claims/inquiry.yml',
    text: 'statement: The captain was asleep.',
    by: '\tstatement: The captain was asleep.',
    mistake:
      'data/ferry/claims/inquiry.yml:2: The file cannot be read from here on. Indent with spaces, not with tabs.',
  },
  {
    name: 'claims/inquiry.yml',
    text: 'sensitive: health',
    by: ' sensitive: health',
    mistake:
      'data/ferry/claims/inquiry.yml:6: The file cannot be read from here on. Indent with spaces, as the entries around it are. Put text that has a colon, a quote or a sign such as @ * & ! % in it in double quotes, and write a double quote inside it as \\".',
  },
  {
    name: 'claims/inquiry.yml',
    text: 'conflictsWith: [captain-awake]',
    by: 'conflictsWith: [captain-awake',
    mistake:
      'data/ferry/claims/inquiry.yml:6: The file cannot be read from here on. A quote or a bracket opened further up is not closed, or this line is indented too little.',
  },
  {
    name: 'claims/inquiry.yml',
    text: 'conflictsWith: [captain-awake]',
    by: 'conflictsWith: *awake',
    mistake:
      'data/ferry/claims/inquiry.yml:5: The file cannot be read from here on (unidentified alias "awake"). Put text that has a colon, a quote or a sign such as @ * & ! % in it in double quotes, and write a double quote inside it as \\".',
  },
  {
    name: 'claims/inquiry.yml',
    text: 'statement: The captain was asleep.',
    by: 'statement: @captain was asleep.',
    mistake:
      'data/ferry/claims/inquiry.yml:2: The file cannot be read from here on. Indent with spaces, as the entries around it are. Put text that has a colon, a quote or a sign such as @ * & ! % in it in double quotes, and write a double quote inside it as \\".',
  },
  {
    name: 'claims/inquiry.yml',
    text: 'statement: The captain was asleep.',
    by: 'statement: "The \\captain was asleep."',
    mistake:
      'data/ferry/claims/inquiry.yml:2: The file cannot be read from here on. In double quotes a backslash starts a code: write \\\\ for a backslash, or use single quotes.',
  },
  {
    name: 'claims/inquiry.yml',
    text: 'statement: The captain was asleep.',
    by: 'statement: The captain\b was asleep.',
    mistake:
      'data/ferry/claims/inquiry.yml:2: This line has a control character, which cannot be seen. Type the text again instead of pasting it.',
  },
  {
    name: 'claims/inquiry.yml',
    text: 'statement: The captain was asleep.',
    by: 'statement: The capta\uFFFDn was asleep.',
    mistake:
      'data/ferry/claims/inquiry.yml:2: Letters on this line were lost when the file was saved. Save the file as UTF-8 and put the letters back.',
  },
  {
    name: 'claims/inquiry.yml',
    text: '- id: captain-awake',
    by: '---\n- id: captain-awake',
    mistake: 'data/ferry/claims/inquiry.yml:9: A line of three dashes above splits the file in two. Remove that line.',
  },
];
