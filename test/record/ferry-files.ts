import type { SourceFile } from '../../src/record/draft-dossier.ts';

const dossier = `
title: The ferry
topics:
  accident: { title: The accident, command: /accident }
  inquiry: { title: The inquiry, command: /inquiry }
  relatives: { title: The relatives }
measures:
  aboard: { title: people aboard, family: people }
  drowned: { title: people drowned, family: people, unit: people }
vocabulary:
  ferry: [boat, ship]
policy:
  names: Do not name the drowned.
`;

const articles = `
courier-2024-03-14:
  outlet: The Courier
  headline: Ferry aground
  url: https://courier.example/ferry
  published: 2024-03-14
  copies: [{ outlet: Mirror, url: https://mirror.example/1 }, { outlet: Gazette, published: 2024-03-15 }]
review-2024:
  outlet: The Review
  headline: "The grounding: what is known"
  published: { undated: true, notBefore: 2024-03-15, notAfter: 2024-06-30, basis: cites the Courier }
  chain: [Courier, AFP]
`;

const people = `
line: { name: The Line, kind: body, role: owner of the ferry, aliases: [the company, Vik-Line] }
port: { name: Port of Vik, kind: body }
moe: { name: Kari Moe, kind: person, aliases: [the captain] }
`;

const accident = `
- id: aboard-line
  statement: The Line puts those aboard at some 140.
  topic: accident
  key: true
  people: [line]
  figure: { measure: aboard, value: 140, qualifier: some }
  saidBy: [line]
  when: 2024-03-12
  reports:
    - { article: courier-2024-03-14, paragraph: 2, quote: some 140 souls }
    - { article: review-2024, paragraph: 4 }
- id: aboard-port
  statement: The port counted between 151 and 155 people aboard.
  topic: accident
  figure: { measure: aboard, from: 151, to: 155 }
  saidBy: [port]
  when: 2024-03/2024
  supersedes: [aboard-line]
  reports: [{ article: review-2024, paragraph: 6, via: [] }]
- id: no-lifeboats
  statement: Two lifeboats were missing.
  topic: accident
  when: 2024
  reports: [{ article: courier-2024-03-14, paragraph: 0 }]
`;

const inquiry = `
- id: captain-asleep
  statement: The captain was asleep.
  topic: inquiry
  people: [moe]
  conflictsWith: [captain-awake]
  sensitive: health
  reports: [{ article: review-2024, paragraph: 9, via: [The Courier] }]
- id: captain-awake
  statement: >
    The captain was
    awake.
  topic: inquiry
  saidBy: [moe]
  reports: [{ article: review-2024, paragraph: 10 }]
`;

/** A dossier in the keys of the data folder, each at least once, without a mistake. */
export const ferryFiles: readonly SourceFile[] = [
  { name: 'dossier.yml', text: dossier.slice(1) },
  { name: 'articles.yml', text: articles.slice(1) },
  { name: 'people.yml', text: people.slice(1) },
  { name: 'claims/accident.yml', text: accident.slice(1) },
  { name: 'claims/inquiry.yml', text: inquiry.slice(1) },
];

/** Those files with one piece of text, which must be there, replaced. */
export function spoil(files: readonly SourceFile[], name: string, text: string, by: string): readonly SourceFile[] {
  const file = files.find((file) => file.name === name);
  if (!file?.text.includes(text)) throw new Error(`There is no "${text}" in ${name}.`);
  return files.map((file) => (file.name === name ? { name, text: file.text.replace(text, () => by) } : file));
}
