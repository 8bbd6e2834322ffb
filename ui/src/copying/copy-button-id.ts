/** The button that copies. The focus goes there from those above it, which vanish when they are pressed. */
export const copyButtonId = 'ef-copying-copy';
