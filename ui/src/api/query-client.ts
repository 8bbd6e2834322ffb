import { QueryClient } from '@tanstack/react-query';
import { ApiFailure, type FailureCode } from './api-failure.ts';

/** Failures that may be gone a moment later; any other would only be told later by asking again. */
const passing: readonly FailureCode[] = ['network', 'service_unavailable'];

/** The store of everything the server said. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The browser's "offline" is a guess; waiting on it would leave a page that never says what is wrong.
        networkMode: 'always',
        retry: (count, failure) =>
          count < 1 && failure instanceof ApiFailure && passing.includes(failure.code),
        retryDelay: 500,
        staleTime: 5_000,
      },
    },
  });
}
