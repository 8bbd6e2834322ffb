import { limits } from '@email-firewall/contract';
import { useMutation } from '@tanstack/react-query';
import type { ApiFailure } from '../../api/api-failure.ts';
import { call } from '../../api/call.ts';
import { useI18n } from '../../i18n/use-i18n.ts';
import { type Asked, filterRequest } from '../list/fetch-events.ts';
import { csvName, download } from './csv-file.ts';

/** Fetches what is listed as a table, and hands it to the browser as a file. */
export function useCsv(asked: Asked) {
  const { t } = useI18n();
  const { mutate, data, error, isPending, reset } = useMutation<string, ApiFailure>({
    networkMode: 'always',
    mutationFn: async () => {
      const { csv, isCut } = await call('export_events', filterRequest(asked, Date.now()));
      const name = csvName(asked.mailbox ?? t('activity_csv_all_name'), new Date());
      download(name, csv);
      return isCut
        ? t('activity_csv_cut', { name, most: limits.exportedEvents })
        : t('activity_csv_done', { name });
    },
  });
  return { start: () => mutate(), said: data, failure: error, isBusy: isPending, dismiss: reset };
}
