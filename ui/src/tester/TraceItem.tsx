import { Icon, type IconName } from '../components/Icon.tsx';
import type { TraceRow } from './trace-rows.ts';

const iconOf = {
  miss: 'miss',
  unknown: 'unknown',
  disabled: 'pause',
  expired: 'clock',
} as const satisfies Record<Exclude<TraceRow['outcome'], 'hit'>, IconName>;

/** One rule that was read, and how it came out. */
export function TraceItem({ row }: { row: TraceRow }) {
  const { number, sentence, note, outcome, action, result, fact } = row;
  const isDeciding = outcome === 'hit';
  return (
    <li className={isDeciding ? `ef-trace-item ef-trace-${action}` : 'ef-trace-item'} value={number}>
      <span className="ef-trace-number">{number}</span>
      <span className="ef-trace-words">
        <span className="ef-trace-sentence">{note === undefined ? sentence : `${sentence} · ${note}`}</span>
        <span className="ef-trace-outcome">
          <Icon name={isDeciding ? action : iconOf[outcome]} size={14} />
          <span>{fact === undefined ? result : `${result} · ${fact}`}</span>
        </span>
      </span>
    </li>
  );
}
