import type { ApiResponse, MailboxSummary } from '@email-firewall/contract';
import { useQuery } from '@tanstack/react-query';
import type { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { ownConnectionKey } from '../api/query-keys.ts';
import { useWhoami } from '../network/use-whoami.ts';

/** The connection the person is on, where these rules refuse it; undefined where they let it in, or nobody knows. */
export function useShutOut(source: MailboxSummary): ApiResponse<'whoami'> | undefined {
  const { mailbox } = source;
  const here = useWhoami();
  const address = here?.address;
  const { data } = useQuery<ApiResponse<'evaluate'>, ApiFailure>({
    queryKey: ownConnectionKey(source, address),
    queryFn: ({ signal }) => call('evaluate', { mailbox, address: address ?? '', protocol: 'imap' }, signal),
    enabled: address !== undefined,
  });
  return data?.decision.action === 'block' && data.decision.isEnforced ? here : undefined;
}
