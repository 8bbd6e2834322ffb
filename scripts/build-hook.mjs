import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const thisScript = fileURLToPath(import.meta.url);
const source = fileURLToPath(new URL('../plugin/hook/checkpassword.c', import.meta.url));
const folder = fileURLToPath(new URL('../plugin/hook/build/', import.meta.url));

/** Where the compiled hook lies. */
const hookProgram = `${folder}checkpassword`;

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
 * Compiles Dovecot's hook where it is missing, or older than its source or than the flags above.
 *
 * @param {{ force?: boolean }} [options] `force` compiles in any case
 * @throws a sentence that says what to install, or what the compiler says
 */
export function buildHook({ force = false } = {}) {
  const built = timeOf(hookProgram);
  if (!force && built > timeOf(source) && built > timeOf(thisScript)) return;
  mkdirSync(folder, { recursive: true });
  // Compiled beside and renamed, so that nobody runs a half-written program.
  const unfinished = `${hookProgram}.${randomUUID()}`;
  // Like make, takes "ccache gcc" for a program and its argument.
  const [compiler, ...compilerFlags] = (process.env.CC?.trim() || 'cc').split(/\s+/);
  const run = spawnSync(compiler, [...compilerFlags, ...flags, '-o', unfinished, source], {
    encoding: 'utf8',
  });
  if (run.status === 0) {
    renameSync(unfinished, hookProgram);
    return;
  }
  rmSync(unfinished, { force: true });
  throw new Error(faultOf(compiler, run));
}

function faultOf(compiler, { error, stderr, signal }) {
  if (error) {
    return `There is no C compiler (${compiler}: ${error.code}). Install gcc and libc6-dev (Debian, Ubuntu) or gcc and glibc-static.`;
  }
  // GNU ld and lld say -lc, gold and older ones too; without any headers the preprocessor stops at the first of them.
  if (/(cannot|unable to) find (library )?-l|fatal error: [\w/]+\.h: No such file/.test(stderr)) {
    return 'There is no static C library to compile the hook with. Install libc6-dev (Debian, Ubuntu) or glibc-static.';
  }
  return `The hook cannot be compiled (${compiler}).\n${stderr || signal}`;
}

function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

// Node gives argv[1] as typed, but import.meta.url with symbolic links resolved.
if (process.argv[1] && realpathSync(process.argv[1]) === thisScript) {
  try {
    buildHook({ force: process.argv.includes('--force') });
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
