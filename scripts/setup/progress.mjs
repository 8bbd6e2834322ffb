/** Says what is being done while it is done, and how long it took. */
export async function step(label, work) {
  process.stdout.write(`${label}... `);
  const start = performance.now();
  try {
    await work();
  } catch (error) {
    process.stdout.write('\n');
    throw error;
  }
  process.stdout.write(`done (${Math.ceil((performance.now() - start) / 1000)} s)\n`);
}
