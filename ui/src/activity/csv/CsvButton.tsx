import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { Asked } from '../list/fetch-events.ts';
import './CsvButton.css';
import { useCsv } from './use-csv.ts';

/** The attempts that are listed, to take along. */
export function CsvButton({ asked }: { asked: Asked }) {
  const { t } = useI18n();
  const { start, said, failure, isBusy, dismiss } = useCsv(asked);
  return (
    <>
      <Button icon="download" label={t('activity_csv_label')} isOff={isBusy} onClick={start}>
        {t('activity_csv_button')}
      </Button>
      <div className="ef-csv">
        <p className="ef-muted" role="status">
          {isBusy ? t('activity_csv_busy') : said}
        </p>
        {failure && (
          <ErrorNotice
            title={t('activity_csv_failed_title')}
            failure={failure}
            actions={
              <>
                <Button onClick={start}>{t('error_retry')}</Button>
                <Button onClick={dismiss}>{t('dialog_close')}</Button>
              </>
            }
          />
        )}
      </div>
    </>
  );
}
