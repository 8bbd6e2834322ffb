import { readFile } from 'node:fs/promises';
import { type Dispatcher, EnvHttpProxyAgent, fetch, type Response } from 'undici';
import type { Source } from './source.ts';

/** What a server said of a file, by which it tells next time whether there is a newer one. */
export type Version = { etag?: string | undefined; lastModified?: string | undefined };

export type Download = { kind: 'unchanged' } | { kind: 'fetched'; bytes: Buffer; version: Version };

const defaultMaxBytes = 256 * 1024 * 1024;
const defaultTimeout = 300;

/** A server that sends nothing for so long is given up, in milliseconds. */
const maxSilence = 30_000;

/** @param proxy used where the environment (https_proxy, no_proxy, …) names none */
export function createDispatcher(proxy: string | undefined, silence: number = maxSilence): Dispatcher {
  const {
    http_proxy: http,
    HTTP_PROXY: upperHttp,
    https_proxy: https,
    HTTPS_PROXY: upperHttps,
  } = process.env;
  const httpProxy = http ?? upperHttp ?? proxy;
  const httpsProxy = https ?? upperHttps ?? proxy;
  return new EnvHttpProxyAgent({
    headersTimeout: silence,
    bodyTimeout: silence,
    ...(httpProxy && { httpProxy }),
    ...(httpsProxy && { httpsProxy }),
  });
}

/** The bounds of one transfer. */
export function limitsOf({ maxBytes = defaultMaxBytes, timeoutSeconds = defaultTimeout }: Source) {
  return { maxBytes, timeout: timeoutSeconds * 1000 };
}

type Options = {
  dispatcher: Dispatcher;
  /** Of the file that is there already. */
  known: Version;
  now: Date;
  /** Told how many bytes have come, of how many where the server says. */
  onProgress: (received: number, total: number | undefined) => void;
};

/**
 * Fetches what a source offers, unless it is what is there already.
 *
 * @throws a sentence that says what went wrong, and never holds a password
 */
export async function download(
  source: Source,
  { dispatcher, known, now, onProgress }: Options,
): Promise<Download> {
  const { maxBytes, timeout } = limitsOf(source);
  const init = {
    dispatcher,
    signal: AbortSignal.timeout(timeout),
    // Followed to another origin, a redirect leaves the password behind (Fetch standard, "HTTP-redirect fetch").
    redirect: 'follow',
    headers: {
      'user-agent': 'email-firewall',
      ...(known.etag && { 'if-none-match': known.etag }),
      ...(known.lastModified && { 'if-modified-since': known.lastModified }),
      ...(await authorize(source)),
    },
  } as const;
  try {
    let response: Response | undefined;
    for (const url of urlsOf(source.url, now)) {
      await response?.body?.cancel();
      response = await fetch(url, init);
      if (response.status !== 404) break;
    }
    if (response?.status === 304) return { kind: 'unchanged' };
    if (!response?.ok)
      throw new Error(`The server answered ${response?.status} ${response?.statusText}.`.replace(' .', '.'));
    const bytes = await readBody(response, maxBytes, onProgress);
    const version = {
      etag: response.headers.get('etag') ?? undefined,
      lastModified: response.headers.get('last-modified') ?? undefined,
    };
    return { kind: 'fetched', bytes, version };
  } catch (error) {
    throw new Error(sentenceOf(error, timeout), { cause: error });
  }
}

async function authorize({ login }: Source): Promise<{ authorization?: string }> {
  if (!login) return {};
  const password = await readFile(login.passwordFile, 'utf8').catch((cause: unknown) => {
    throw new Error(`The password file ${login.passwordFile} cannot be read.`, { cause });
  });
  return { authorization: `Basic ${Buffer.from(`${login.user}:${password.trim()}`).toString('base64')}` };
}

/** This month's address and, for sources that come out within the month, the one of the month before. */
function urlsOf(url: string, now: Date): string[] {
  const placeholder = '{YYYY-MM}';
  if (!url.includes(placeholder)) return [url];
  const months = [0, -1].map(
    (offset) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1)),
  );
  return months.map((month) => url.replaceAll(placeholder, month.toISOString().slice(0, 7)));
}

async function readBody(
  response: Response,
  maxBytes: number,
  onProgress: Options['onProgress'],
): Promise<Buffer> {
  const length = Number(response.headers.get('content-length'));
  const chunks: Uint8Array[] = [];
  let received = 0;
  for await (const chunk of response.body ?? []) {
    if (!(chunk instanceof Uint8Array)) continue;
    received += chunk.length;
    if (received > maxBytes) throw new Error(`The file is larger than ${maxBytes} bytes (maxBytes).`);
    chunks.push(chunk);
    onProgress(received, length || undefined);
  }
  return Buffer.concat(chunks);
}

function sentenceOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `It took longer than ${timeout / 1000} s (timeoutSeconds).`;
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
  if (code === 'UND_ERR_BODY_TIMEOUT' || code === 'UND_ERR_HEADERS_TIMEOUT')
    return 'The server stopped sending.';
  return `The transfer failed (${code}).`;
}
