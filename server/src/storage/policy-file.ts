import { type Policy, parse, policySchema } from '@email-firewall/contract';
import { type CompiledPolicy, compilePolicy } from '../policy/index.ts';

/** A policy as it stands on disk, and ready to decide with. */
export type LoadedPolicy = { policy: Policy; compiled: CompiledPolicy };

/** A policy with its compiled form. */
export function load(policy: Policy): LoadedPolicy {
  return { policy, compiled: compilePolicy(policy) };
}

/**
 * Reads the text of a policy file.
 *
 * @param mailbox whose file it is
 * @throws a sentence for each fault found
 */
export function readPolicyFile(text: string, mailbox: string): Policy {
  const result = parse(policySchema, parseJson(text));
  if (!result.ok) throw new Error(result.faults.map(({ path, message }) => `${path}: ${message}`).join(' '));
  if (result.value.mailbox !== mailbox) {
    throw new Error(`the file is named for ${mailbox}, but its "mailbox" is ${result.value.mailbox}`);
  }
  return result.value;
}

/** The text of a policy file: JSON that a person can read and change. */
export function writePolicyFile(policy: Policy): string {
  return `${JSON.stringify(policy, null, 2)}\n`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`not JSON: ${error instanceof Error ? error.message : error}`);
  }
}
