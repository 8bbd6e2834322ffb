import type { ApiError, ErrorCode } from '@email-firewall/contract';

/**
 * Why a call failed: a code of the contract; `network` where no answer came; `unexpected_answer` where one came that the
 * contract does not know.
 */
export type FailureCode = ErrorCode | 'network' | 'unexpected_answer';

/** The one way in which a call fails. */
export class ApiFailure extends Error {
  readonly code: FailureCode;
  /** What the server said of it, where it said anything. */
  readonly answer: ApiError | undefined;

  constructor(code: FailureCode, cause: { answer?: ApiError; error?: unknown } = {}) {
    super(cause.answer?.message ?? code, { cause: cause.error });
    this.name = 'ApiFailure';
    this.code = code;
    this.answer = cause.answer;
  }
}
