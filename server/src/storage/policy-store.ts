import { type FSWatcher, watch } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { emptyPolicy, type Policy, type PolicySettings } from '@email-firewall/contract';
import { removeUnfinished, replaceFile } from '../files/durable-files.ts';
import type { Log } from '../log.ts';
import { canRefuse } from '../policy/index.ts';
import { mailboxOfFileName, policyFileNameOf } from './file-names.ts';
import { type Markers, openMarkers } from './markers.ts';
import { type LoadedPolicy, load, readPolicyFile, writePolicyFile } from './policy-file.ts';
import { Recent } from './recent.ts';
import { type FileState, type WatchedFile, watchFile } from './watched-file.ts';

/** What became of a save. `stale`: somebody saved in between, and this is the policy as it stands. */
export type SaveResult =
  | { kind: 'saved'; policy: Policy }
  | { kind: 'stale'; policy: Policy }
  | { kind: 'unreadable'; fault: Error };

export type PolicyStore = {
  /** The policy of a mailbox: `absent` where none was ever saved. Follows changes made by hand. */
  find(mailbox: string): FileState<LoadedPolicy>;
  /**
   * Saves what a person has set, if `revision` is the one that stands. When the promise is kept, policy and marker
   * have reached the disk; when it is broken, nothing has changed.
   */
  save(mailbox: string, revision: number, settings: PolicySettings, updatedBy: string): Promise<SaveResult>;
  /** Makes the markers agree with the policies, as after a crash, a hand edit or a change of accounts. */
  checkMarkers(): Promise<void>;
  close(): Promise<void>;
};

type Options = {
  /** Folder of the policy files; created where it is missing. */
  policies: string;
  /** Folder of the markers that Dovecot's hook looks at. */
  markers: string;
  /** Every canonical name that opens a mailbox. */
  namesOf: (mailbox: string) => string[];
  log: Log;
  /** Milliseconds, rising. */
  clock: () => number;
  /** The time of day, for `updatedAt`. */
  now: () => Date;
};

/** How many mailboxes are held in memory, ready to decide. */
const capacity = 20_000;
/** Editors empty a file before they write it: so long, in milliseconds, a change is left to settle before it is read. */
const settleTime = 200;
const folderMode = 0o700;
const fileMode = 0o640;

/** Opens the policies on disk: one JSON file for each mailbox, and beside them the markers. */
export async function openPolicyStore(options: Options): Promise<PolicyStore> {
  await mkdir(options.policies, { recursive: true, mode: folderMode });
  await removeUnfinished(options.policies);
  return new DiskPolicyStore(options, await openMarkers(options.markers));
}

class DiskPolicyStore implements PolicyStore {
  readonly #files = new Recent<string, WatchedFile<LoadedPolicy>>(capacity);
  readonly #options: Options;
  readonly #markers: Markers;
  readonly #watcher: FSWatcher | undefined;
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(options: Options, markers: Markers) {
    this.#options = options;
    this.#markers = markers;
    this.#watcher = this.#watchFolder();
  }

  find(mailbox: string): FileState<LoadedPolicy> {
    return this.#file(mailbox).get();
  }

