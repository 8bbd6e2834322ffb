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
import type { NewEvent, Recorder } from '../events/index.ts';
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
  /** Takes each decision made for Dovecot, but for those about the server's own logins (webmail, health checks). */
  record: Recorder;
  log: Log;
  now: () => Date;
};

/** An answer for one mailbox, with what is recorded if it stands. */
type Judged = { answer: Answer; event?: NewEvent };

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

export function createDecider({
  policies,
  accounts,
  facts,
  isServerAddress,
  record,
  log,
  now,
}: Options): Decider {
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

  function judge(mailbox: string, request: LoginRequest, protocol: Protocol): Judged {
    const state = policies.find(mailbox);
    if (state.kind === 'broken') return { answer: { kind: 'fault' } };
    const owner = accounts.ownerOf(mailbox);
    // A name that nobody has is made up, and there is no end of those: it is not recorded.
    if (state.kind === 'absent' && !owner) return { answer: { kind: 'pass' } };
    const address = parseAddress(request.address);
    // Without an address the rules cannot be asked; only a mailbox that refuses nobody may go on.
    if (!address) {
      const mayRefuse = state.kind === 'good' && canRefuse(state.value.policy);
      return { answer: { kind: mayRefuse ? 'fault' : 'pass' } };
    }
    const attempt = attemptFrom(address, protocol);
    const known = facts.factsFor(request.address);
    const decision = evaluate(compiledOf(state), attempt, known);
    const { decidedBy, reason, isEnforced } = decision;
    const answer: Answer = reason !== undefined && isEnforced ? { kind: 'refuse', reason } : { kind: 'pass' };
    if (attempt.isFromServer) return { answer };
    const rules = state.kind === 'good' ? state.value.policy.rules : [];
    return {
      answer,
      event: {
        account: owner?.account ?? '',
        mailbox,
        outcome: outcomeOf(decision),
        protocol,
        address: formatAddress(address),
        time: attempt.time,
        facts: known,
        decidedBy,
        rule: decidedBy.kind === 'rule' ? rules[decidedBy.ruleNumber - 1] : undefined,
        reason,
      },
    };
  }

  function note(event: NewEvent): void {
    record(event);
    const { mailbox, address, protocol, reason } = event;
    if (reason === undefined) return;
    const message = event.outcome === 'refused' ? 'refused' : 'would have been refused';
    log('info', message, { mailbox, address, protocol, reason });
  }

  return {
    answer(request) {
      const protocol = Object.hasOwn(protocolOf, request.service) ? protocolOf[request.service] : undefined;
      if (!protocol) return { kind: 'pass' };
      let worst: Answer = { kind: 'pass' };
      const events: NewEvent[] = [];
      for (const mailbox of mailboxesFor(request.login, accounts)) {
        const { answer, event } = judge(mailbox, request, protocol);
        if (answer.kind === 'refuse') {
          // What another mailbox would have let in is not let in.
          if (event) note(event);
          return answer;
        }
        if (answer.kind === 'fault') worst = answer;
        else if (event) events.push(event);
      }
      if (worst.kind === 'pass') events.forEach(note);
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

function outcomeOf({ action, isEnforced }: Decision): NewEvent['outcome'] {
  if (action === 'allow') return 'let-in';
  return isEnforced ? 'refused' : 'would-be-refused';
}

function compiledOf(state: ReturnType<PolicyStore['find']> | undefined): CompiledPolicy {
  return state?.kind === 'good' ? state.value.compiled : noPolicy;
}
