import {
  type Account,
  type CopyFailure,
  copyFailures,
  emptyPolicy,
  type Policy,
  type PolicySettings,
} from '@email-firewall/contract';
import type { Log } from '../log.ts';
import type { PolicyStore, SaveResult } from '../storage/index.ts';
import { ApiFailure } from './failure.ts';

/** A mailbox at a revision that somebody has seen. */
type Seen = { mailbox: string; revision: number };

/** The policies as an account may read and change them. Each function throws an ApiFailure where that cannot be. */
export type PolicyAccess = {
  read(mailbox: string, account: Account): Policy;
  save(mailbox: Seen, settings: PolicySettings, account: Account): Promise<Policy>;
  /** Puts the settings of one mailbox in place of those of others. One that fails keeps its own, and stops no other. */
  copy(
    from: Seen,
    to: readonly Seen[],
    account: Account,
  ): Promise<(Pick<Seen, 'mailbox'> & { failure?: CopyFailure })[]>;
};

export function createPolicyAccess({ policies, log }: { policies: PolicyStore; log: Log }): PolicyAccess {
  function read(mailbox: string, account: Account): Policy {
    checkOwner(mailbox, account);
    const state = policies.find(mailbox);
    if (state.kind === 'broken') throw unreadable(state.fault);
    return state.kind === 'good' ? state.value.policy : emptyPolicy(mailbox);
  }

  async function save(
    { mailbox, revision }: Seen,
    settings: PolicySettings,
    account: Account,
  ): Promise<Policy> {
    checkOwner(mailbox, account);
    return savedOrFail(
      await policies.save(mailbox, revision, settings, account.account).catch((cause: unknown) => {
        throw new ApiFailure(
          'storage_failed',
          'The rules could not be written to disk. Nothing was changed.',
          { cause },
        );
      }),
    );
  }

  /** Why a copy onto a mailbox failed; the log says more where the administrator is asked for. */
  function failureOf(error: unknown, mailbox: string): CopyFailure {
    const failure = copyFailures.find((code) => error instanceof ApiFailure && error.code === code);
    if (!failure || !(error instanceof ApiFailure)) throw error;
    if (error.status >= 500) {
      log('error', 'Rules could not be copied onto a mailbox.', {
        mailbox,
        code: failure,
        cause: String(error.cause),
      });
    }
    return failure;
  }

  return {
    read,
    save,
    async copy(from, to, account) {
      const source = read(from.mailbox, account);
      if (source.revision !== from.revision) throw stale(source);
      const { mode, protocols, rules, defaultAction } = source;
      const results: { mailbox: string; failure?: CopyFailure }[] = [];
      for (const target of to) {
        const { mailbox } = target;
        try {
          // Onto itself nothing is to be done: a new revision would only take its page by surprise.
          if (mailbox !== from.mailbox)
            await save(target, { mode, protocols, rules, defaultAction }, account);
          results.push({ mailbox });
        } catch (error) {
          results.push({ mailbox, failure: failureOf(error, mailbox) });
        }
      }
      return results;
    },
  };
}

/** Another account's mailbox and one that does not exist get the same answer: neither can be told from the other. */
export function checkOwner(mailbox: string, account: Account): void {
  if (!account.mailboxes.includes(mailbox)) {
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

/** @param cause for the log alone: it names files of the server */
export function unreadable(cause: Error): ApiFailure {
  return new ApiFailure(
    'policy_unreadable',
    "The file with this mailbox's rules cannot be read. Ask your hosting company to run: email-firewall doctor",
    { cause },
  );
}
