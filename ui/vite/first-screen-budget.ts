import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

type Chunk = {
  type: 'chunk';
  fileName: string;
  code: string;
  isEntry: boolean;
  imports: readonly string[];
  /** The file that it was made for; null where it is only shared by others. */
  facadeModuleId: string | null;
};
type Bundle = Readonly<Record<string, Chunk | { type: 'asset' }>>;

const catalogue = /\/i18n\/[\w-]+\.json$/;

/**
 * Stops the build where the JavaScript of the first screen is too heavy: the entry, what it imports before anything is
 * drawn, and the largest catalogue of words.
 *
 * @param most in kilobytes (1,000 bytes), gzipped
 */
export function firstScreenBudget(most: number): Plugin {
  return {
    name: 'first-screen-budget',
    generateBundle(_options, bundle) {
      const bytes = firstScreenBytes(bundle);
      const text = `First screen: ${(bytes / 1000).toFixed(1)} KB of JavaScript gzipped, of at most ${most}.`;
      if (bytes > most * 1000) this.error(text);
      this.info(text);
    },
  };
}

function firstScreenBytes(bundle: Bundle): number {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
  const needed = new Set<Chunk>();
  function need(chunk: Chunk): void {
    if (needed.has(chunk)) return;
    needed.add(chunk);
    for (const one of chunks) if (chunk.imports.includes(one.fileName)) need(one);
  }
  for (const chunk of chunks) if (chunk.isEntry) need(chunk);
  const words = chunks.filter(({ facadeModuleId }) => catalogue.test(facadeModuleId ?? '')).map(sizeOf);
  return [...needed].reduce((sum, chunk) => sum + sizeOf(chunk), 0) + Math.max(0, ...words);
}

function sizeOf({ code }: Chunk): number {
  return gzipSync(code).length;
}
