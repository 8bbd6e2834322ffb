import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import type { Answer, Decider, LoginRequest } from './decider.ts';

/** A login of 400 bytes, every byte escaped, and an address fit many times over. */
const maxBody = 8192;

/** A client that is this slow is no hook of ours; in milliseconds. */
const requestTimeout = 5000;

/**
 * Serves the question that Dovecot's hook asks: `POST /decide` with the form fields `login`, `address` and `service`.
 * Answers 204 to pass, 403 with the text to refuse, 503 for a temporary failure of this mailbox; anything else means
 * that the question was not understood, which the hook takes for a fault.
 */
export function createDecisionServer(decider: Decider, log: Log): Server {
  const server = createServer((request, response) => {
    handle(request, response, decider).catch((error: unknown) => {
      log('error', 'A question on the decision socket could not be answered.', { fault: String(error) });
      if (!response.headersSent) response.writeHead(500, { connection: 'close' });
      response.end();
    });
  });
  server.requestTimeout = requestTimeout;
  return server;
}

async function handle(request: IncomingMessage, response: ServerResponse, decider: Decider): Promise<void> {
  if (request.method !== 'POST' || request.url !== '/decide') {
    response.writeHead(404).end();
    return;
  }
  const body = await readBody(request);
  const login = body === undefined ? undefined : readLogin(body);
  if (login) send(response, decider.answer(login));
  else response.writeHead(400, { connection: 'close' }).end();
}

function send(response: ServerResponse, answer: Answer): void {
  switch (answer.kind) {
    case 'pass':
      response.writeHead(204).end();
      break;
    case 'refuse':
      response
        .writeHead(403, { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(answer.reason) })
        .end(answer.reason);
      break;
    case 'fault':
      response.writeHead(503).end();
      break;
  }
}

function readLogin(body: string): LoginRequest | undefined {
  const fields = new URLSearchParams(body);
  const login = fields.get('login');
  const address = fields.get('address');
  const service = fields.get('service');
  return login === null || address === null || service === null ? undefined : { login, address, service };
}

/** The body, or undefined where it is longer than any question. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('latin1');
}
