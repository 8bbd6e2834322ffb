import { chmod, chown } from 'node:fs/promises';
import { createServer } from 'node:http';
import { parseAddress } from '@email-firewall/contract';
import { createApi } from '../api/index.ts';
import { createDecider, createDecisionServer } from '../decision/index.ts';
import { createEventLog, createMailLog, type NewEvent } from '../events/index.ts';
import type { Log } from '../log.ts';
import { createRefusals, type LoginOutcome, openMailLog, reportLogins } from '../mail-log/index.ts';
import {
  createServerAddresses,
  openNetworkData,
  openProviderSearch,
  providerFileIn,
} from '../network/index.ts';
import {
  type AccountDirectory,
  openAccountDirectory,
  openPolicyStore,
  type PolicyStore,
} from '../storage/index.ts';
import { isOld, oldSentence } from './doctor.ts';
import { closeServer, listenOn } from './listen.ts';
import type { Settings } from './settings.ts';

const apiSocketMode = 0o600;
const decisionSocketMode = 0o660;

// The hook's group may look for a marker by its name, and not list them.
const markersMode = 0o710;

/** How often the accounts are looked at for changes that concern the markers, in milliseconds. */
const accountsInterval = 1000;

const defaultDays = 90;
const defaultMegabytes = 512;
/** In milliseconds. */
const day = 86_400_000;
const megabyte = 1_048_576;

/** Logs know whole seconds, cut off, and Dovecot reads its clock before it asks; in milliseconds. */
const logImprecision = 2000;

const clock = () => performance.now();
const now = () => new Date();

/**
 * Runs the resident service: it answers Dovecot and serves the API.
 *
 * @returns stops it, once requests under way have been answered
 * @throws where a folder or socket cannot be made
 */
export async function serve(settings: Settings, log: Log): Promise<() => Promise<void>> {
  const accounts = openAccountDirectory(settings.accounts, log, clock);
  const policies = await openPolicyStore({ ...settings, namesOf: accounts.namesOf, log, clock, now });
  await chmod(settings.markers, markersMode);
  if (settings.decisionGroup !== undefined) {
    await chown(settings.markers, process.getuid?.() ?? 0, settings.decisionGroup);
  }
  const facts = await openNetworkData({ ...settings.networkData, log, now });
  for (const source of facts.sources().filter(isOld)) log('warn', oldSentence(source));
  const providers = openProviderSearch(() => providerFileIn(settings.networkData?.folder));
  const isServerAddress = createServerAddresses(clock);
  const events = createEventLog({
    file: settings.events,
    retention: retentionOf(settings),
    log,
  });
  // Not waited for: no login depends on it.
  void events.open();
  const mailLog = settings.mailLog === undefined ? undefined : createMailLog(settings.mailLog, log);
  const refusals = createRefusals(now);
  function record(event: NewEvent): void {
    if (event.outcome === 'refused') refusals.note(event);
    events.record(event);
    mailLog?.write(event);
  }
  function report({ firstAttempt, session: _, ...outcome }: LoginOutcome): void {
    const address = parseAddress(outcome.address);
    if (!address || isServerAddress(address)) return;
    const settles = { from: firstAttempt - logImprecision, to: outcome.time + logImprecision };
    events.record({ ...outcome, facts: facts.factsFor(outcome.address), settles });
  }
  const dovecotLog =
    settings.dovecotLog === undefined
      ? undefined
      : openMailLog({
          path: settings.dovecotLog,
          onLogin: reportLogins({ accounts, refusals, report }),
          log,
          now,
        });
  const decider = createDecider({ policies, accounts, facts, isServerAddress, record, log, now });

  const decisionServer = createDecisionServer(decider, log);
  await listenOn(decisionServer, settings.decisionSocket, decisionSocketMode, settings.decisionGroup);
  const apiServer = createServer(
    createApi({
      policies,
      accounts,
      decider,
      facts,
      providers,
      sources: facts.sources,
      events,
      isLogReadable: () => dovecotLog?.state().isReadable ?? false,
      log,
      now,
    }),
  );
  await listenOn(apiServer, settings.apiSocket, apiSocketMode);

  const stopKeepingMarkers = keepMarkers(policies, accounts, log);
  return async () => {
    stopKeepingMarkers();
    await Promise.all([closeServer(decisionServer), closeServer(apiServer)]);
    await dovecotLog?.stop();
    facts.close();
    await providers.close();
    await events.close();
    mailLog?.close();
    await policies.close();
  };
}

function retentionOf({ eventRetention }: Settings): { maxAge: number; maxBytes: number } {
  const { days = defaultDays, megabytes = defaultMegabytes } = eventRetention ?? {};
  return { maxAge: days * day, maxBytes: megabytes * megabyte };
}

/**
 * Makes the markers agree with the policies at the start, and again when the accounts change: a new domain is one more
 * name for a default mailbox.
 */
function keepMarkers(policies: PolicyStore, accounts: AccountDirectory, log: Log): () => void {
  let checked: object | undefined;
  function check(): void {
    const version = accounts.version();
    if (version === checked) return;
    checked = version;
    policies.checkMarkers().catch((error: unknown) => {
      checked = undefined;
      log('error', 'The markers could not be checked.', { fault: String(error) });
    });
  }
  check();
  const timer = setInterval(check, accountsInterval);
  return () => clearInterval(timer);
}
