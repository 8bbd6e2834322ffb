import type { FailureCode } from '../api/api-failure.ts';
import type { MessageKey } from './catalogue.ts';

/** What happened and what to do next, for every way a call can fail. */
export const failureMessage = {
  network: 'error_network',
  unexpected_answer: 'error_unexpected_answer',
  invalid_request: 'error_invalid_request',
  not_signed_in: 'error_not_signed_in',
  forbidden_origin: 'error_forbidden_origin',
  unknown_function: 'error_unknown_function',
  mailbox_not_found: 'error_mailbox_not_found',
  stale_revision: 'error_stale_revision',
  too_large: 'error_too_large',
  internal: 'error_internal',
  storage_failed: 'error_storage_failed',
  policy_unreadable: 'error_policy_unreadable',
  service_unavailable: 'error_service_unavailable',
} as const satisfies Record<FailureCode, MessageKey>;
