import type { ReactNode } from 'react';
import './Button.css';
import { Icon, type IconName } from './Icon.tsx';

type Props = {
  children: ReactNode;
  id?: string;
  icon?: IconName;
  isPrimary?: boolean;
  isSubmit?: boolean;
  /** Without effect for now; it stays reachable, so that the focus on it is not lost. */
  isOff?: boolean;
  onClick?: () => void;
};

/** A button with words. */
export function Button({
  children,
  id,
  icon,
  isPrimary = false,
  isSubmit = false,
  isOff = false,
  onClick,
}: Props) {
  return (
    <button
      id={id}
      type={isSubmit ? 'submit' : 'button'}
      className={isPrimary ? 'ef-button ef-button-primary' : 'ef-button'}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
