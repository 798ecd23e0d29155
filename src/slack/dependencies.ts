import type { WebClient } from '@slack/web-api';
import type { Asker } from '../ask/asker.ts';
import type { Checker } from '../check/checker.ts';
import type { LiveRecord } from '../record/live-record.ts';
import type { Store } from '../store/store.ts';
import type { Delivery } from './delivery.ts';
import type { EditorsDesk } from './desk/editors-desk.ts';
import type { Digests } from './digest/digests.ts';
import type { Home } from './home/home.ts';
import type { Intake } from './intake/intake.ts';
import type { ThreadMemory } from './thread-memory.ts';
import type { Work } from './work.ts';

/** What listeners are given; each takes the few it needs. */
export interface Dependencies {
  /** For reading from Slack; what is sent goes through `delivery`. */
  readonly client: WebClient;
  /** As it stands now: to be read when it is used, never kept. */
  readonly record: LiveRecord;
  readonly asker: Asker;
  readonly checker: Pick<Checker, 'check'>;
  readonly delivery: Delivery;
  /** For what has to be done once, and be done even if this process dies. */
  readonly intake: Intake;
  readonly digests: Digests;
  readonly desk: EditorsDesk;
  readonly home: Home;
  readonly store: Pick<Store, 'ledger' | 'subscriptions' | 'deliveries' | 'postings'>;
  readonly threads: ThreadMemory;
  readonly work: Work;
  /** The present as an ISO instant. */
  readonly now: () => string;
}
