/**
 * Where dialogs, menus and messages are drawn: inside the page's root element, so that its styles reach them, and beside
 * the page itself, so that what is open can shut it off. `main.tsx` puts it there.
 */
export const overlays = document.createElement('div');
overlays.className = 'ef-overlays';
