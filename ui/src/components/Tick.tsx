import { type ReactNode, useId } from 'react';
import './Tick.css';

type Props = {
  label: ReactNode;
  hint?: ReactNode;
  isTicked: boolean;
  onChange: (isTicked: boolean) => void;
};

/** Yes or no, with what a yes means below it. */
export function Tick({ label, hint, isTicked, onChange }: Props) {
  const id = useId();
  return (
    <div className="ef-tick">
      <input
        id={id}
        className="ef-tick-box"
        type="checkbox"
        checked={isTicked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label className="ef-tick-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="ef-muted ef-tick-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
