import type { HTMLInputTypeAttribute } from 'react';
import { describedBy } from './Field.tsx';

type Props = {
  /** That of its `Field`. */
  id: string;
  value: string;
  onChange: (value: string) => void;
  type?: HTMLInputTypeAttribute;
  hasFault?: boolean;
  placeholder?: string;
  maxLength?: number;
  min?: string;
  /** For machine words (addresses): no capitals, no spelling, no filling in. */
  isTechnical?: boolean;
};

/** One line to write into, inside a `Field`. */
export function TextInput({
  id,
  value,
  onChange,
  type = 'text',
  hasFault = false,
  isTechnical = false,
  ...rest
}: Props) {
  return (
    <input
      id={id}
      className="ef-input"
      type={type}
      value={value}
      aria-invalid={hasFault}
      aria-describedby={describedBy(id)}
      autoComplete="off"
      {...(isTechnical && { spellCheck: false, autoCapitalize: 'off' })}
      {...rest}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
