import { articleSchema } from '../record/data-folder-schema.ts';
import type { Article, Dossier } from '../record/dossier.ts';
import { foldName } from '../record/fold-name.ts';
import type { ClaimValue, Thing } from '../record/ledger-values.ts';
import { type FilledArticle, type FilledReport, type FormField, type FormMistakes, LONGEST } from './filled-form.ts';
import { hasMistakes, issuesByField, textMistakes } from './form-issues.ts';
import { makeId } from './make-id.ts';
import { FORM_WORDS } from './words.ts';

/** A report as the ledger takes it, and an article. */
export type ReportValue = ClaimValue['reports'][number];
export type ArticleThing = Extract<Thing, { subject: 'article' }>;

/** The report with its article where that is not on record yet, or what is wrong, by field. */
export type ReportReading =
  | { readonly kind: 'read'; readonly report: ReportValue; readonly article?: ArticleThing }
  | { readonly kind: 'mistakes'; readonly mistakes: FormMistakes };

const LONGEST_QUOTE = 12;

/**
 * Reads where a claim was published, by the rules of the data folder. `saidBy` is who says so: a quotation needs somebody.
 * An article typed in that is on record after all is taken for that one.
 */
export function readReport(filled: FilledReport, saidBy: readonly unknown[], dossier: Dossier): ReportReading {
  const paragraph = filled.paragraph.trim();
  const quote = filled.quote.replace(/\s+/g, ' ').trim();
  const article = filled.newArticle ? readArticle(filled.newArticle, dossier) : chosenArticle(filled.article, dossier);
  const mistakes = {
    ...(article.kind === 'mistakes' ? article.mistakes : {}),
    ...paragraphMistake(paragraph),
    ...(quote === '' ? {} : quoteMistake(quote, saidBy)),
    ...textMistakes({ quote: filled.quote }, LONGEST),
  };
  if (article.kind === 'mistakes' || hasMistakes(mistakes)) return { kind: 'mistakes', mistakes };
  const { found, added } = article;
  return {
    kind: 'read',
    report: {
      article: found.slug,
      paragraph: Number(paragraph),
      via: found.chain,
      ...(quote === '' ? {} : { quote }),
    },
    ...(added ? { article: { subject: 'article', value: found } } : {}),
  };
}

type ArticleReading =
  | { readonly kind: 'read'; readonly found: Article; readonly added: boolean }
  | { readonly kind: 'mistakes'; readonly mistakes: FormMistakes };

function chosenArticle(slug: string, dossier: Dossier): ArticleReading {
  const found = dossier.articles.get(slug);
  if (found) return { kind: 'read', found, added: false };
  const { missing, noSuch } = FORM_WORDS;
  return { kind: 'mistakes', mistakes: { article: slug === '' ? missing.article : noSuch.article } };
}

function readArticle(filled: FilledArticle, dossier: Dossier): ArticleReading {
  const { outlet, headline, url, published, notBefore, notAfter, basis, chain } = filled;
  const bounds = given({ notBefore, notAfter, basis });
  const entry = {
    outlet,
    headline,
    ...given({ url }),
    published: published === '' ? { undated: true, ...bounds } : published,
    chain: chain
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  };
  const parsed = articleSchema.safeParse(entry, { reportInput: true });
  const mistakes = {
    ...(parsed.success ? {} : issuesByField(parsed.error.issues, (path) => fieldAt(path, filled))),
    ...textMistakes({ outlet, headline, url, basis, chain }, LONGEST),
    ...ownMistakes(filled),
  };
  if (!parsed.success || hasMistakes(mistakes)) return { kind: 'mistakes', mistakes };
  const known = knownArticle(dossier, parsed.data);
  if (known) return { kind: 'read', found: known, added: false };
  const slug = articleSlug(parsed.data, new Set(dossier.articles.keys()));
  return { kind: 'read', found: { slug, ...parsed.data }, added: true };
}

function given(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
}

/** What the article's id is made of: `upi-2025-02-19`, `militarnyi-2025`. */
export function articleSlug({ outlet, published }: Omit<Article, 'slug'>, taken: ReadonlySet<string>): string {
  const day = published.kind === 'dated' ? published.date : (published.notBefore ?? published.notAfter)?.slice(0, 4);
  return makeId(`${outlet} ${day ?? ''}`, 'article', taken);
}

/** The article on record that this one is: of the same address, or of the same outlet, headline and day. */
export function knownArticle(dossier: Dossier, article: Omit<Article, 'slug'>): Article | undefined {
  const address = addressOf(article.url);
  return [...dossier.articles.values()].find((known) => {
    if (address !== undefined && addressOf(known.url) === address) return true;
    const isSame = (one: string, other: string) => foldName(one) === foldName(other);
    return (
      isSame(known.outlet, article.outlet) &&
      isSame(known.headline, article.headline) &&
      JSON.stringify(known.published) === JSON.stringify(article.published)
    );
  });
}

/** An address without what does not tell articles apart: the protocol, "www.", a slash at the end, tracking. */
function addressOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { hostname, pathname, searchParams } = new URL(url);
  for (const name of [...searchParams.keys()]) if (/^(utm_|fbclid$|gclid$)/.test(name)) searchParams.delete(name);
  const query = searchParams.toString();
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${query && `?${query}`}`;
}

function ownMistakes({ outlet, headline, url, published, notBefore, notAfter, basis }: FilledArticle): FormMistakes {
  const { missing, mend } = FORM_WORDS;
  const mistakes: { [field in FormField]?: string } = {};
  if (outlet.trim() === '') mistakes.outlet = missing.outlet;
  if (headline.trim() === '') mistakes.headline = missing.headline;
  if (url.trim() !== '' && !(/^https?:\/\/[^\s<>|"]+$/i.test(url.trim()) && URL.canParse(url.trim())))
    mistakes.url = `${FORM_WORDS.badUrl} ${mend.url}`;
  if (published !== '') {
    if (notBefore !== '') mistakes.notBefore = FORM_WORDS.datedAndBounded;
    if (notAfter !== '') mistakes.notAfter = FORM_WORDS.datedAndBounded;
    return mistakes;
  }
  if (notBefore === '' && notAfter === '') mistakes.published = missing.published;
  else if (basis.trim() === '') mistakes.basis = `${FORM_WORDS.noBasis} ${mend.basis}`;
  if (notBefore !== '' && notAfter !== '' && notAfter < notBefore) mistakes.notAfter = FORM_WORDS.boundsBackwards;
  return mistakes;
}

function fieldAt([key, inner]: readonly PropertyKey[], { published, basis }: FilledArticle): FormField {
  if (key === 'outlet' || key === 'headline' || key === 'url' || key === 'chain') return key;
  if (inner === 'notBefore' || inner === 'notAfter' || inner === 'basis') return inner;
  if (published !== '') return 'published';
  // What is wrong with the bounds as a whole.
  return basis.trim() === '' ? 'basis' : 'notAfter';
}

function paragraphMistake(paragraph: string): FormMistakes {
  if (paragraph === '') return { paragraph: FORM_WORDS.missing.paragraph };
  if (/^\d{1,6}$/.test(paragraph)) return {};
  return { paragraph: `${FORM_WORDS.badParagraph} ${FORM_WORDS.mend.paragraph}` };
}

function quoteMistake(quote: string, saidBy: readonly unknown[]): FormMistakes {
  if (saidBy.length === 0) return { quote: FORM_WORDS.quoteOfNobody };
  const { length } = quote.split(' ');
  return length > LONGEST_QUOTE ? { quote: `${FORM_WORDS.longQuote(length)} ${FORM_WORDS.mend.quote}` } : {};
}
