import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseArguments, readBody } from '../api/arguments.ts';
import { type ApiContext, callMethod, type Reply } from '../api/call-method.ts';
import { callResponseUrl } from '../api/response-url.ts';
import { fromAnyPage } from './guards.ts';

const send = (request: IncomingMessage, response: ServerResponse, reply: Reply, scopes: readonly string[]) => {
  // A hanging answer is left to the client to give up on; closing the workspace ends it.
  if (reply.kind === 'hang') return;
  if (reply.kind === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-oauth-scopes': scopes.join(','),
    ...reply.headers,
  };
  response.writeHead(reply.status, headers).end(JSON.stringify(reply.body));
};

/** Answers what apps ask for: `/api/...` and `/hooks/...`. False when the path is neither. */
export const serveApi = async (
  context: ApiContext,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<boolean> => {
  const method = /^\/api\/([\w.]+)$/.exec(path)?.[1];
  if (!method && !path.startsWith('/hooks/')) return false;
  if (request.method !== 'POST' || fromAnyPage(request)) {
    response.writeHead(request.method === 'POST' ? 403 : 405).end();
    return true;
  }
  const args = parseArguments(request.headers['content-type'] ?? '', await readBody(request));
  const reply = method
    ? callMethod(context, method, request.headers.authorization, args)
    : callResponseUrl(context, path, args);
  send(request, response, reply, context.options.scopes);
  return true;
};
