import type { MessageKey } from '../../i18n/catalogue.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { SaveState } from './save-queue.ts';

/** Whether the changes are saved: said only once the server said it. */
export function SaveStatus({ saves }: { saves: SaveState }) {
  const { t } = useI18n();
  const key = statusOf(saves);
  return (
    <p className="ef-muted" role="status">
      {key && t(key)}
    </p>
  );
}

function statusOf({ pending, unsaved, hasSaved }: SaveState): MessageKey | undefined {
  if (pending.length > 0) return 'save_status_saving';
  if (unsaved.length > 0) return 'save_status_failed';
  return hasSaved ? 'save_status_saved' : undefined;
}
