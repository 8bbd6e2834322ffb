import './Skeleton.css';

type Props = { label: string; rows: number };

/** Stands where a list is about to appear, at about its size. */
export function Skeleton({ label, rows }: Props) {
  return (
    <div className="ef-card" aria-busy="true">
      <p className="ef-visually-hidden" aria-live="polite">
        {label}
      </p>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div key={row} className="ef-skeleton-row" aria-hidden="true">
          <span className="ef-skeleton-bar" />
          <span className="ef-skeleton-bar" />
          <span className="ef-skeleton-bar" />
        </div>
      ))}
    </div>
  );
}
