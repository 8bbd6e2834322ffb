import './Button.css';
import { Icon, type IconName } from './Icon.tsx';

type Props = {
  icon: IconName;
  label: string;
  id?: string;
  /** Without effect for now; it stays reachable, so that the focus on it is not lost. */
  isOff?: boolean;
  onClick: () => void;
};

/** A button whose picture is plain to the eye; its words are heard, and shown on hovering. */
export function IconButton({ icon, label, id, isOff = false, onClick }: Props) {
  return (
    <button
      id={id}
      type="button"
      className="ef-button ef-button-icon"
      aria-label={label}
      title={label}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
