import {
  type ApiName,
  type ApiRequest,
  type ApiResponse,
  apiFunctions,
  errorBodySchema,
  parse,
} from '@email-firewall/contract';
import { ApiFailure } from './api-failure.ts';

/** Longer than the service ever needs: a wait without an end would leave "Saving…" standing for good. */
const deadlineMs = 30_000;

/**
 * Calls one function of the contract, at an address relative to the page.
 *
 * @throws {ApiFailure} for everything that can go wrong
 */
export async function call<Name extends ApiName>(
  name: Name,
  request: ApiRequest<Name>,
  signal?: AbortSignal,
): Promise<ApiResponse<Name>> {
  const answer = await send(name, request, signal);
  const body = await readBody(answer);
  if (!answer.ok) throw failureOf(answer.status, body);
  const parsed = parse(apiFunctions[name].response, body);
  if (!parsed.ok) throw new ApiFailure('unexpected_answer', { error: parsed.faults });
  // The schema of this very function has just passed it; TypeScript does not follow a type parameter through the table.
  return parsed.value as ApiResponse<Name>;
}

async function send(name: ApiName, request: unknown, signal?: AbortSignal): Promise<Response> {
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    return await fetch(`api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    });
  } catch (error) {
    throw new ApiFailure('network', { error });
  }
}

async function readBody(answer: Response): Promise<unknown> {
  let text: string;
  try {
    text = await answer.text();
  } catch (error) {
    throw new ApiFailure('network', { error });
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failureOf(status: number, body: unknown): ApiFailure {
  const parsed = parse(errorBodySchema, body);
  if (parsed.ok) return new ApiFailure(parsed.value.error.code, { answer: parsed.value.error });
  // A proxy, or cPanel's own sign-in page, answers in its own words; what it means still stands in the status.
  if (status === 401) return new ApiFailure('not_signed_in');
  if (status === 502 || status === 503 || status === 504) return new ApiFailure('service_unavailable');
  return new ApiFailure('unexpected_answer', { error: { status } });
}
