/*
 * Email Firewall's hook for Dovecot 2.3: a checkpassword program that asks the decision service about a login.
 *
 *   checkpassword [--socket=PATH] [--markers=DIR] [--timeout-ms=N] REPLY-PROGRAM [ARG...]
 *
 * It can refuse a login or have no opinion; nothing it does lets anyone in. How it ends, with the passdb settings of
 * plugin/dovecot/2.3.conf (measured on Dovecot 2.3.19):
 *
 *               password given (verify)      AUTHORIZED=1 (look-up: CRAM-MD5, doveadm)
 *   no opinion  exit 1                       exit 3 (exit 1 would lock everyone out)
 *   refuse      run REPLY-PROGRAM, "reason"  the same, AUTHORIZED=2, and a password that nobody knows: with none, Dovecot
 *                                            would go on to the next passdb and let the client in
 *   fault       exit 111                     exit 111: a temporary failure for this client
 *
 * Any other code, or a signal, is a temporary failure too. Exit 0 and 2 are the reply program's, after a refusal alone.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum { EXIT_NO_OPINION = 1, EXIT_NO_OPINION_LOOKUP = 3, EXIT_FAULT = 111 };
enum { INPUT_FD = 3, INPUT_MAX = 512, LOGIN_MAX = 512, FIELD_MAX = 64, REASON_MAX = 200, CANONICAL_MAX = 200 };
enum answer { PASS, REFUSE, TEMPORARY_FAILURE, NO_ANSWER };

static const char *socket_path = "/run/email-firewall/decision.sock";
static const char *marker_folder = "/var/lib/email-firewall/markers";
static long timeout_ms = 3000;
static struct timespec started;

/* Says what happened, never what the client sent. */
static _Noreturn void fail(const char *what)
{
    fprintf(stderr, "email-firewall: %s\n", what);
    exit(EXIT_FAULT);
}

/* One deadline holds for reading, asking and hearing together. */
static int milliseconds_left(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long passed = (now.tv_sec - started.tv_sec) * 1000 + (now.tv_nsec - started.tv_nsec) / 1000000;
    return passed < timeout_ms ? (int)(timeout_ms - passed) : 0;
}

static bool wait_for(int fd, short events)
{
    struct pollfd waited = { .fd = fd, .events = events };
    /* The clock is asked each time, so that bytes without end cannot outrun the deadline. */
    for (int left = milliseconds_left(); left > 0; left = milliseconds_left()) {
        int ready = poll(&waited, 1, left);
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return false;
    }
    return false;
}

/*
 * Dovecot logs a broken pipe and fails the login where its input is not taken: login NUL password NUL timestamp NUL. Of it
 * nothing is kept. The last NUL is the end: Dovecot's side of the pipe is also held by every hook that it starts
 * meanwhile, so that the end of the file would come only after the slowest of them (measured on 2.3.19).
 */
static void read_past_password(void)
{
    char input[INPUT_MAX + 1];
    size_t length = 0, nuls = 0;
    bool is_ended = false;
    while (nuls < 3) {
        if (!wait_for(INPUT_FD, POLLIN))
            fail("Dovecot's input did not come in time");
        ssize_t got = read(INPUT_FD, input, sizeof input);
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (got <= 0)
            break;
        for (ssize_t i = 0; i < got; i++)
            nuls += input[i] == '\0';
        is_ended = input[got - 1] == '\0';
        length += (size_t)got;
        explicit_bzero(input, sizeof input);
    }
    close(INPUT_FD);
    if (length > INPUT_MAX || nuls != 3 || !is_ended)
        fail("Dovecot's input is not what a checkpassword program is given");
}

static const char *environment(const char *name)
{
    const char *value = getenv(name);
    return value ? value : "";
}

/* With a master user, AUTH_USER may be the master; the mailbox that is opened is then AUTH_LOGIN_USER. */
static const char *login_name(void)
{
    const char *login = environment("AUTH_LOGIN_USER");
    return *login ? login : environment("AUTH_USER");
}

