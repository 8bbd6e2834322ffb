import './Badge.css';
import { Icon, type IconName } from './Icon.tsx';

type Props = { tone: 'allow' | 'block' | 'warn' | 'quiet'; icon?: IconName; children: string };

/** One word that stands out, by colour and by picture. */
export function Badge({ tone, icon, children }: Props) {
  return (
    <span className={`ef-badge ef-badge-${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
