import {
  type ApiError,
  type ErrorCode,
  errorStatus,
  type Fault,
  type Policy,
} from '@email-firewall/contract';

/** A request that cannot be met, with what the caller is told. The `cause` goes to the log alone. */
export class ApiFailure extends Error {
  readonly code: ErrorCode;
  readonly fields: Fault[] | undefined;
  readonly policy: Policy | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    more: { fields?: Fault[]; policy?: Policy; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.code = code;
    this.fields = more.fields;
    this.policy = more.policy;
  }

  /** The HTTP status it is answered with. */
  get status(): number {
    return errorStatus[this.code];
  }

  /** @param id stands in the answer and in the log, so that one leads to the other */
  toApiError(id: string): ApiError {
    return {
      id,
      code: this.code,
      message: this.message,
      ...(this.fields && { fields: this.fields }),
      ...(this.policy && { policy: this.policy }),
    };
  }
}
