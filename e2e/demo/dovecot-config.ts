import { loopback } from './ports.ts';
import type { RuntimePaths } from './runtime-folder.ts';
import type { SystemUsers } from './system-users.ts';

export type DovecotOptions = {
  imapPort: number;
  pop3Port: number;
  /** Dovecot's cache of passwords, with the values cPanel gives it by default. */
  authCache: boolean;
  /** False: a refused login is answered at once, and many of them never slow down the next. */
  delayFailures: boolean;
  /** How long the hook waits for the service, in milliseconds. */
  hookTimeout: number;
};

/** What the plugin's settings say on a cPanel server. */
const installedHook = '/usr/libexec/email-firewall/checkpassword';
const installedOverlong = '/usr/share/email-firewall/overlong';

/** The settings of the demo's Dovecot: the plugin's own ones, word for word but for two paths, then a small server's. */
export function dovecotConfig(
  pluginSettings: string,
  paths: RuntimePaths,
  users: SystemUsers,
  options: DovecotOptions,
): string {
  const hookOptions = `--socket=${paths.decisionSocket} --markers=${paths.markers} --timeout-ms=${options.hookTimeout}`;
  const firewall = replaceOnce(
    replaceOnce(pluginSettings, installedHook, `${paths.hook} ${hookOptions}`),
    installedOverlong,
    paths.overlong,
  );
  return `base_dir = ${paths.dovecotFolder}
state_dir = ${paths.dovecotFolder}
log_path = ${paths.dovecotLog}
protocols = imap pop3
listen = ${loopback}
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login cram-md5
# Wider than Dovecot's default: "+", "%" and ":" stand in for "@" in logins to cPanel, the others may occur in a name.
auth_username_chars = abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ01234567890.-_@+%:&=~'
auth_username_format = %Lu
auth_verbose = yes
# Lets a client say from which address it comes: ID in IMAP, XCLIENT in POP3.
login_trusted_networks = 127.0.0.0/8 ::1/128
mail_location = maildir:~/Maildir
mail_max_userip_connections = 1000
first_valid_uid = 1
first_valid_gid = 1
${cacheSettings(options)}${delaySettings(options)}${listener('imap', options.imapPort)}${listener('pop3', options.pop3Port)}${userSettings(users)}
${firewall}
passdb {
  driver = passwd-file
  args = ${paths.users}
}
userdb {
  driver = passwd-file
  args = ${paths.users}
}
`;
}

function cacheSettings({ authCache }: DovecotOptions): string {
  return authCache ? 'auth_cache_size = 1M\nauth_cache_ttl = 3600s\nauth_cache_negative_ttl = 3600s\n' : '';
}

function delaySettings({ delayFailures }: DovecotOptions): string {
  return delayFailures
    ? ''
    : 'auth_failure_delay = 0\nservice anvil {\n  unix_listener anvil-auth-penalty {\n    mode = 0\n  }\n}\n';
}

function listener(protocol: 'imap' | 'pop3', port: number): string {
  return `service ${protocol}-login {
  inet_listener ${protocol} {
    port = ${port}
  }
  inet_listener ${protocol}s {
    port = 0
  }
}
`;
}

/** Who is not root can neither change user nor root folder: all of Dovecot then runs as that user. */
function userSettings({ isRoot, name, group }: SystemUsers): string {
  if (isRoot) return '';
  const chrooted = ['imap-login', 'pop3-login', 'anvil'];
  return [
    `default_internal_user = ${name}`,
    `default_internal_group = ${group}`,
    `default_login_user = ${name}`,
    ...chrooted.map((service) => `service ${service} {\n  chroot =\n}`),
    '',
  ].join('\n');
}

function replaceOnce(text: string, searched: string, replacement: string): string {
  const parts = text.split(searched);
  if (parts.length !== 2) {
    throw new Error(
      `The plugin's Dovecot settings name ${searched} ${parts.length - 1} times instead of once.`,
    );
  }
  return parts.join(replacement);
}
