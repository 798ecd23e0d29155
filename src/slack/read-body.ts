import type { IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';

/** The bytes of a request, or why there are none to work with. */
export type ReadBytes =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  /** The sender went away. */
  | { readonly kind: 'cut-off' };

/** What Slack put into a body: fields by their names. */
export type Fields = Record<string, unknown>;

const FORM = 'application/x-www-form-urlencoded';

/** Reads a request's body, of at most so many bytes. */
export function readBytes(request: IncomingMessage, limit: number): Promise<ReadBytes> {
  return new Promise((resolve) => {
    if (Number(request.headers['content-length']) > limit) return resolve({ kind: 'too-large' });
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) resolve({ kind: 'too-large' });
      else chunks.push(chunk);
    });
    request.on('end', () => {
      const [first, ...rest] = chunks;
      resolve({ kind: 'bytes', bytes: first && rest.length === 0 ? first : Buffer.concat(chunks) });
    });
    request.on('close', () => resolve({ kind: 'cut-off' }));
    request.on('error', () => resolve({ kind: 'cut-off' }));
  });
}

/** Whether a body is a form by its content type; parameters such as a charset do not matter. */
export function isForm(contentType: string | undefined): boolean {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === FORM;
}

/** The fields of a form. Of a name that comes twice, the value is a list. */
export function readForm(bytes: Buffer): Fields {
  return parse(bytes.toString());
}

/** What a form or JSON says: the `payload` of a form that has one. Nothing when it is neither. */
export function readFields(bytes: Buffer, form: Fields | undefined): Fields | undefined {
  if (form && typeof form.payload !== 'string') return form;
  try {
    const said: unknown = JSON.parse(form ? (form.payload as string) : bytes.toString());
    return typeof said === 'object' && said !== null && !Array.isArray(said) ? (said as Fields) : undefined;
  } catch {
    return undefined;
  }
}
