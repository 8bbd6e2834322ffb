import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { errorStatus } from '@email-firewall/contract';
import express, { type ErrorRequestHandler, type Express, type Response } from 'express';
import { forwardTo } from './api-forwarder.ts';
import { loopback, portFailure } from './ports.ts';
import { type Refusal, refuseHost, refuseOrigin } from './web-guard.ts';

/** The stand-in for cPanel's web server. */
export type WebServer = { port: number; stop(): Promise<void> };

/** As much as the service takes. */
const maxBody = '4mb';

// Styles may stand in the page itself: its frame stands in for cPanel's, which has some there.
const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
];

const securityHeaders = {
  'content-security-policy': contentSecurityPolicy.join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/**
 * Serves the built page, and forwards what it asks to the service.
 *
 * @param port 0 takes a free one
 * @param account as whom every visitor is signed in
 */
export async function startWebServer(
  pageFolder: string,
  apiSocket: string,
  account: string,
  port: number,
): Promise<WebServer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portFailure(port, '--port', error)));
    server.listen(port, loopback, resolve);
  });
  const address = server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  server.on('request', createApp(pageFolder, apiSocket, account, actualPort));
  return {
    port: actualPort,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function createApp(pageFolder: string, apiSocket: string, account: string, port: number): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    response.set(securityHeaders);
    const refusal = refuseHost(request, port);
    if (refusal) refuse(response, refusal);
    else next();
  });
  app.use('/api', (request, response, next) => {
    response.set('cache-control', 'no-store');
    const refusal = request.method === 'POST' ? refuseOrigin(request) : unknownFunction;
    if (refusal) refuse(response, refusal);
    else next();
  });
  app.post(
    '/api/:name',
    express.raw({ type: 'application/json', limit: maxBody, inflate: false }),
    forwardTo(apiSocket, account, refuse),
  );
  app.use('/assets', express.static(join(pageFolder, 'assets'), { immutable: true, maxAge: '1y' }));
  app.use(express.static(pageFolder, { cacheControl: false, setHeaders: neverCache }));
  app.use((request, response) => {
    if (request.path.startsWith('/api/')) refuse(response, unknownFunction);
    else response.status(404).type('text').send('There is nothing here.\n');
  });
  app.use(answerError);
  return app;
}

const unknownFunction: Refusal = {
  code: 'unknown_function',
  message: 'There is nothing here. Functions are called by POST /api/<name>.',
};

function neverCache(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('cache-control', 'no-cache');
}

function refuse(response: Response, { code, message }: Refusal): void {
  response.status(errorStatus[code]).json({ error: { id: randomUUID(), code, message } });
}

/** Errors of Express's own: a body that is too large, cut short or compressed, a path that cannot be read. */
const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (status === errorStatus.too_large) {
    refuse(response, { code: 'too_large', message: 'The request is too large. Nothing was changed.' });
  } else if (typeof status === 'number' && status < 500) {
    refuse(response, {
      code: 'invalid_request',
      message: 'The request cannot be read. Nothing was changed.',
    });
  } else {
    refuse(response, { code: 'internal', message: 'Something went wrong on the server.' });
  }
};
