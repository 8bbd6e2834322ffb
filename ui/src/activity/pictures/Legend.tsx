import { Icon } from '../../components/Icon.tsx';
import { useI18n } from '../../i18n/use-i18n.ts';
import type { Series } from './bars.ts';
import { seriesLook } from './count-words.ts';
import './Legend.css';

/** What the colours of the bars mean, from the top down as in a bar. */
export function Legend({ shown }: { shown: readonly Series[] }) {
  const { t } = useI18n();
  return (
    <ul className="ef-legend">
      {shown.toReversed().map((one) => (
        <li key={one} className="ef-legend-item">
          <span className={`ef-legend-mark ef-picture-${one}`} />
          <Icon name={seriesLook[one].icon} size={14} />
          {t(seriesLook[one].name)}
        </li>
      ))}
    </ul>
  );
}
