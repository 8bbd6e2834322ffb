import {
  type Account,
  type ApiName,
  type ApiRequest,
  type ApiResponse,
  countryCodes,
  type DataSource,
  type PolicySettings,
} from '@email-firewall/contract';
import type { Decider, TriedAttempt } from '../decision/index.ts';
import type { EventLog } from '../events/index.ts';
import type { Log } from '../log.ts';
import { countryGroups, type FactsSource, type ProviderSearch, strangersTo } from '../network/index.ts';
import type { PolicyStore } from '../storage/index.ts';
import { createEventAccess } from './event-access.ts';
import { createMailboxList } from './mailbox-list.ts';
import { checkOwner, createPolicyAccess, unreadable } from './policy-access.ts';

/** What the functions work with. */
export type ApiParts = {
  policies: PolicyStore;
  decider: Decider;
  facts: FactsSource;
  providers: ProviderSearch;
  /** The sources that the facts come from. */
  sources: () => DataSource[];
  events: EventLog;
  /** Whether Dovecot's log is read, so that how a login ended is known. */
  isLogReadable: () => boolean;
  now: () => Date;
  log: Log;
};

/** Who makes a request, as cPanel's privileged side says. */
export type Caller = Account & {
  /** Where the person's browser is. Good for showing and suggesting; nothing is allowed for it. */
  address: string | undefined;
};

type Functions = {
  [Name in ApiName]: (request: ApiRequest<Name>, caller: Caller) => Promise<ApiResponse<Name>>;
};

/**
 * The functions of the contract's table. Requests have been checked against their schemas, and the caller is who cPanel
 * says; whether a mailbox is the caller's is checked here.
 */
export function createFunctions(parts: ApiParts): Functions {
  const { decider, facts, providers, sources } = parts;
  const policies = createPolicyAccess(parts);
  const eventAccess = createEventAccess(parts);
  const listMailboxes = createMailboxList(parts);

  function tryOut(
    mailbox: string,
    attempts: readonly TriedAttempt[],
    policy: PolicySettings | undefined,
    caller: Caller,
  ) {
    checkOwner(mailbox, caller);
    const tried = decider.tryOut(mailbox, attempts, policy);
    if ('fault' in tried) throw unreadable(tried.fault);
    return tried.results;
  }

  function countryOf({ address }: Caller): string | undefined {
    return address === undefined ? undefined : facts.factsFor(address).country;
  }

  return {
    async list_mailboxes(_request, caller) {
      return { mailboxes: await listMailboxes(caller) };
    },

    async get_policy({ mailbox }, caller) {
      return { policy: policies.read(mailbox, caller) };
    },

    async save_policy({ policy, ...mailbox }, caller) {
      return { policy: await policies.save(mailbox, policy, caller) };
    },

    async evaluate({ mailbox, policy, ...attempt }, caller) {
      const [result] = tryOut(mailbox, [attempt], policy, caller);
      if (!result) throw new Error('one attempt has one result');
      return result;
    },

    async evaluate_several({ mailbox, attempts, policy }, caller) {
      const results = tryOut(mailbox, attempts, policy, caller);
      return {
        results: results.map(({ decision: { trace: _, ...decision }, facts: known }) => ({
          decision,
          facts: known,
        })),
      };
    },

    async copy_policy({ to, ...from }, caller) {
      return { results: await policies.copy(from, to, caller) };
    },

    async look_up_address({ address }) {
      return { facts: facts.factsFor(address) };
    },

    async whoami(_request, { address }) {
      return address === undefined ? { facts: {} } : { address, facts: facts.factsFor(address) };
    },

    async list_countries() {
      return { countries: [...countryCodes], groups: countryGroups.map(copyGroup) };
    },

    async search_providers({ query, country }, caller) {
      return { providers: await providers.search(query, country ?? countryOf(caller)) };
    },

    async name_operators({ asns }) {
      return { operators: await providers.namesOf(asns) };
    },

    async list_strangers(_request, caller) {
      return { strangers: strangersTo(countryOf(caller), facts) };
    },

    async data_status() {
      return { sources: sources() };
    },

    list_events: eventAccess.list,
    summarize_events: eventAccess.summarize,
    summarize_mailboxes: eventAccess.summarizeMailboxes,
    export_events: eventAccess.export,
  };
}

function copyGroup({ id, countries }: { id: string; countries: readonly string[] }) {
  return { id, countries: [...countries] };
}
