package lyceum.program.online;

import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

/** A permission that the bot needs on Discord, with its bit (Discord's documentation, topics/permissions) and its name there. */
public enum Permission {
    VIEW_CHANNEL(10, "View Channels"),
    SEND_MESSAGES(11, "Send Messages"),
    SEND_IN_THREADS(38, "Send Messages in Threads"),
    CREATE_THREADS(35, "Create Public Threads"),
    MANAGE_THREADS(34, "Manage Threads"),
    ADD_REACTIONS(6, "Add Reactions"),
    ATTACH_FILES(15, "Attach Files"),
    READ_HISTORY(16, "Read Message History"),
    MANAGE_WEBHOOKS(29, "Manage Webhooks"),
    MANAGE_MESSAGES(13, "Manage Messages"),
    CREATE_EVENTS(44, "Create Events"),
    KICK_MEMBERS(1, "Kick Members"),
    BAN_MEMBERS(2, "Ban Members"),
    MODERATE_MEMBERS(40, "Timeout Members");

    private static final long ADMINISTRATOR = 1L << 3;

    private final long bit;
    private final String title;

    Permission(int shift, String title) {
        this.bit = 1L << shift;
        this.title = title;
    }

    /** As Discord's own pages call it. */
    public String title() {
        return title;
    }

    /** All that the hub needs, as Discord counts it. */
    public static long all() {
        long all = 0;
        for (Permission permission : values()) {
            all |= permission.bit;
        }
        return all;
    }

    /** Those that are not among the granted. */
    static Set<Permission> missing(long granted) {
        Set<Permission> missing = EnumSet.noneOf(Permission.class);
        for (Permission permission : values()) {
            if ((granted & (permission.bit | ADMINISTRATOR)) == 0) {
                missing.add(permission);
            }
        }
        return missing;
    }

    static boolean isAdministrator(long granted) {
        return (granted & ADMINISTRATOR) != 0;
    }

    /** Where somebody who manages a server lets the bot in with exactly these permissions. */
    public static URI invite(String application) {
        return URI.create(
                "https://discord.com/oauth2/authorize?client_id=%s&scope=bot+applications.commands&permissions=%d"
                        .formatted(application, all()));
    }
}
