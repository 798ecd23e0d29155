import type { IncomingMessage } from 'node:http';

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Whether a request names this machine: a rebound DNS name does not. */
export const namesLoopback = (request: IncomingMessage): boolean => loopback.test(request.headers.host ?? '');

/** Whether a browser's request comes from the workspace's own page. */
export const fromOwnPage = (request: IncomingMessage): boolean => {
  const { origin, host } = request.headers;
  return origin === `http://${host}` && (request.headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin';
};

/** Whether a request was made by a page at all: apps send no Origin, browsers always do on POST. */
export const fromAnyPage = (request: IncomingMessage): boolean => request.headers.origin !== undefined;

/** Headers of every answer to a browser. */
export const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;
