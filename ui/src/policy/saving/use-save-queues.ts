import { createContext, useContext } from 'react';
import type { SaveQueues } from './save-queues.ts';

export const SaveQueuesContext = createContext<SaveQueues | undefined>(undefined);

/** The save queues of this page. */
export function useSaveQueues(): SaveQueues {
  const queues = useContext(SaveQueuesContext);
  if (!queues) throw new Error('The page was put together without its save queues.');
  return queues;
}