/* Every byte that could end a field, a line or a header is escaped. */
static size_t append_escaped(char *to, size_t size, const char *text)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    size_t used = 0;
    for (; *text && used + 4 <= size; text++) {
        if (strchr(plain, *text))
            to[used++] = *text;
        else
            used += (size_t)snprintf(to + used, size - used, "%%%02X", (unsigned)(unsigned char)*text);
    }
    if (*text)
        fail("a value of the environment is too long");
    to[used] = '\0';
    return used;
}

static size_t write_request(char *request, size_t size)
{
    char login[3 * LOGIN_MAX + 4], address[3 * FIELD_MAX + 4], service[3 * FIELD_MAX + 4];
    size_t length = strlen("login=&address=&service=");
    length += append_escaped(login, sizeof login, login_name());
    length += append_escaped(address, sizeof address, environment("TCPREMOTEIP"));
    length += append_escaped(service, sizeof service, environment("SERVICE"));
    int written = snprintf(request, size,
                           "POST /decide HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                           "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n\r\n"
                           "login=%s&address=%s&service=%s",
                           length, login, address, service);
    if (written < 0 || (size_t)written >= size)
        fail("the question is too long");
    return (size_t)written;
}

static int connect_to_service(void)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    if (strlen(socket_path) >= sizeof address.sun_path)
        return -1;
    strcpy(address.sun_path, socket_path);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return -1;
    /* EAGAIN: the queue of a busy or hanging service is full. */
    while (connect(fd, (const struct sockaddr *)&address, sizeof address) < 0) {
        if ((errno != EAGAIN && errno != EINTR) || milliseconds_left() == 0) {
            close(fd);
            return -1;
        }
        poll(NULL, 0, 10);
    }
    return fd;
}

static bool send_all(int fd, const char *bytes, size_t length)
{
    while (length > 0) {
        if (!wait_for(fd, POLLOUT))
            return false;
        ssize_t sent = send(fd, bytes, length, MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN && errno != EINTR)
            return false;
        if (sent > 0) {
            bytes += sent;
            length -= (size_t)sent;
        }
    }
    return true;
}

/* Reads until the service closes; an answer that is cut short or too long is none. */
static bool receive_all(int fd, char *answer, size_t size)
{
    size_t used = 0;
    while (used < size - 1) {
        if (!wait_for(fd, POLLIN))
            return false;
        ssize_t got = recv(fd, answer + used, size - 1 - used, 0);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (got < 0)
            return false;
        if (got == 0) {
            answer[used] = '\0';
            return strlen(answer) == used;
        }
        used += (size_t)got;
    }
    return false;
}

static bool is_reason(const char *text)
{
    size_t length = strlen(text);
    if (length == 0 || length > REASON_MAX)
        return false;
    for (; *text; text++)
        if (*text < ' ' || *text > '~')
            return false;
    return true;
}

/* True where the head gives the body this length, in the one spelling that the service has for it. */
static bool announces(const char *answer, const char *head_end, size_t length)
{
    char header[48];
    snprintf(header, sizeof header, "\r\nContent-Length: %zu\r\n", length);
    const char *found = strcasestr(answer, header);
    return found && found < head_end;
}

/* 204 passes, 403 refuses with its body, 503 is a temporary failure of this mailbox. All else is no answer. */
static enum answer read_answer(const char *answer, const char **reason)
{
    static const char version[] = "HTTP/1.1 ";
    const char *head_end = strstr(answer, "\r\n\r\n");
    if (!head_end || strncmp(answer, version, strlen(version)) != 0)
        return NO_ANSWER;
    const char *status = answer + strlen(version);
    if (strncmp(status, "204 ", 4) == 0)
        return PASS;
    if (strncmp(status, "503 ", 4) == 0)
        return TEMPORARY_FAILURE;
    if (strncmp(status, "403 ", 4) != 0)
        return NO_ANSWER;
    *reason = head_end + 4;
    return is_reason(*reason) && announces(answer, head_end, strlen(*reason)) ? REFUSE : NO_ANSWER;
}

static enum answer ask_service(const char **reason)
{
    static char answer[4096];
    char request[4096];
    size_t length = write_request(request, sizeof request);
    int fd = connect_to_service();
    if (fd < 0)
        return NO_ANSWER;
    bool heard = send_all(fd, request, length) && receive_all(fd, answer, sizeof answer);
    close(fd);
    return heard ? read_answer(answer, reason) : NO_ANSWER;
}

