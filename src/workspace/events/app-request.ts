/** A request that Slack makes of an app, before it is signed or put on a socket. */
export interface AppRequest {
  readonly kind: 'event' | 'command' | 'interaction' | 'suggestion';
  /** What faults are matched by: an event's type, a command, an interaction's type. */
  readonly type: string;
  readonly channel?: string;
  readonly payload: Record<string, unknown>;
}

/** How an attempt to reach the app went. */
export type Outcome =
  | { readonly ok: true; readonly body: unknown }
  | {
      readonly ok: false;
      readonly reason: 'http_timeout' | 'http_error' | 'connection_failed';
      readonly noRetry?: boolean;
    };

/** Which retry of an event this is. */
export interface Retry {
  readonly num: number;
  readonly reason: string;
}

/** One attempt, as the log keeps it. */
export interface Delivery {
  readonly request: AppRequest;
  readonly retry?: Retry;
  readonly outcome: Outcome;
  /** Milliseconds that the app took. */
  readonly took: number;
  /** Sends the same bytes again, signature and all; over HTTP only. */
  readonly replay?: () => Promise<Outcome>;
}

const forms = new Set<AppRequest['kind']>(['interaction', 'suggestion']);

/** The body of a request over HTTP, with its content type. */
export const encode = (request: AppRequest): { readonly contentType: string; readonly body: string } => {
  if (request.kind === 'event') return { contentType: 'application/json', body: JSON.stringify(request.payload) };
  const fields = forms.has(request.kind)
    ? { payload: JSON.stringify(request.payload) }
    : (request.payload as Record<string, string>);
  return { contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
};
