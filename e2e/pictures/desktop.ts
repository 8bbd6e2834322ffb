import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('desktop/', import.meta.url));

/** Where the window manager and GTK look for what, in a home folder. */
const places = {
  'openbox.xml': '.config/openbox/rc.xml',
  themerc: '.themes/Plain/openbox-3/themerc',
  'gtk.ini': '.config/gtk-3.0/settings.ini',
};

/**
 * Makes a home folder in which programs look the same on every machine, whatever the person has chosen for their own.
 *
 * @returns the environment to start them in: nothing of the person's own session, so that no window opens there
 */
export async function makeHome(home: string): Promise<NodeJS.ProcessEnv> {
  for (const [file, place] of Object.entries(places)) {
    await mkdir(dirname(join(home, place)), { recursive: true });
    await cp(join(source, file), join(home, place));
  }
  const { PATH } = process.env;
  return {
    PATH,
    HOME: home,
    LANG: 'C.UTF-8',
    // Everything is drawn twice as large, for screens that show it sharp.
    GDK_SCALE: '2',
    GDK_BACKEND: 'x11',
    // No session bus, and none is started.
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/dev/null',
    NO_AT_BRIDGE: '1',
  };
}
