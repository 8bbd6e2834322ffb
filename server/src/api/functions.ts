import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type Account,
  type ApiName,
  type ApiRequest,
  type ApiResponse,
  countryCodes,
  type DataSource,
  domainOf,
  emptyPolicy,
  type MailboxSummary,
  type Policy,
} from '@email-firewall/contract';
import type { Decider } from '../decision/index.ts';
import { countryGroups, type FactsSource, type ProviderSearch } from '../network/index.ts';
import type { PolicyStore, SaveResult } from '../storage/index.ts';
import { ApiFailure } from './failure.ts';

/** What the functions work with. */
export type ApiParts = {
  policies: PolicyStore;
  decider: Decider;
  facts: FactsSource;
  providers: ProviderSearch;
  /** The sources that the facts come from. */
  sources: () => DataSource[];
};

/** Who makes a request, as cPanel's privileged side says. */
export type Caller = Account & {
  /** Where the person's browser is. Good for showing and suggesting; nothing is allowed for it. */
  address: string | undefined;
};

type Functions = {
  [Name in ApiName]: (request: ApiRequest<Name>, caller: Caller) => Promise<ApiResponse<Name>>;
};

/** After so many mailboxes of a list, waiting logins are answered first. */
const listStretch = 50;

/**
 * The functions of the contract's table. Requests have been checked against their schemas, and the caller is who cPanel
 * says; whether a mailbox is the caller's is checked here.
 */
export function createFunctions({ policies, decider, facts, providers, sources }: ApiParts): Functions {
  function policyOf(mailbox: string): Policy {
    const state = policies.find(mailbox);
    if (state.kind === 'broken') throw unreadable(state.fault);
    return state.kind === 'good' ? state.value.policy : emptyPolicy(mailbox);
  }

  function summarize(mailbox: string, caller: Account): MailboxSummary {
    const state = policies.find(mailbox);
    const policy = state.kind === 'good' ? state.value.policy : emptyPolicy(mailbox);
    const isDefaultMailbox = mailbox === caller.account;
    return {
      mailbox,
      domain: isDefaultMailbox ? (caller.domains[0] ?? '') : domainOf(mailbox),
      isDefaultMailbox,
      isReadable: state.kind !== 'broken',
      mode: policy.mode,
      rules: policy.rules.length,
      defaultAction: policy.defaultAction,
    };
  }

  return {
    async list_mailboxes(_request, caller) {
      const mailboxes: MailboxSummary[] = [];
      for (const mailbox of caller.mailboxes) {
        if (mailboxes.length % listStretch === listStretch - 1) await nextTurn();
        mailboxes.push(summarize(mailbox, caller));
      }
      return { mailboxes };
    },

    async get_policy({ mailbox }, caller) {
      checkOwner(mailbox, caller);
      return { policy: policyOf(mailbox) };
    },

    async save_policy({ mailbox, revision, policy }, caller) {
      checkOwner(mailbox, caller);
      const result = await policies
        .save(mailbox, revision, policy, caller.account)
        .catch((cause: unknown) => {
          throw new ApiFailure(
            'storage_failed',
            'The rules could not be written to disk. Nothing was changed.',
            { cause },
          );
        });
      return { policy: savedOrFail(result) };
    },

    async evaluate({ mailbox, address, protocol, policy }, caller) {
      checkOwner(mailbox, caller);
      const result = decider.tryOut(mailbox, address, protocol, policy);
      if ('fault' in result) throw unreadable(result.fault);
      return result;
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

    async search_providers({ query, country }, { address }) {
      const first = country ?? (address === undefined ? undefined : facts.factsFor(address).country);
      return { providers: await providers.search(query, first) };
    },

    async data_status() {
      return { sources: sources() };
    },
  };
}

function copyGroup({ id, countries }: { id: string; countries: readonly string[] }) {
  return { id, countries: [...countries] };
}

/** Another account's mailbox and one that does not exist get the same answer: neither can be told from the other. */
function checkOwner(mailbox: string, caller: Account): void {
  if (!caller.mailboxes.includes(mailbox)) {
    throw new ApiFailure('mailbox_not_found', `There is no mailbox ${mailbox} in this account.`);
  }
}

function savedOrFail(result: SaveResult): Policy {
  switch (result.kind) {
    case 'saved':
      return result.policy;
    case 'stale':
      throw new ApiFailure(
        'stale_revision',
        'The rules were changed elsewhere in the meantime. Nothing was saved.',
        {
          policy: result.policy,
        },
      );
    case 'unreadable':
      throw unreadable(result.fault);
  }
}

function unreadable(cause: Error): ApiFailure {
  return new ApiFailure(
    'policy_unreadable',
    "The file with this mailbox's rules cannot be read. Ask your hosting company to run: email-firewall doctor",
    { cause },
  );
}
