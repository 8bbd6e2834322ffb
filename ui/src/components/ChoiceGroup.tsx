import { type ReactNode, useId } from 'react';
import './ChoiceGroup.css';
import './Field.css';

type Choice<Value> = { value: Value; label: string; tone?: 'allow' | 'block' };

type Props<Value> = {
  label: string;
  hint?: ReactNode;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /** Where the label is plain to the eye already. */
  isLabelHidden?: boolean;
};

/** A question with a few answers, one of them always given. */
export function ChoiceGroup<Value extends string>({
  label,
  hint,
  choices,
  value,
  onChange,
  isLabelHidden = false,
}: Props<Value>) {
  const id = useId();
  return (
    <div
      className="ef-choices"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={hint ? `${id}-hint` : undefined}
    >
      <div className={isLabelHidden ? 'ef-visually-hidden' : undefined}>
        <span className="ef-label" id={`${id}-label`}>
          {label}
        </span>
        {hint && (
          <span className="ef-muted" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </div>
      <div className="ef-choices-row">
        {choices.map((choice) => (
          <label key={choice.value} className={`ef-choice ef-choice-${choice.tone ?? 'plain'}`}>
            <input
              className="ef-choice-input"
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span className="ef-choice-dot" aria-hidden="true" />
            {choice.label}
          </label>
        ))}
      </div>
    </div>
  );
}
