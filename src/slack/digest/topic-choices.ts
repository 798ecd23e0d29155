import { createHash } from 'node:crypto';
import type { TopicRef } from '../../digest/edition.ts';
import type { Dossier } from '../../record/dossier.ts';

/** A topic as people choose it. */
export interface TopicChoice extends TopicRef {
  readonly title: string;
}

/** The topics of a record, by dossier. */
export function topicChoices(
  record: readonly Dossier[],
): readonly { readonly title: string; readonly topics: readonly TopicChoice[] }[] {
  return record.map(({ slug, title, topics }) => ({
    title,
    topics: [...topics.values()].map((topic) => ({ dossier: slug, topic: topic.id, title: topic.title })),
  }));
}

const VALUE_LENGTH = 32;

/** A topic as an option's value, which Slack takes no longer than 75 characters of. */
export function topicValue({ dossier, topic }: TopicRef): string {
  return createHash('sha256')
    .update(JSON.stringify([dossier, topic]))
    .digest('hex')
    .slice(0, VALUE_LENGTH);
}
