import { strangerKinds } from '@email-firewall/contract';
import '../components/Skeleton.css';

/** In place of the rows while they are fetched, at their size: the person, and a stranger of each kind. */
export function CheckSkeleton({ label }: { label: string }) {
  return (
    <div className="ef-checks-list" aria-busy="true">
      <p className="ef-visually-hidden" aria-live="polite">
        {label}
      </p>
      {['you', ...strangerKinds].map((kind) => (
        <div key={kind} className="ef-check-item ef-check-waiting" aria-hidden="true">
          <span className="ef-skeleton-bar" />
          <span className="ef-skeleton-bar" />
        </div>
      ))}
    </div>
  );
}
