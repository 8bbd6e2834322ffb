import { useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { Notice } from '../components/Notice.tsx';
import { useI18n } from '../i18n/use-i18n.ts';
import { useSaveQueues } from '../policy/saving/use-save-queues.ts';
import { mailboxPath } from './mailbox-path.ts';

/** Tells of a change that failed to be saved after the person had left its screen. */
export function UnsavedNotice() {
  const { t } = useI18n();
  const queues = useSaveQueues();
  const unsaved = useSyncExternalStore(queues.subscribe, queues.unsavedMailboxes);
  if (unsaved.length === 0) return null;
  return (
    <div className="ef-mailboxes-unsaved">
      {unsaved.map((mailbox) => (
        <Notice key={mailbox} tone="block" icon="warn" isAlert>
          <p className="ef-text">
            {t('mailboxes_unsaved_text', { mailbox })}{' '}
            <Link className="ef-link" href={mailboxPath(mailbox)}>
              {t('mailboxes_unsaved_link')}
            </Link>
          </p>
        </Notice>
      ))}
    </div>
  );
}
