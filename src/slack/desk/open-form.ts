import { filledClaimOf } from '../../desk/claim-value.ts';
import { EMPTY_ARTICLE, EMPTY_CLAIM, EMPTY_REPORT, type FilledReport, LONGEST } from '../../desk/filled-form.ts';
import { claimIn, type Proposal } from '../../desk/proposals.ts';
import { proposedClaim } from '../../desk/proposed-claim.ts';
import { knownArticle } from '../../desk/read-report.ts';
import type { Article, Dossier } from '../../record/dossier.ts';
import type { ClaimForm } from '../blocks/claim-modal.ts';
import { clip } from '../blocks/elements.ts';

/** What a form for a new claim starts with. */
export interface FormStart {
  /** The dossier's slug; the first dossier where there is none of it. */
  readonly dossier?: string | undefined;
  readonly statement?: string;
  /** The address of the article. */
  readonly url?: string | undefined;
  readonly lead?: string;
}

/** The form for a new claim; undefined where there is no dossier to file to. */
export function newClaimForm(start: FormStart, dossiers: readonly Dossier[]): ClaimForm | undefined {
  // A claim has a topic: where a dossier has none, there is nothing to file under.
  const open = dossiers.filter(({ topics }) => topics.size > 0);
  const dossier = open.find(({ slug }) => slug === start.dossier) ?? open[0];
  if (dossier === undefined) return undefined;
  const { statement = '', url, lead } = start;
  return {
    dossier,
    dossiers: open,
    claim: { ...EMPTY_CLAIM, statement: clip(statement, LONGEST.statement) },
    report: url === undefined ? EMPTY_REPORT : reportAt(url, dossier),
    ...(lead === undefined ? {} : { lead }),
  };
}

/** The form with which a proposal is changed, as it stands; undefined where it is not there any more. */
export function revisionForm(
  { id, dossier: slug, last, addsReport }: Proposal,
  dossiers: readonly Dossier[],
  mayApprove: boolean,
): ClaimForm | undefined {
  const dossier = dossiers.find((one) => one.slug === slug);
  if (dossier === undefined) return undefined;
  const { people, articles } = proposedClaim(last.things, dossier);
  const value = claimIn(last.things);
  const [report] = value?.reports ?? [];
  if (value === undefined || report === undefined) return undefined;
  const added = articles.find((article) => article.slug === report.article);
  const adds = addsReport ? dossier.claims.get(value.id) : undefined;
  return {
    dossier,
    dossiers,
    claim: filledClaimOf(value, people),
    report: {
      article: added ? '' : report.article,
      ...(added ? { newArticle: filledArticle(added) } : {}),
      paragraph: String(report.paragraph),
      quote: report.quote ?? '',
    },
    ...(adds ? { adds } : {}),
    revises: { proposal: id, version: last.seq, mayApprove },
  };
}

function reportAt(url: string, dossier: Dossier): FilledReport {
  const article = { ...EMPTY_ARTICLE, url: url.length > LONGEST.url ? '' : url };
  const known = knownArticle(dossier, {
    outlet: '',
    headline: '',
    url,
    published: { kind: 'undated' },
    chain: [],
    copies: [],
  });
  return known ? { ...EMPTY_REPORT, article: known.slug } : { ...EMPTY_REPORT, newArticle: article };
}

function filledArticle({ outlet, headline, url = '', published, chain }: Article) {
  const { notBefore = '', notAfter = '', basis = '' } = published.kind === 'undated' ? published : {};
  return {
    outlet,
    headline,
    url,
    published: published.kind === 'dated' ? published.date : '',
    notBefore,
    notAfter,
    basis,
    chain: chain.join(', '),
  };
}
