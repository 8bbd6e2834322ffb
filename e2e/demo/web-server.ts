import { join } from 'node:path';
import express, { type Express } from 'express';
import type { Visitor } from './api-forwarder.ts';
import { apiRoutes } from './api-routes.ts';
import { listen, type WebServer } from './listen.ts';
import { answerError, refuse } from './refusals.ts';
import { refuseHost } from './web-guard.ts';

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
 * Starts the stand-in for cPanel's web server: it serves the built page, and forwards what that asks to the service.
 *
 * @param port 0 takes a free one
 * @param visitor whom it takes everyone to be
 */
export function startWebServer(
  pageFolder: string,
  apiSocket: string,
  visitor: Visitor,
  port: number,
): Promise<WebServer> {
  return listen(port, (actualPort) => createApp(pageFolder, apiSocket, visitor, actualPort));
}

function createApp(pageFolder: string, apiSocket: string, visitor: Visitor, port: number): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    response.set(securityHeaders);
    const refusal = refuseHost(request, port);
    if (refusal) refuse(response, refusal);
    else next();
  });
  app.use('/api', apiRoutes(apiSocket, visitor));
  app.use('/assets', express.static(join(pageFolder, 'assets'), { immutable: true, maxAge: '1y' }));
  app.use(express.static(pageFolder, { cacheControl: false, setHeaders: neverCache }));
  app.use((_request, response) => {
    response.status(404).type('text').send('There is nothing here.\n');
  });
  app.use(answerError);
  return app;
}

function neverCache(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('cache-control', 'no-cache');
}
