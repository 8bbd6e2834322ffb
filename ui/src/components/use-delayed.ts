import { useEffect, useState } from 'react';

/**
 * The value as it was when it last stood still.
 *
 * @param pause in milliseconds
 */
export function useDelayed<Value>(value: Value, pause: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
