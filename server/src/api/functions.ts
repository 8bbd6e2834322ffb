import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type Account,
  type ApiName,
  type ApiRequest,
  type ApiResponse,
  type CopyFailure,
  copyFailures,
  countryCodes,
  type DataSource,
  domainOf,
  emptyPolicy,
  type MailboxSummary,
  outlineOf,
  type Policy,
  type PolicySettings,
} from '@email-firewall/contract';
import type { Decider, TriedAttempt } from '../decision/index.ts';
import { countryGroups, type FactsSource, type ProviderSearch, strangersTo } from '../network/index.ts';
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
  now: () => Date;
};

/** Who makes a request, as cPanel's privileged side says. */
export type Caller = Account & {
  /** Where the person's browser is. Good for showing and suggesting; nothing is allowed for it. */
  address: string | undefined;
};

type Functions = {
  [Name in ApiName]: (request: ApiRequest<Name>, caller: Caller) => Promise<ApiResponse<Name>>;
};

/** As much of a policy as a line of a list has room for. */
const outlineItems = 12;
const outlineSteps = 4;

/** After so many mailboxes of a list, waiting logins are answered first. */
const listStretch = 50;

/**
 * The functions of the contract's table. Requests have been checked against their schemas, and the caller is who cPanel
 * says; whether a mailbox is the caller's is checked here.
 */
export function createFunctions({ policies, decider, facts, providers, sources, now }: ApiParts): Functions {
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
      revision: policy.revision,
      mode: policy.mode,
      rules: policy.rules.length,
      defaultAction: policy.defaultAction,
      outline: outlineOf(policy, now().getTime(), outlineItems).slice(0, outlineSteps),
    };
  }

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

  async function copyOnto(
    { mailbox, revision }: { mailbox: string; revision: number },
    settings: PolicySettings,
    caller: Caller,
  ): Promise<{ mailbox: string; failure?: CopyFailure }> {
    try {
      checkOwner(mailbox, caller);
      savedOrFail(await save(mailbox, revision, settings, caller));
      return { mailbox };
    } catch (error) {
      const failure = copyFailures.find((code) => error instanceof ApiFailure && error.code === code);
      if (!failure) throw error;
      return { mailbox, failure };
    }
  }

  function save(
    mailbox: string,
    revision: number,
    policy: PolicySettings,
    caller: Caller,
  ): Promise<SaveResult> {
    return policies.save(mailbox, revision, policy, caller.account).catch((cause: unknown) => {
      throw new ApiFailure('storage_failed', 'The rules could not be written to disk. Nothing was changed.', {
        cause,
      });
    });
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
      return { policy: savedOrFail(await save(mailbox, revision, policy, caller)) };
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

    async copy_policy({ mailbox, revision, to }, caller) {
      checkOwner(mailbox, caller);
      const source = policyOf(mailbox);
      if (source.revision !== revision) throw stale(source);
      const results: { mailbox: string; failure?: CopyFailure }[] = [];
      for (const target of to) results.push(await copyOnto(target, settingsOf(source), caller));
      return { results };
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

    async name_operators({ asns }) {
      return { operators: await providers.namesOf(asns) };
    },

    async list_strangers(_request, { address }) {
      const country = address === undefined ? undefined : facts.factsFor(address).country;
      return { strangers: strangersTo(country, facts) };
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
      throw stale(result.policy);
    case 'unreadable':
      throw unreadable(result.fault);
  }
}

function stale(policy: Policy): ApiFailure {
  return new ApiFailure(
    'stale_revision',
    'The rules were changed elsewhere in the meantime. Nothing was saved.',
    {
      policy,
    },
  );
}

function settingsOf({ mode, protocols, rules, defaultAction }: Policy): PolicySettings {
  return { mode, protocols, rules, defaultAction };
}

function unreadable(cause: Error): ApiFailure {
  return new ApiFailure(
    'policy_unreadable',
    "The file with this mailbox's rules cannot be read. Ask your hosting company to run: email-firewall doctor",
    { cause },
  );
}