/* "info@shop.example" or a bare user name, as markers are named. Any other spelling may be a marked mailbox in disguise. */
static bool is_canonical(const char *login)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789._-";
    size_t local = strspn(login, allowed), all = strlen(login);
    if (local == 0 || all > CANONICAL_MAX || login[0] == '.' || login[all - 1] == '.')
        return false;
    if (login[local] == '\0')
        return true;
    const char *domain = login + local + 1;
    return login[local] == '@' && *domain && domain[strspn(domain, allowed)] == '\0';
}

/* Without the service, only a mailbox that is seen to bear no mark may go on. */
static bool may_go_on_unasked(void)
{
    const char *login = login_name();
    if (!is_canonical(login))
        return false;
    int folder = open(marker_folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    struct stat found;
    return folder >= 0 && fstatat(folder, login, &found, AT_SYMLINK_NOFOLLOW) < 0 && errno == ENOENT;
}

static void set(const char *name, const char *value)
{
    if (setenv(name, value, 1) != 0)
        fail("out of memory");
}

static _Noreturn void refuse(const char *reason, bool is_lookup, char **reply)
{
    /* Dovecot's reply program would take these, inherited, for the hook's own words: USER renames who logs in. */
    static const char *const foreign[] = { "USER", "HOME", "AUTHORIZED", "password" };
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        unsetenv(foreign[i]);
    set("reason", reason);
    set("EXTRA", is_lookup ? "reason password" : "reason");
    if (is_lookup) {
        unsigned char noise[16];
        char password[sizeof "{PLAIN}" + 2 * sizeof noise] = "{PLAIN}";
        if (getrandom(noise, sizeof noise, 0) != (ssize_t)sizeof noise)
            fail("no random bytes");
        for (size_t i = 0; i < sizeof noise; i++)
            snprintf(password + strlen("{PLAIN}") + 2 * i, 3, "%02x", noise[i]);
        set("password", password);
        set("AUTHORIZED", "2");
    }
    execv(reply[0], reply);
    fail("the reply program cannot be run");
}

static bool is_timeout(const char *text)
{
    char *end;
    long number = strtol(text, &end, 10);
    if (end == text || *end || number <= 0 || number > 60000)
        return false;
    timeout_ms = number;
    return true;
}

/* The reply program and its arguments, or nothing where the options are wrong. */
static char **read_options(char **argument)
{
    for (; *argument && strncmp(*argument, "--", 2) == 0; argument++) {
        char *value = strchr(*argument, '=');
        if (value && strncmp(*argument, "--socket=", 9) == 0)
            socket_path = value + 1;
        else if (value && strncmp(*argument, "--markers=", 10) == 0)
            marker_folder = value + 1;
        else if (!value || strncmp(*argument, "--timeout-ms=", 13) != 0 || !is_timeout(value + 1))
            return NULL;
    }
    return *argument ? argument : NULL;
}

int main(int argc, char **argv)
{
    clock_gettime(CLOCK_MONOTONIC, &started);
    setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
    signal(SIGPIPE, SIG_IGN);
    char **reply = read_options(argv + (argc > 0));
    read_past_password();
    if (!reply)
        fail("usage: checkpassword [--socket=PATH] [--markers=DIR] [--timeout-ms=N] REPLY-PROGRAM [ARG...]");
    if (!*login_name())
        fail("Dovecot named no login");

    bool is_lookup = strcmp(environment("AUTHORIZED"), "1") == 0;
    const char *reason = NULL;
    enum answer answer = ask_service(&reason);
    if (answer == REFUSE)
        refuse(reason, is_lookup, reply);
    if (answer == TEMPORARY_FAILURE)
        fail("the rules of this mailbox cannot be read");
    if (answer == NO_ANSWER && !may_go_on_unasked())
        fail("the decision service did not answer");
    return is_lookup ? EXIT_NO_OPINION_LOOKUP : EXIT_NO_OPINION;
}
