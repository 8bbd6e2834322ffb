import type { ApiResponse, Decision, NetworkFacts, PolicySettings } from '@email-firewall/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { trialKey } from '../api/query-keys.ts';
import type { TestedProtocol } from './test-place.ts';

/** An attempt that nobody has made; `time` in ISO 8601, now if undefined. */
export type Attempt = { address: string; protocol: TestedProtocol; time: string | undefined };

/** What became of it. */
export type Evaluation = Attempt & {
  /** Those it was decided by: the page may have others by now. */
  settings: PolicySettings;
  facts: NetworkFacts;
  decision: Decision;
  /** For a mailbox whose rules are switched off: what they would say. */
  ifOn: Decision | undefined;
};

/** Decides an attempt by the settings on the page, saved or not; as soon as there is an attempt. */
export function useEvaluation(mailbox: string, settings: PolicySettings, attempt: Attempt | undefined) {
  const query = useQuery<Evaluation, ApiFailure>({
    queryKey: trialKey(mailbox, settings, attempt),
    queryFn: async ({ signal }) => {
      if (!attempt) throw new Error('asked without an attempt');
      return evaluate(mailbox, settings, attempt, signal);
    },
    enabled: attempt !== undefined,
    // While another attempt is decided, the last decision stays; it says of which address it is.
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return {
    evaluation: query.data,
    /** Whether it is the answer to this very attempt. */
    isCurrent: query.isSuccess && !query.isPlaceholderData,
    failure: query.error,
    isFetching: query.isFetching,
    retry: () => void query.refetch(),
  };
}

async function evaluate(
  mailbox: string,
  settings: PolicySettings,
  attempt: Attempt,
  signal: AbortSignal,
): Promise<Evaluation> {
  const { address, protocol, time } = attempt;
  const ask = (policy: PolicySettings): Promise<ApiResponse<'evaluate'>> =>
    call('evaluate', { mailbox, address, protocol, policy, ...(time !== undefined && { time }) }, signal);
  const [{ decision, facts }, ifOn] = await Promise.all([
    ask(settings),
    settings.mode === 'off' ? ask({ ...settings, mode: 'enforce' }) : undefined,
  ]);
  return { ...attempt, settings, facts, decision, ifOn: ifOn?.decision };
}
