import type { ReactNode } from 'react';
import './Button.css';
import { Icon, type IconName } from './Icon.tsx';

type Props = {
  children: ReactNode;
  id?: string;
  icon?: IconName;
  /** `primary`: what the screen is for; `plain`: like a link, for a small thing beside others. */
  look?: 'primary' | 'plain';
  isSubmit?: boolean;
  /** The form that it submits, where it stands outside of it. */
  formId?: string;
  /** Without effect for now; it stays reachable, so that the focus on it is not lost. */
  isOff?: boolean;
  /** For a button that shows and hides something: whether it is shown. */
  isExpanded?: boolean;
  /** The whole name, where the words alone leave out what it is about. */
  label?: string;
  onClick?: () => void;
};

/** A button with words. */
export function Button({
  children,
  id,
  icon,
  look,
  isSubmit = false,
  formId,
  isOff = false,
  isExpanded,
  label,
  onClick,
}: Props) {
  return (
    <button
      id={id}
      form={formId}
      type={isSubmit ? 'submit' : 'button'}
      className={look ? `ef-button ef-button-${look}` : 'ef-button'}
      aria-disabled={isOff || undefined}
      aria-expanded={isExpanded}
      aria-label={label}
      onClick={isOff ? undefined : onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
