import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ActContext } from '../acts/context.ts';
import { readBody } from '../api/arguments.ts';
import type { WorkspaceOptions } from '../options.ts';
import type { PageBundle } from './bundle-page.ts';
import { fromOwnPage, pageHeaders } from './guards.ts';
import { carryOut, pageAct } from './page-acts.ts';
import { snapshotFor } from './snapshot.ts';

/** What serving the page needs. */
export interface PageContext {
  readonly acts: ActContext;
  readonly options: Pick<WorkspaceOptions, 'commands' | 'shortcuts' | 'examples' | 'appName'>;
  /** Under way, or done. */
  readonly bundle: Promise<PageBundle>;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const html = (appName: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(appName)} in a local newsroom</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
</head>
<body><div id="root"></div></body>
</html>
`;

/** Sends a person's snapshot now and after every change, at most one in 16 ms. */
const stream = ({ acts, options }: PageContext, user: string, request: IncomingMessage, response: ServerResponse) => {
  const first = snapshotFor(acts, options, user);
  response.writeHead(200, { ...pageHeaders, 'content-type': 'text/event-stream' });
  response.write(`data: ${JSON.stringify(first)}\n\n`);
  let waiting: NodeJS.Timeout | undefined;
  const stop = acts.state.room.watch(() => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      response.write(`data: ${JSON.stringify(snapshotFor(acts, options, user))}\n\n`);
    }, 16);
  });
  request.on('close', () => {
    clearTimeout(waiting);
    stop();
  });
};

const act = async ({ acts }: PageContext, request: IncomingMessage, response: ServerResponse) => {
  const json = request.headers['content-type'] === 'application/json';
  if (!fromOwnPage(request) || !json) {
    response.writeHead(403).end();
    return;
  }
  const parsed = pageAct.safeParse(JSON.parse(await readBody(request)));
  const headers = { ...pageHeaders, 'content-type': 'application/json' };
  if (!parsed.success) {
    response.writeHead(400, headers).end(JSON.stringify({ error: parsed.error.message }));
    return;
  }
  const outcome = await carryOut(acts, parsed.data);
  response.writeHead(200, headers).end(JSON.stringify(outcome ?? null));
};

/** Serves the page and what it asks for. False when the path is none of it. */
export const servePage = async (
  context: PageContext,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> => {
  const send = (type: string, body: string) => {
    response.writeHead(200, { ...pageHeaders, 'content-type': `${type}; charset=utf-8` }).end(body);
    return true;
  };
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /':
      return send('text/html', html(context.options.appName));
    case 'GET /page.js':
      return send('text/javascript', (await context.bundle).script);
    case 'GET /page.css':
      return send('text/css', (await context.bundle).style);
    case 'GET /page/stream':
      stream(context, url.searchParams.get('user') ?? '', request, response);
      return true;
    case 'POST /page/act':
      await act(context, request, response);
      return true;
    default:
      return false;
  }
};
