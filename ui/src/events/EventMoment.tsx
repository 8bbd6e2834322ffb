import { useI18n } from '../i18n/use-i18n.ts';
import { whenWords } from '../words/when-words.ts';

type Props = { time: string };

/** When an attempt was made: short to the eye, whole on hovering. */
export function EventMoment({ time }: Props) {
  const i18n = useI18n();
  return (
    <time className="ef-moment" dateTime={time} title={i18n.moment(time)}>
      {whenWords(time, i18n, Date.now())}
    </time>
  );
}
