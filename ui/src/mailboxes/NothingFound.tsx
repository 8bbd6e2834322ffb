import { Button } from '../components/Button.tsx';
import { Notice } from '../components/Notice.tsx';
import { useI18n } from '../i18n/use-i18n.ts';

/** In place of the list where nothing fits what is looked for, with the way back to all of it. */
export function NothingFound({ onClear }: { onClear: () => void }) {
  const { t } = useI18n();
  return (
    <Notice
      tone="quiet"
      icon="search"
      title={t('mailboxes_nothing_title')}
      actions={<Button onClick={onClear}>{t('mailboxes_search_clear')}</Button>}
    >
      <p className="ef-text">{t('mailboxes_nothing_text')}</p>
    </Notice>
  );
}
