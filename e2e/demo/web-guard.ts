import type { Request } from 'express';
import type { Refusal } from './refusals.ts';

const ownNames = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Refuses whoever reaches the page's server by another name (DNS rebinding): a web page of somebody else's, made to
 * point at this machine, would otherwise count as the same origin.
 */
export function refuseHost(request: Request, port: number): Refusal | undefined {
  const hosts = ownNames.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  return hosts.includes(request.get('host') ?? '')
    ? undefined
    : { code: 'forbidden_origin', message: `The page is served as http://127.0.0.1:${port} only.` };
}

/**
 * Refuses what another site's page sends (CSRF). Browsers say where a request comes from; and a form of another site
 * cannot send JSON without asking first.
 */
export function refuseOrigin(request: Request): Refusal | undefined {
  const origin = request.get('origin');
  const site = request.get('sec-fetch-site');
  const isForeign =
    (origin !== undefined && origin !== `http://${request.get('host')}`) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none');
  if (isForeign) return { code: 'forbidden_origin', message: 'Requests from other sites are refused.' };
  return request.is('application/json') === 'application/json'
    ? undefined
    : { code: 'invalid_request', message: 'The request is not JSON. Nothing was changed.' };
}
