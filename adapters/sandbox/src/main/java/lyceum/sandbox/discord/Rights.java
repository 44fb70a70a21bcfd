package lyceum.sandbox.discord;

/** Discord's permission bits, as in its documentation under "Permissions". */
final class Rights {
    static final long KICK_MEMBERS = 1L << 1;
    static final long BAN_MEMBERS = 1L << 2;
    static final long ADMINISTRATOR = 1L << 3;
    static final long MANAGE_CHANNELS = 1L << 4;
    static final long MANAGE_GUILD = 1L << 5;
    static final long ADD_REACTIONS = 1L << 6;
    static final long VIEW_AUDIT_LOG = 1L << 7;
    static final long VIEW_CHANNEL = 1L << 10;
    static final long SEND_MESSAGES = 1L << 11;
    static final long MANAGE_MESSAGES = 1L << 13;
    static final long EMBED_LINKS = 1L << 14;
    static final long ATTACH_FILES = 1L << 15;
    static final long READ_MESSAGE_HISTORY = 1L << 16;
    static final long MENTION_EVERYONE = 1L << 17;
    static final long USE_EXTERNAL_EMOJIS = 1L << 18;
    static final long CHANGE_NICKNAME = 1L << 26;
    static final long MANAGE_NICKNAMES = 1L << 27;
    static final long MANAGE_ROLES = 1L << 28;
    static final long MANAGE_WEBHOOKS = 1L << 29;
    static final long USE_COMMANDS = 1L << 31;
    static final long MANAGE_EVENTS = 1L << 33;
    static final long MANAGE_THREADS = 1L << 34;
    static final long CREATE_PUBLIC_THREADS = 1L << 35;
    static final long CREATE_PRIVATE_THREADS = 1L << 36;
    static final long SEND_MESSAGES_IN_THREADS = 1L << 38;
    static final long MODERATE_MEMBERS = 1L << 40;
    static final long CREATE_EVENTS = 1L << 44;
    static final long SEND_POLLS = 1L << 49;
    static final long PIN_MESSAGES = 1L << 51;

    static final long ALL = (1L << 53) - 1;
    /** What everyone in the guild may do. */
    static final long EVERYONE = ADD_REACTIONS
            | VIEW_CHANNEL
            | SEND_MESSAGES
            | EMBED_LINKS
            | ATTACH_FILES
            | READ_MESSAGE_HISTORY
            | CHANGE_NICKNAME
            | USE_EXTERNAL_EMOJIS
            | USE_COMMANDS
            | CREATE_PUBLIC_THREADS
            | SEND_MESSAGES_IN_THREADS;

    static final long OF_MODERATORS = KICK_MEMBERS
            | BAN_MEMBERS
            | MANAGE_MESSAGES
            | MANAGE_THREADS
            | MODERATE_MEMBERS
            | MANAGE_NICKNAMES
            | MENTION_EVERYONE
            | VIEW_AUDIT_LOG
            | PIN_MESSAGES;

    static final long OF_CREATORS =
            OF_MODERATORS | MANAGE_GUILD | MANAGE_CHANNELS | MANAGE_ROLES | MANAGE_EVENTS | CREATE_EVENTS;

    static final long OF_THE_HUB = OF_CREATORS | MANAGE_WEBHOOKS | CREATE_PRIVATE_THREADS | SEND_POLLS;

    private Rights() {}

    static boolean has(long rights, long wanted) {
        return (rights & wanted) == wanted;
    }
}
