import { useI18n } from './i18n/use-i18n.ts';
import { useDataSources } from './use-data-sources.ts';
import './Footer.css';

/** The makers of the country data, until the server has said whose data are in use. */
const embedded = [{ text: 'IP geolocation by DB-IP', url: 'https://db-ip.com' }];

/** Names the makers of the network data, as their licences ask on every page that uses them, and says how old the data are. */
export function Footer() {
  const { t, day } = useI18n();
  const { attributions = embedded, oldest } = useDataSources();
  return (
    <footer className="ef-footer">
      {attributions.map(({ text, url }) => (
        <a key={text} className="ef-link" href={url} target="_blank" rel="noreferrer" lang="en">
          {text}
        </a>
      ))}
      {oldest && (
        <span>{t(oldest.isStale ? 'app_footer_stale' : 'app_footer_date', { date: day(oldest.date) })}</span>
      )}
    </footer>
  );
}
