import express, { type Router } from 'express';
import { forwardTo, type Visitor } from './api-forwarder.ts';
import { type Refusal, refuse } from './refusals.ts';
import { refuseOrigin } from './web-guard.ts';

/** As much as the service takes. */
const maxBody = '4mb';

/** The functions of the API, for whoever serves the page: `POST <name>`, for the page's own requests alone. */
export function apiRoutes(apiSocket: string, visitor: Visitor): Router {
  const router = express.Router();
  router.use((request, response, next) => {
    response.set('cache-control', 'no-store');
    const refusal = request.method === 'POST' ? refuseOrigin(request) : unknownFunction;
    if (refusal) refuse(response, refusal);
    else next();
  });
  router.post(
    '/:name',
    express.raw({ type: 'application/json', limit: maxBody, inflate: false }),
    forwardTo(apiSocket, visitor),
  );
  router.use((_request, response) => refuse(response, unknownFunction));
  return router;
}

const unknownFunction: Refusal = {
  code: 'unknown_function',
  message: 'There is nothing here. Functions are called by POST /api/<name>.',
};
