import { useI18n } from './i18n/use-i18n.ts';
import './Footer.css';

/** Names the makers of the country data, as their licence (CC BY 4.0) asks on every page that uses it. */
export function Footer() {
  const { t } = useI18n();
  return (
    <footer className="ef-footer">
      <a className="ef-link" href="https://db-ip.com" target="_blank" rel="noreferrer">
        {t('app_footer_geolocation')}
      </a>
    </footer>
  );
}
