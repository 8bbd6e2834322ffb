import { useMemo } from 'react';
import { useWords } from '../network/use-words.ts';
import type { Words } from '../words/words.ts';
import type { Subject } from './checks.ts';

/** Words that also know the providers of those who are called by them. */
export function useNamesOf(subjects: readonly Pick<Subject, 'kind' | 'facts'>[], words: Words): Words {
  const { providerOf } = useWords(
    subjects.flatMap(({ kind, facts: { operator } }) =>
      operator && (kind === 'login' || kind === 'attempt') ? [operator.asn] : [],
    ),
  );
  return useMemo(
    () => ({ ...words, providerOf: (asn) => words.providerOf(asn) ?? providerOf(asn) }),
    [words, providerOf],
  );
}
