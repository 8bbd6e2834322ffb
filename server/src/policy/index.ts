export type { Attempt } from './attempt.ts';
export { type CompiledPolicy, compilePolicy } from './compile.ts';
export { canRefuse, evaluate } from './evaluate.ts';
export { createRangeSet } from './range-set.ts';
