import type { Ref } from 'react';
import './Button.css';
import { Icon, type IconName } from './Icon.tsx';

type Props = {
  icon: IconName;
  label: string;
  id?: string;
  ref?: Ref<HTMLButtonElement>;
  /** Without a frame: for what is always at hand, such as closing. */
  isQuiet?: boolean;
  /** Without effect for now; it stays reachable, so that the focus on it is not lost. */
  isOff?: boolean;
  onClick?: () => void;
};

/** A button whose picture is plain to the eye; its words are heard, and shown on hovering. */
export function IconButton({ icon, label, isQuiet = false, isOff = false, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      className={isQuiet ? 'ef-button ef-button-icon ef-button-quiet' : 'ef-button ef-button-icon'}
      aria-label={label}
      title={label}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onClick}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}
