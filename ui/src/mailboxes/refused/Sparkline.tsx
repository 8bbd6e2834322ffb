import './Sparkline.css';

type Props = { days: readonly number[]; tone: 'block' | 'warn' | 'quiet' };

/** A handful of numbers as bars beside their words; it says nothing that the words do not. */
export function Sparkline({ days, tone }: Props) {
  const most = Math.max(...days, 1);
  return (
    <svg className={`ef-spark ef-spark-${tone}`} width="69" height="24" aria-hidden="true" focusable="false">
      {days.map((count, day) => {
        // A day with one among hundreds is still seen, one with none is a line on the ground.
        const height = count > 0 ? Math.max(3, (24 * count) / most) : 1;
        const place = { x: day * 10, y: 24 - height, width: 8, height };
        // biome-ignore lint/suspicious/noArrayIndexKey: the days keep their places
        return <rect key={day} {...place} rx={count > 0 ? 1.5 : 0} opacity={count > 0 ? 1 : 0.5} />;
      })}
    </svg>
  );
}
