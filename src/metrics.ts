import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What Dateline counts. */
export interface Metrics {
  /** Seconds from a request's arrival to its acknowledgement, by kind: event, command or interaction. */
  readonly acknowledgements: Histogram<'kind'>;
  readonly answers: Counter;
  readonly declines: Counter;
  /** Messages by what became of them: posted, found (posted by an earlier attempt), refused, undecided. */
  readonly deliveries: Counter<'outcome'>;
  /** Calls to Slack that were repeated, by why. */
  readonly retries: Counter<'why'>;
  /** Events that had been accepted before. */
  readonly duplicates: Counter;
  /** Seconds from when an edition was due to when it was posted. */
  readonly lateness: Histogram;
  /** What corrections did: messages edited, notices to threads, direct messages, places that could not be reached. */
  readonly corrections: Counter<'what'>;
  /** Claims that can be found. */
  readonly indexed: Gauge;
  /** All of it in Prometheus's text format, with what Node says of the process. */
  text(): Promise<string>;
}

const ACKNOWLEDGED_WITHIN_S = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3];
const LATE_BY_S = [5, 30, 60, 300, 1800, 3600, 21_600, 86_400];

/** Metrics of one app, all at zero. */
export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  const named = (name: string, help: string) => ({ name: `dateline_${name}`, help, registers });
  return {
    acknowledgements: new Histogram({
      ...named('acknowledgement_seconds', 'From the arrival of a request of Slack to its acknowledgement'),
      labelNames: ['kind'],
      buckets: ACKNOWLEDGED_WITHIN_S,
    }),
    answers: new Counter(named('answers_total', 'Questions that the record answered')),
    declines: new Counter(named('declines_total', 'Questions that the record does not answer')),
    deliveries: new Counter({
      ...named('deliveries_total', 'Messages, by what became of them'),
      labelNames: ['outcome'],
    }),
    retries: new Counter({ ...named('retries_total', 'Calls to Slack that were repeated'), labelNames: ['why'] }),
    duplicates: new Counter(named('duplicates_dropped_total', 'Events that had been accepted before')),
    lateness: new Histogram({
      ...named('edition_lateness_seconds', 'From when an edition was due to when it was posted'),
      buckets: LATE_BY_S,
    }),
    corrections: new Counter({
      ...named('corrections_total', 'What corrections did: edited, notice, direct, failed'),
      labelNames: ['what'],
    }),
    indexed: new Gauge(named('index_claims', 'Claims that can be found')),
    async text() {
      return (await registry.metrics()) + (await processMetrics().metrics());
    },
  };
}

let ofProcess: Registry | undefined;

/** Node's own metrics, collected once a process and only when asked for. */
function processMetrics(): Registry {
  if (!ofProcess) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}
