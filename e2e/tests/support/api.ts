import {
  type ApiName,
  type ApiRequest,
  type ApiResponse,
  apiFunctions,
  type PolicySettings,
  parse,
} from '@email-firewall/contract';
import type { Demo } from '../../demo/demo.ts';

/** Calls a function as the page does. */
export async function call<Name extends ApiName>(
  demo: Demo,
  name: Name,
  request: ApiRequest<Name>,
): Promise<ApiResponse<Name>> {
  const response = await fetch(`${demo.url}api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const body: unknown = await response.json();
  const result = parse(apiFunctions[name].response, body);
  if (!result.ok) throw new Error(`${name} answered ${response.status}: ${JSON.stringify(body)}`);
  return result.value as ApiResponse<Name>;
}

/** Saves settings over whatever stands there. */
export async function setPolicy(demo: Demo, mailbox: string, policy: PolicySettings): Promise<void> {
  const { policy: current } = await call(demo, 'get_policy', { mailbox });
  await call(demo, 'save_policy', { mailbox, revision: current.revision, policy });
}

/** Settings that refuse everyone but a few addresses. */
export function onlyFrom(...ranges: string[]): PolicySettings {
  return {
    mode: 'enforce',
    protocols: ['imap', 'pop3'],
    rules: [{ id: 'only', action: 'allow', enabled: true, condition: { kind: 'address', ranges } }],
    defaultAction: 'block',
  };
}

export const openToAll: PolicySettings = {
  mode: 'enforce',
  protocols: ['imap', 'pop3'],
  rules: [],
  defaultAction: 'allow',
};
