export { createEventLog, type EventFilter, type EventLog, InvalidCursor } from './event-log.ts';
export { createMailLog } from './mail-log.ts';
export type { NewEvent, Recorder } from './new-event.ts';
