import type { PolicySettings } from '@email-firewall/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ApiFailure } from '../api/api-failure.ts';
import { call } from '../api/call.ts';
import { trialKey } from '../api/query-keys.ts';
import type { Check, Subject } from './checks.ts';
import { useSubjects } from './use-subjects.ts';

type Given = {
  mailbox: string;
  settings: PolicySettings;
  /** Somebody more on whom they are tried. */
  also?: Subject | undefined;
};

/** Where no answer came, the question is asked again by itself, in milliseconds: nobody looks at a side panel and waits. */
const askAgainAfter = 10_000;

/** Answers to settings that are no longer on the page are soon of no use; in milliseconds. */
const keptFor = 60_000;

/**
 * What settings make of the person and of typical strangers who read the mailbox by IMAP, as if these settings refused:
 * a watched or switched-off mailbox shows what its rules would do.
 */
export function useChecks({ settings, ...given }: Given) {
  return useChecksAsSet({ ...given, settings: { ...settings, mode: 'enforce' } });
}

/** The same in the very mode that is set. */
export function useChecksAsSet({ mailbox, settings: { rules, ...others }, also }: Given) {
  const { subjects, ...asking } = useSubjects(mailbox, also);
  // A note decides nothing: while one is typed, nobody need be asked again.
  const settings = { ...others, rules: rules.map(({ note: _, ...rule }) => rule) };
  const query = useQuery<Check[], ApiFailure>({
    queryKey: trialKey(mailbox, settings, subjects),
    queryFn: ({ signal }) => tryOut({ mailbox, settings }, subjects ?? [], signal),
    enabled: subjects !== undefined,
    // While other settings are tried, what the last ones did stays.
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.status === 'error' ? askAgainAfter : false),
    gcTime: keptFor,
  });
  const failed = asking.failure ? asking : { failure: query.error, isFetching: query.isFetching };
  return {
    /** Undefined as long as nothing is known. */
    checks: query.data,
    /** Whether these are the answers to these very settings, not yet to the last ones. */
    isCurrent: query.isSuccess && !query.isPlaceholderData,
    failure: failed.failure,
    isRetrying: failed.isFetching,
    retry: asking.failure ? asking.retry : () => void query.refetch(),
  };
}

async function tryOut(
  { mailbox, settings }: Given,
  subjects: readonly Subject[],
  signal: AbortSignal,
): Promise<Check[]> {
  const attempts = subjects.map(({ address }) => ({ address, protocol: 'imap' as const }));
  const { results } = await call('evaluate_several', { mailbox, attempts, policy: settings }, signal);
  return subjects.flatMap((subject, index) => {
    const result = results[index];
    return result ? [{ ...subject, ...result }] : [];
  });
}
