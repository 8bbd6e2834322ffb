import type * as z from 'zod/mini';

/** One thing wrong with what came in: where, and a sentence that says what was found and what is expected. */
export type Fault = { path: string; message: string };

type Issue = z.core.$ZodIssue;

/**
 * Checks what came in against a schema of the contract.
 *
 * @returns the value, or every fault found in it, in the order of the input
 */
export function parse<Schema extends z.ZodMiniType>(
  schema: Schema,
  input: unknown,
): { ok: true; value: z.infer<Schema> } | { ok: false; faults: Fault[] } {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, faults: result.error.issues.flatMap(faultsOf) };
}

function faultsOf(issue: Issue): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      fault([...issue.path, key], 'is not a field that is known here. Leave it out.'),
    );
  }
  return [fault(issue.path, describe(issue), issue.input)];
}

function fault(path: readonly PropertyKey[], text: string, input?: unknown): Fault {
  return { path: path.map(String).join('.'), message: `${ruleOf(path)}${subjectOf(path, input)} ${text}` };
}

/** What the sentence is about: the value that was found, or the field where it should stand. */
function subjectOf(path: readonly PropertyKey[], input: unknown): string {
  if (typeof input === 'string' || typeof input === 'number') return JSON.stringify(shorten(input));
  const field = path.at(-1);
  if (field === undefined) return 'The request';
  return typeof field === 'number' ? 'An entry' : `"${String(field)}"`;
}

function shorten(input: string | number): string | number {
  return typeof input === 'string' && input.length > 60 ? `${input.slice(0, 57)}...` : input;
}

/** "Rule 3: " for a fault inside the third rule, as the page counts them. */
function ruleOf(path: readonly PropertyKey[]): string {
  const index = path[path.indexOf('rules') + 1];
  return path.includes('rules') && typeof index === 'number' ? `Rule ${index + 1}: ` : '';
}

function describe(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing. Expected: ${issue.expected}.`
        : `is not of type ${issue.expected}.`;
    case 'invalid_value':
      return `is not one of ${issue.values.map(String).join(', ')}.`;
    case 'invalid_union':
      return 'is not a known kind of condition. Write address, country, operator or network.';
    case 'too_big':
      return `is too long: at most ${issue.maximum} ${unitOf(issue.origin)}.`;
    case 'too_small':
      return `is too short: at least ${issue.minimum} ${unitOf(issue.origin)}.`;
    case 'invalid_format':
      return issue.format === 'datetime'
        ? 'is not a moment in UTC. Write it like 2026-12-31T22:00:00Z.'
        : issue.message;
    default:
      return issue.message;
  }
}

function unitOf(origin: string): string {
  return origin === 'string' ? 'characters' : 'entries';
}