  save(mailbox: string, revision: number, settings: PolicySettings, updatedBy: string): Promise<SaveResult> {
    return this.#inTurn(async () => {
      this.#file(mailbox).expire();
      const state = this.find(mailbox);
      if (state.kind === 'broken') return { kind: 'unreadable', fault: state.fault };
      const current = state.kind === 'good' ? state.value.policy : emptyPolicy(mailbox);
      if (current.revision !== revision) return { kind: 'stale', policy: current };
      const policy: Policy = {
        mailbox,
        ...settings,
        revision: revision + 1,
        updatedAt: this.#options.now().toISOString(),
        updatedBy,
      };
      await this.#write(policy, current);
      return { kind: 'saved', policy };
    });
  }

  async checkMarkers(): Promise<void> {
    for (const mailbox of await this.#mailboxesOnDisk()) {
      await this.#inTurn(() => this.#markAsOnDisk(mailbox));
    }
    await this.#inTurn(async () => {
      const mailboxes = await this.#mailboxesOnDisk();
      await this.#markers.keepOnly(new Set(mailboxes.flatMap(this.#options.namesOf)));
    });
  }

  async close(): Promise<void> {
    this.#watcher?.close();
    await this.#lastWrite;
  }

  /**
   * The marker is there before a refusing policy is, and goes after it has gone: whatever moment a crash picks, a
   * mailbox that refuses is marked.
   */
  async #write(policy: Policy, previous: Policy): Promise<void> {
    const names = this.#options.namesOf(policy.mailbox);
    const path = join(this.#options.policies, policyFileNameOf(policy.mailbox));
    const refuses = canRefuse(policy);
    try {
      if (refuses) await this.#markers.set(names, true);
      await replaceFile(path, writePolicyFile(policy), fileMode);
    } catch (error) {
      if (!canRefuse(previous)) await this.#markers.set(names, false).catch(() => {});
      throw error;
    } finally {
      // Read at once: what was saved is then the last good policy, whatever becomes of the file.
      this.#file(policy.mailbox).expire();
      this.find(policy.mailbox);
    }
    if (!refuses) await this.#unmark(policy.mailbox, names);
  }

  /** The policy is saved by now: a mark that stays only keeps the mailbox closed while the service is away. */
  async #unmark(mailbox: string, names: readonly string[]): Promise<void> {
    try {
      await this.#markers.set(names, false);
    } catch (error) {
      this.#options.log('error', 'A marker could not be removed.', { mailbox, fault: String(error) });
    }
  }

  /** A file that cannot be read may refuse: it is marked, so that its mailbox stays closed until somebody mends it. */
  async #markAsOnDisk(mailbox: string): Promise<void> {
    const state = this.find(mailbox);
    const refuses = state.kind === 'broken' || (state.kind === 'good' && canRefuse(state.value.policy));
    await this.#markers.set(this.#options.namesOf(mailbox), refuses);
  }

  #file(mailbox: string): WatchedFile<LoadedPolicy> {
    const { policies, clock, log } = this.#options;
    const path = join(policies, policyFileNameOf(mailbox));
    return this.#files.getOrMake(mailbox, () =>
      watchFile({
        path,
        clock,
        parse: (text, previous) => load(renumbered(readPolicyFile(text, mailbox), previous?.policy)),
        onFault: (fault) =>
          log('error', 'A policy file cannot be used. Mend it, or run: email-firewall doctor', {
            mailbox,
            file: path,
            fault: fault.message,
          }),
      }),
    );
  }

  /** One write at a time: revisions and markers never cross. A failed write does not stop the next. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#lastWrite.then(work);
    this.#lastWrite = result.catch(() => {});
    return result;
  }

  async #mailboxesOnDisk(): Promise<string[]> {
    const names = await readdir(this.#options.policies);
    return names.flatMap((name) => mailboxOfFileName(name) ?? []);
  }

  #followEdit(mailbox: string): void {
    this.#files.peek(mailbox)?.expire();
    this.#inTurn(() => this.#markAsOnDisk(mailbox)).catch((error) =>
      this.#options.log('error', 'A marker could not be written.', { mailbox, fault: String(error) }),
    );
  }

  /** A hand edit sets or removes a marker at once; what the watcher misses, the next login finds by itself. */
  #watchFolder(): FSWatcher | undefined {
    const { policies, log } = this.#options;
    const onFault = (error: unknown) =>
      log('warn', 'The policies folder cannot be watched. Hand edits count when a login asks for them.', {
        folder: policies,
        fault: String(error),
      });
    try {
      const watcher = watch(policies, { persistent: false }, (_event, name) => {
        const mailbox = name === null ? undefined : mailboxOfFileName(name);
        if (mailbox === undefined) return;
        setTimeout(() => this.#followEdit(mailbox), settleTime).unref();
      });
      return watcher.on('error', onFault);
    } catch (error) {
      onFault(error);
      return undefined;
    }
  }
}

/**
 * A hand edit seldom counts the revision up. It counts here, so that a page opened before it cannot silently undo it.
 */
function renumbered(policy: Policy, previous: Policy | undefined): Policy {
  if (!previous || policy.revision > previous.revision) return policy;
  return { ...policy, revision: previous.revision + 1 };
}
