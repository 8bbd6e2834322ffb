import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import './Notice.css';

type Props = {
  tone: 'allow' | 'block' | 'warn' | 'quiet';
  icon: IconName;
  /** Whether it came up while the person was at work, and must be heard at once. */
  isAlert?: boolean;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
};

/** Something the person has to know, and what can be done about it. */
export function Notice({ tone, icon, isAlert = false, title, children, actions }: Props) {
  return (
    <div className={`ef-notice ef-notice-${tone}`} role={isAlert ? 'alert' : undefined}>
      <Icon name={icon} />
      <div className="ef-notice-body">
        {title && <p className="ef-notice-title">{title}</p>}
        {children}
        {actions && <div className="ef-notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
