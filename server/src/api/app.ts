import { randomUUID } from 'node:crypto';
import {
  type ApiName,
  apiFunctions,
  formatAddress,
  isApiName,
  parse,
  parseAddress,
} from '@email-firewall/contract';
import express, { type ErrorRequestHandler, type Express, type Request } from 'express';
import type { Log } from '../log.ts';
import type { AccountDirectory } from '../storage/index.ts';
import { ApiFailure } from './failure.ts';
import { type ApiParts, type Caller, createFunctions } from './functions.ts';

/** The account for whom a request is made. Set by cPanel's privileged side, which alone can reach the socket. */
const accountHeader = 'x-email-firewall-account';

/** Where that person's browser is, if it is known. Set by the same side. */
const addressHeader = 'x-email-firewall-address';

/** A policy at its limits (1,000 rules, long lists) fits; a flood does not. */
const maxBody = '4mb';

type Options = ApiParts & { accounts: AccountDirectory };

/**
 * The API: every function of the contract's table as `POST /api/<name>`, JSON in and out. It is served on a socket that
 * root alone can open, for whoever can speak to it says who the caller is.
 */
export function createApi({ accounts, ...parts }: Options): Express {
  const functions = createFunctions(parts);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');

  app.post('/api/:name', express.json({ limit: maxBody }), async (request, response) => {
    const name = request.params.name;
    if (!isApiName(name)) throw new ApiFailure('unknown_function', `There is no function "${name}".`);
    const caller = identify(request, accounts);
    response.json(await functions[name](readRequest(name, request.body), caller));
  });
  app.use(() => {
    throw new ApiFailure(
      'unknown_function',
      'There is nothing here. Functions are called by POST /api/<name>.',
    );
  });
  app.use(answerFailure(parts.log));
  return app;
}

function identify(request: Request, accounts: AccountDirectory): Caller {
  const name = request.get(accountHeader);
  const account = name === undefined ? undefined : accounts.account(name);
  if (!account)
    throw new ApiFailure('not_signed_in', 'The account is not known here. Sign in to cPanel again.');
  const address = parseAddress(request.get(addressHeader) ?? '');
  return { ...account, address: address && formatAddress(address) };
}

function readRequest(name: ApiName, body: unknown): never {
  const result = parse(apiFunctions[name].request, body);
  if (!result.ok) {
    throw new ApiFailure('invalid_request', result.faults.map((fault) => fault.message).join(' '), {
      fields: result.faults,
    });
  }
  // The schema just used is the one of this very function, which the compiler cannot follow across the table.
  return result.value as never;
}

function answerFailure(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const id = randomUUID();
    const failure = error instanceof ApiFailure ? error : failureOf(error);
    log(failure.status >= 500 ? 'error' : 'info', 'A request failed.', {
      id,
      path: request.path,
      code: failure.code,
      fault: failure.message,
      ...(failure.cause !== undefined && { cause: describe(failure.cause) }),
    });
    response.status(failure.status).json({ error: failure.toApiError(id) });
  };
}

/** Errors of Express's own: a body that is too large or no JSON; all else is a fault of ours. */
function failureOf(error: unknown): ApiFailure {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (status === 413) return new ApiFailure('too_large', 'The request is too large. Nothing was changed.');
  if (status === 400)
    return new ApiFailure('invalid_request', 'The request is not JSON. Nothing was changed.');
  return new ApiFailure('internal', 'Something went wrong on the server.', { cause: error });
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
