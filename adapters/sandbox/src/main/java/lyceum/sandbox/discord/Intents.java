package lyceum.sandbox.discord;

/** The gateway's intents. */
final class Intents {
    static final long GUILDS = 1;
    static final long GUILD_MEMBERS = 1 << 1;
    static final long GUILD_MODERATION = 1 << 2;
    static final long GUILD_WEBHOOKS = 1 << 5;
    static final long GUILD_MESSAGES = 1 << 9;
    static final long GUILD_REACTIONS = 1 << 10;
    static final long GUILD_TYPING = 1 << 11;
    static final long DIRECT_MESSAGES = 1 << 12;
    static final long DIRECT_REACTIONS = 1 << 13;
    static final long MESSAGE_CONTENT = 1 << 15;
    static final long SCHEDULED_EVENTS = 1 << 16;
    /** Every bit that has a meaning; others close the connection with 4013. */
    static final long KNOWN = (1L << 17) - 1 | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;

    private Intents() {}
}
