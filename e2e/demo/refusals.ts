import { randomUUID } from 'node:crypto';
import { type ErrorCode, errorStatus } from '@email-firewall/contract';
import type { ErrorRequestHandler, Response } from 'express';

/** Why a request is refused, in the words of the contract. */
export type Refusal = { code: ErrorCode; message: string };

/** Answers as the service itself does when it refuses. */
export function refuse(response: Response, { code, message }: Refusal): void {
  response.status(errorStatus[code]).json({ error: { id: randomUUID(), code, message } });
}

/** Errors of Express's own: a body that is too large, cut short or compressed, a path that cannot be read. */
export const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
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
