import { useI18n } from '../i18n/use-i18n.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

/** In place of a screen that failed to draw, or whose code could not be fetched. */
export function CrashNotice() {
  const { t } = useI18n();
  return (
    <Notice
      tone="block"
      icon="warn"
      isAlert
      title={t('app_crash_title')}
      actions={<Button onClick={() => location.reload()}>{t('app_crash_reload')}</Button>}
    >
      <p className="ef-text">{t('app_crash_text')}</p>
    </Notice>
  );
}
