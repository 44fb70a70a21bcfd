package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import lyceum.sandbox.world.WorldClock;

/** Who may do what where, computed as Discord documents it: roles, then the channel's overwrites, then time-outs. */
final class Permissions {
    private static final long LEFT_WHEN_MUTED = Rights.VIEW_CHANNEL | Rights.READ_MESSAGE_HISTORY;

    private final Guild guild;
    private final WorldClock clock;

    Permissions(Guild guild, WorldClock clock) {
        this.guild = guild;
        this.clock = clock;
    }

    /** The rights of a user in the guild as a whole; nothing for who is no member. */
    long inGuild(long user) {
        Member member = guild.member(user).orElse(null);
        if (member == null) {
            return 0;
        }
        long rights = guild.role(Snowflakes.GUILD).map(Role::rights).orElse(0L);
        for (long role : member.roles()) {
            rights |= guild.role(role).map(Role::rights).orElse(0L);
        }
        if (user == FirstDay.OWNER || Rights.has(rights, Rights.ADMINISTRATOR)) {
            return Rights.ALL;
        }
        return isMuted(member) ? rights & LEFT_WHEN_MUTED : rights;
    }

    /** The rights of a user in a channel; in a thread its parent's; everything in one's own direct conversation. */
    long in(long user, Channel channel) {
        if (channel.isDirect()) {
            return takesPart(user, channel) ? Rights.ALL & ~Rights.MANAGE_MESSAGES : 0;
        }
        long base = inGuild(user);
        Member member = guild.member(user).orElse(null);
        if (member == null || base == Rights.ALL) {
            return base;
        }
        Channel ruling = channel.isThread() ? guild.channel(channel.major()).orElse(channel) : channel;
        long rights = overwritten(base, member, ruling.json().path("permission_overwrites"));
        if (!Rights.has(rights, Rights.VIEW_CHANNEL)) {
            return 0;
        }
        return isMuted(member) ? rights & LEFT_WHEN_MUTED : rights;
    }

    private static long overwritten(long base, Member member, JsonNode overwrites) {
        long rights = base;
        long allowed = 0;
        long denied = 0;
        JsonNode own = null;
        for (JsonNode overwrite : overwrites) {
            long id = overwrite.path("id").asLong();
            if (id == Snowflakes.GUILD) {
                rights = (rights & ~overwrite.path("deny").asLong())
                        | overwrite.path("allow").asLong();
            } else if (member.roles().contains(id)) {
                allowed |= overwrite.path("allow").asLong();
                denied |= overwrite.path("deny").asLong();
            } else if (id == member.id()) {
                own = overwrite;
            }
        }
        rights = (rights & ~denied) | allowed;
        return own == null
                ? rights
                : (rights & ~own.path("deny").asLong()) | own.path("allow").asLong();
    }

    boolean sees(long user, Channel channel) {
        return Rights.has(in(user, channel), Rights.VIEW_CHANNEL);
    }

    /** Whether a user may post there now. */
    boolean speaks(long user, Channel channel) {
        long needed = channel.isThread() ? Rights.SEND_MESSAGES_IN_THREADS : Rights.SEND_MESSAGES;
        return Rights.has(in(user, channel), Rights.VIEW_CHANNEL | needed);
    }

    /** Refuses with Discord's own error what a user may not do in a channel. */
    void need(long user, Channel channel, long wanted) {
        long rights = in(user, channel);
        if (!Rights.has(rights, Rights.VIEW_CHANNEL)) {
            throw DiscordError.missingAccess();
        }
        if (!Rights.has(rights, wanted)) {
            throw DiscordError.missingPermissions();
        }
    }

    void needInGuild(long user, long wanted) {
        if (!Rights.has(inGuild(user), wanted)) {
            throw DiscordError.missingPermissions();
        }
    }

    boolean isMuted(Member member) {
        String until = member.mutedUntil();
        return until != null && OffsetDateTime.parse(until).toInstant().isAfter(now());
    }

    private Instant now() {
        return clock.now();
    }

    static boolean takesPart(long user, Channel channel) {
        for (JsonNode recipient : channel.json().path("recipients")) {
            if (recipient.path("id").asLong() == user) {
                return true;
            }
        }
        return channel.json().path("bot").asLong() == user;
    }
}
