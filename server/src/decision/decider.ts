import {
  type Address,
  type Decision,
  emptyPolicy,
  formatAddress,
  type NetworkFacts,
  type PolicySettings,
  type Protocol,
  parseAddress,
  type TraceStep,
} from '@email-firewall/contract';
import type { Log } from '../log.ts';
import type { FactsSource } from '../network/index.ts';
import { type Attempt, type CompiledPolicy, canRefuse, compilePolicy, evaluate } from '../policy/index.ts';
import type { AccountDirectory, PolicyStore } from '../storage/index.ts';
import { mailboxesFor } from './login.ts';

/** What Dovecot says of a login. */
export type LoginRequest = { login: string; address: string; service: string };

/** `fault`: the rules of the mailbox cannot be known now, so its client must try again later. */
export type Answer = { kind: 'pass' } | { kind: 'refuse'; reason: string } | { kind: 'fault' };

export type Decider = {
  /** Answers Dovecot. Never throws. */
  answer(request: LoginRequest): Answer;
  /** What the stored rules, or the given ones, would make of attempts, each with its trace. For the page; records nothing. */
  tryOut(
    mailbox: string,
    attempts: readonly TriedAttempt[],
    settings?: PolicySettings,
  ): { results: TriedResult[] } | { fault: Error };
};

/** An attempt that nobody has made; `time` in ISO 8601, now if left out. */
export type TriedAttempt = { address: string; protocol: Protocol; time?: string | undefined };

type TriedResult = { decision: Decision; facts: NetworkFacts };

type Options = {
  policies: PolicyStore;
  accounts: AccountDirectory;
  facts: FactsSource;
  isServerAddress: (address: Address) => boolean;
  log: Log;
  now: () => Date;
};

/** Dovecot's names of the services that read or send mail. Others (lmtp, doveadm) deliver and administer: no client logs in there. */
const protocolOf: Readonly<Record<string, Protocol>> = {
  imap: 'imap',
  'imap-urlauth': 'imap',
  pop3: 'pop3',
  smtp: 'smtp',
  submission: 'smtp',
  sieve: 'sieve',
  managesieve: 'sieve',
};

const noPolicy = compilePolicy(emptyPolicy(''));

export function createDecider({ policies, accounts, facts, isServerAddress, log, now }: Options): Decider {
  function attemptFrom(address: Address, protocol: Protocol, time = now().getTime()): Attempt {
    return { address, protocol, time, isFromServer: isServerAddress(address) };
  }

  function tryAttempt(policy: CompiledPolicy, { address: text, protocol, time }: TriedAttempt): TriedResult {
    const address = parseAddress(text);
    if (!address) throw new Error(`"${text}" is not an address`);
    const trace: TraceStep[] = [];
    const known = facts.factsFor(text);
    const attempt = attemptFrom(address, protocol, time === undefined ? undefined : Date.parse(time));
    const decision = evaluate(policy, attempt, known, (step) => trace.push(step));
    return { decision: { ...decision, trace }, facts: known };
  }

  function answerFor(mailbox: string, request: LoginRequest, protocol: Protocol): Answer {
    const state = policies.find(mailbox);
    if (state.kind === 'absent') return { kind: 'pass' };
    if (state.kind === 'broken') return { kind: 'fault' };
    const address = parseAddress(request.address);
    // Without an address the rules cannot be asked; only a mailbox that refuses nobody may go on.
    if (!address) return canRefuse(state.value.policy) ? { kind: 'fault' } : { kind: 'pass' };
    const known = facts.factsFor(request.address);
    const decision = evaluate(state.value.compiled, attemptFrom(address, protocol), known);
    if (decision.reason === undefined) return { kind: 'pass' };
    log('info', decision.isEnforced ? 'refused' : 'would have been refused', {
      mailbox,
      address: formatAddress(address),
      protocol,
      reason: decision.reason,
    });
    return decision.isEnforced ? { kind: 'refuse', reason: decision.reason } : { kind: 'pass' };
  }

  return {
    answer(request) {
      const protocol = Object.hasOwn(protocolOf, request.service) ? protocolOf[request.service] : undefined;
      if (!protocol) return { kind: 'pass' };
      let worst: Answer = { kind: 'pass' };
      for (const mailbox of mailboxesFor(request.login, accounts)) {
        const answer = answerFor(mailbox, request, protocol);
        if (answer.kind === 'refuse') return answer;
        if (answer.kind === 'fault') worst = answer;
      }
      return worst;
    },

    tryOut(mailbox, attempts, settings) {
      const state = settings ? undefined : policies.find(mailbox);
      if (state?.kind === 'broken') return { fault: state.fault };
      const policy = settings ? compilePolicy(settings) : compiledOf(state);
      return { results: attempts.map((attempt) => tryAttempt(policy, attempt)) };
    },
  };
}

function compiledOf(state: ReturnType<PolicyStore['find']> | undefined): CompiledPolicy {
  return state?.kind === 'good' ? state.value.compiled : noPolicy;
}
