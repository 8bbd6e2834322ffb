import { ChoiceGroup } from '../components/ChoiceGroup.tsx';
import { Select } from '../components/Select.tsx';
import type { MessageKey } from '../i18n/catalogue.ts';
import { useI18n } from '../i18n/use-i18n.ts';
import { SearchField } from '../mailboxes/SearchField.tsx';
import './ActivityBar.css';
import { CsvButton } from './csv/CsvButton.tsx';
import { type Show, shows, spanName, spans } from './filter.ts';
import type { Asked } from './list/fetch-events.ts';
import type { FilterState } from './use-activity-filter.ts';

const showName = {
  all: 'activity_filter_all',
  refused: 'activity_filter_refused',
  'let-in': 'activity_filter_let_in',
  'would-be': 'activity_filter_would',
} as const satisfies Record<Show, MessageKey>;

type Props = FilterState & { asked: Asked };

/** What narrows the list of attempts down, and the way to take it along. */
export function ActivityBar({ asked, filter, setShow, setSpan, setText }: Props) {
  const { t } = useI18n();
  return (
    <div className="ef-activity-bar">
      <ChoiceGroup
        label={t('activity_filter_label')}
        isLabelHidden
        choices={shows.map((value) => ({ value, label: t(showName[value]) }))}
        value={filter.show}
        onChange={setShow}
      />
      <div className="ef-activity-search">
        <SearchField label={t('activity_search_label')} text={filter.text} onChange={setText} />
      </div>
      <div className="ef-activity-span">
        <Select
          id="ef-activity-span"
          label={t('activity_span_label')}
          options={spans.map((value) => ({ value, label: t(spanName[value]) }))}
          value={filter.span}
          onChange={setSpan}
        />
      </div>
      <CsvButton asked={asked} />
    </div>
  );
}
