import { describedBy } from './Field.tsx';

type Props<Value> = {
  /** That of its `Field`. */
  id: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  /** Where it stands without a `Field`. */
  label?: string;
};

/** One of several, as the browser offers it: on a phone, that is the phone's own list. */
export function Select<Value extends string>({ id, options, value, onChange, label }: Props<Value>) {
  return (
    <select
      id={id}
      className="ef-input ef-select"
      value={value}
      aria-label={label}
      aria-describedby={label === undefined ? describedBy(id) : undefined}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
