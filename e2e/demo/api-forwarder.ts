import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { type Refusal, refuse } from './refusals.ts';

/** Who is at the page: as whom they are signed in, and where their browser is. */
export type Visitor = { account: string; address: string };

/** How long the service may take to answer, in milliseconds. */
const patience = 20_000;

/**
 * Forwards a request to the service over its socket, in the visitor's name. Of the browser's own headers none is
 * passed on: who the caller is says the server alone, as on cPanel.
 */
export function forwardTo(apiSocket: string, visitor: Visitor): RequestHandler {
  return (request, response) => {
    const body = bodyOf(request);
    const { name } = request.params;
    const forwarded = httpRequest(
      {
        socketPath: apiSocket,
        method: 'POST',
        path: `/api/${encodeURIComponent(String(name))}`,
        headers: {
          'content-type': 'application/json',
          'content-length': body.length,
          'x-email-firewall-account': visitor.account,
          'x-email-firewall-address': visitor.address,
        },
        agent: false,
        timeout: patience,
      },
      (answer) => passOn(answer, response),
    );
    forwarded.once('timeout', () => forwarded.destroy(new Error('The service does not answer.')));
    forwarded.once('error', () => {
      if (response.headersSent) response.destroy();
      else refuse(response, unavailable);
    });
    response.once('close', () => forwarded.destroy());
    forwarded.end(body);
  };
}

const unavailable: Refusal = {
  code: 'service_unavailable',
  message: 'The Email Firewall service does not answer. Try again in a moment.',
};

function bodyOf(request: Request): Buffer {
  const body: unknown = request.body;
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

function passOn(answer: IncomingMessage, response: Response): void {
  response.status(answer.statusCode ?? 502);
  const type = answer.headers['content-type'];
  if (type !== undefined) response.set('content-type', type);
  answer.once('error', () => response.destroy());
  answer.pipe(response);
}
