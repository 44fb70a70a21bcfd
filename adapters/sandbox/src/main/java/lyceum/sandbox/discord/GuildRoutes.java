package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** The REST routes of the guild and its members: roles, nicknames, time-outs, kicks and bans. */
final class GuildRoutes {
    private static final Duration LONGEST_MUTE = Duration.ofDays(28);

    private final DiscordSide side;

    GuildRoutes(DiscordSide side) {
        this.side = side;
    }

    void hang(Rest rest) {
        rest.get(
                "/guilds/{guild}",
                ask -> inGuild(
                        ask,
                        GuildObject.json(side.guild())
                                .put(
                                        "approximate_member_count",
                                        side.guild().members().size())));
        rest.get("/guilds/{guild}/roles", ask -> inGuild(ask, roles()));
        rest.get("/guilds/{guild}/emojis", ask -> inGuild(ask, Json.array()));
        rest.get("/guilds/{guild}/stickers", ask -> inGuild(ask, Json.array()));
        rest.get("/guilds/{guild}/members", this::list);
        rest.get("/guilds/{guild}/members/search", this::search);
        rest.get(
                "/guilds/{guild}/members/{user}",
                ask -> inGuild(ask, member(ask).json()));
        rest.patch("/guilds/{guild}/members/{user}", this::change);
        rest.delete("/guilds/{guild}/members/{user}", this::kick);
        rest.put("/guilds/{guild}/members/{user}/roles/{role}", ask -> role(ask, true));
        rest.delete("/guilds/{guild}/members/{user}/roles/{role}", ask -> role(ask, false));
        rest.get("/guilds/{guild}/bans", ask -> {
            side.permissions().needInGuild(ask.bot().id(), Rights.BAN_MEMBERS);
            ArrayNode bans = Json.array();
            side.guild().bans().keySet().forEach(id -> bans.add(ban(id)));
            return inGuild(ask, bans);
        });
        rest.get("/guilds/{guild}/bans/{user}", ask -> {
            side.permissions().needInGuild(ask.bot().id(), Rights.BAN_MEMBERS);
            if (!side.guild().bans().containsKey(ask.id("user"))) {
                throw DiscordError.unknown("Ban");
            }
            return inGuild(ask, ban(ask.id("user")));
        });
        rest.put("/guilds/{guild}/bans/{user}", this::ban);
        rest.delete("/guilds/{guild}/bans/{user}", ask -> {
            side.permissions().needInGuild(ask.bot().id(), Rights.BAN_MEMBERS);
            side.guild().unban(side.user(ask.id("user")));
            return Rest.Answer.NONE;
        });
    }

    private Rest.Answer inGuild(Ask ask, JsonNode answer) {
        side.needGuild(ask);
        return Rest.Answer.of(answer);
    }

    private ArrayNode roles() {
        ArrayNode roles = Json.array();
        side.guild().roles().forEach(role -> roles.add(role.json()));
        return roles;
    }

    private Member member(Ask ask) {
        return side.guild().member(ask.id("user")).orElseThrow(() -> DiscordError.unknown("Member"));
    }

    private Rest.Answer list(Ask ask) {
        long after = ask.queryId("after").orElse(0L);
        ArrayNode members = Json.array();
        side.guild().members().stream()
                .filter(member -> member.id() > after)
                .limit(ask.limit(1, 1_000))
                .forEach(member -> members.add(member.json()));
        return inGuild(ask, members);
    }

    private Rest.Answer search(Ask ask) {
        String prefix = ask.query("query").orElse("").toLowerCase(Locale.ROOT);
        ArrayNode members = Json.array();
        side.guild().members().stream()
                .filter(member -> member.name().toLowerCase(Locale.ROOT).startsWith(prefix))
                .limit(ask.limit(1, 1_000))
                .forEach(member -> members.add(member.json()));
        return inGuild(ask, members);
    }

    /** The bot may act on a member only with the right and a higher role. */
    private void needPower(Ask ask, Member on, long right) {
        side.needGuild(ask);
        side.permissions().needInGuild(ask.bot().id(), right);
        Member self = side.guild().member(ask.bot().id()).orElseThrow(DiscordError::missingAccess);
        if (on.id() != self.id() && side.guild().rank(on) >= side.guild().rank(self)) {
            throw DiscordError.missingPermissions();
        }
    }

