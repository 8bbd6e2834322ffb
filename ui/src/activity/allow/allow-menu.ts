import type { Event } from '@email-firewall/contract';
import { createMenuHandle } from '../../components/Menu.tsx';

/** The one menu of all rows: it is told the attempt that it is opened for. */
export const allowMenu = createMenuHandle<Event>();

/** The id in the document of what stands in a row about letting in: by it the focus finds its way. */
export function allowElementId({ id }: Pick<Event, 'id'>): string {
  return `ef-allow-${id}`;
}
