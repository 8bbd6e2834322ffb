import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../plugin/hook/checkpassword.c', import.meta.url));
const folder = fileURLToPath(new URL('../plugin/hook/build/', import.meta.url));

/** Where the compiled hook lies. */
export const hookProgram = `${folder}checkpassword`;

const flags = [
  '-std=c11',
  '-D_GNU_SOURCE',
  '-O2',
  '-static',
  '-Wall',
  '-Wextra',
  '-Wpedantic',
  '-Werror',
  '-Wconversion',
  '-Wshadow',
  '-Wformat=2',
  '-Wstrict-prototypes',
  '-fstack-protector-strong',
  '-D_FORTIFY_SOURCE=2',
];

/**
 * Compiles Dovecot's hook where it is missing or older than its source.
 *
 * @param {{ force?: boolean }} [options] `force` compiles in any case
 * @throws a sentence that says what to install, or what the compiler says
 */
export function buildHook({ force = false } = {}) {
  if (!force && timeOf(hookProgram) > timeOf(source)) return;
  mkdirSync(folder, { recursive: true });
  // Compiled beside and renamed, so that nobody runs a half-written program.
  const unfinished = `${hookProgram}.${process.pid}`;
  const compiler = process.env.CC ?? 'cc';
  const run = spawnSync(compiler, [...flags, '-o', unfinished, source], { encoding: 'utf8' });
  if (run.status === 0) {
    renameSync(unfinished, hookProgram);
    return;
  }
  rmSync(unfinished, { force: true });
  throw new Error(
    run.error
      ? `There is no C compiler (${compiler}). Install gcc and libc6-dev (Debian, Ubuntu) or gcc and glibc-static.`
      : `The hook cannot be compiled. A static C library is needed: libc6-dev or glibc-static.\n${run.stderr}`,
  );
}

function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildHook({ force: true });