    private Rest.Answer change(Ask ask) {
        Member before = ask.path("user").equals("@me")
                ? side.guild().member(ask.bot().id()).orElseThrow(() -> DiscordError.unknown("Member"))
                : member(ask);
        ObjectNode body = ask.body();
        Member after = before;
        if (body.has("nick")) {
            needPower(ask, before, before.id() == ask.bot().id() ? Rights.CHANGE_NICKNAME : Rights.MANAGE_NICKNAMES);
            after = after.withNick(body.path("nick").textValue());
        }
        if (body.has("communication_disabled_until")) {
            needPower(ask, before, Rights.MODERATE_MEMBERS);
            if (Rights.has(side.permissions().inGuild(before.id()), Rights.ADMINISTRATOR)) {
                throw DiscordError.missingPermissions();
            }
            after = after.mutedUntil(checkedMute(body.path("communication_disabled_until")));
        }
        if (body.has("roles")) {
            needPower(ask, before, Rights.MANAGE_ROLES);
            List<Long> roles = new ArrayList<>();
            body.path("roles").forEach(role -> roles.add(role.asLong()));
            roles.stream().filter(role -> !before.roles().contains(role)).forEach(role -> needRole(ask, role));
            before.roles().stream().filter(role -> !roles.contains(role)).forEach(role -> needRole(ask, role));
            after = after.withRoles(List.copyOf(roles));
        }
        Member changed = after;
        return Rest.Answer.of(side.guild().change(before.id(), same -> changed).json());
    }

    private @Nullable String checkedMute(JsonNode until) {
        String text = until.textValue();
        if (text == null) {
            return null;
        }
        try {
            if (OffsetDateTime.parse(text)
                    .toInstant()
                    .isAfter(side.clock().now().plus(LONGEST_MUTE))) {
                throw DiscordError.invalid(
                        "communication_disabled_until",
                        "INVALID_COMMUNICATION_DISABLED_TIMESTAMP",
                        "Cannot set a timeout that is more than 28 days.");
            }
            return text;
        } catch (DateTimeException e) {
            throw DiscordError.invalid(
                    "communication_disabled_until",
                    "DATE_TIME_TYPE_PARSE",
                    "Could not parse " + text + ". Should be ISO8601.");
        }
    }

    private Role needRole(Ask ask, long id) {
        Role role = side.guild().role(id).orElseThrow(() -> DiscordError.unknown("Role"));
        side.permissions().needInGuild(ask.bot().id(), Rights.MANAGE_ROLES);
        int rank = side.guild().member(ask.bot().id()).map(side.guild()::rank).orElse(0);
        if (role.position() >= rank || role.botId() != 0) {
            throw DiscordError.missingPermissions();
        }
        return role;
    }

    private Rest.Answer role(Ask ask, boolean add) {
        side.needGuild(ask);
        long role = needRole(ask, ask.id("role")).id();
        side.guild().change(ask.id("user"), member -> add ? member.withRole(role) : member.withoutRole(role));
        return Rest.Answer.NONE;
    }

    private Rest.Answer kick(Ask ask) {
        Member member = member(ask);
        needPower(ask, member, Rights.KICK_MEMBERS);
        side.guild().leave(member);
        return Rest.Answer.NONE;
    }

    private Rest.Answer ban(Ask ask) {
        side.needGuild(ask);
        long id = ask.id("user");
        side.permissions().needInGuild(ask.bot().id(), Rights.BAN_MEMBERS);
        side.guild().member(id).ifPresent(member -> needPower(ask, member, Rights.BAN_MEMBERS));
        side.guild().ban(side.user(id), ask.reason().orElse(null));
        return Rest.Answer.NONE;
    }

    private ObjectNode ban(long id) {
        ObjectNode ban = Json.object().put("reason", side.guild().bans().get(id));
        ban.set("user", side.user(id));
        return ban;
    }
}
