import type { ReactNode } from 'react';
import './Field.css';

type Props = {
  /** Of the input, which says `aria-describedby={describedBy(id)}`. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  fault?: string | undefined;
  children: ReactNode;
};

/** An input with its label above, what helps to fill it in, and below it what is wrong. */
export function Field({ id, label, hint, fault, children }: Props) {
  return (
    <div className="ef-field">
      <label className="ef-label" id={labelId(id)} htmlFor={id}>
        {label}
      </label>
      <div className="ef-muted ef-field-hint" id={`${id}-hint`}>
        {hint}
      </div>
      {children}
      <p className="ef-fault" id={`${id}-fault`} aria-live="polite">
        {fault}
      </p>
    </div>
  );
}

/** The id of the label of the `Field` of an input. */
export function labelId(id: string): string {
  return `${id}-label`;
}

/** What an input of a `Field` is described by: what is wrong comes first. */
export function describedBy(id: string): string {
  return `${id}-fault ${id}-hint`;
}
