package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Verb;
import org.jspecify.annotations.Nullable;

/** What people pay, the stream's beginning and end, and what Twitch's own filter holds. */
record Giving(Twitch twitch) {
    private static final Map<String, String> TIERS =
            Map.of("1", "1000", "2", "2000", "3", "3000", "1000", "1000", "2000", "2000", "3000", "3000");

    Map<String, Verb> verbs() {
        return Map.of(
                "subscribe", call -> by(call, this::subscribe),
                "unsubscribe", call -> by(call, this::unsubscribe),
                "tip", call -> by(call, this::tip),
                "hold", call -> by(call, this::hold),
                "timeout", call -> by(call, this::timeout),
                "live", this::live);
    }

    private JsonNode by(Call call, BiFunction<Call, Account, JsonNode> deed) {
        Deeds.room(call);
        Account who = twitch.accounts().named(call.who());
        return twitch.locked(() -> deed.apply(call, who));
    }

    /** With {@code gift}, a person's name, {@code who} pays for that one; with {@code true}, somebody unknown pays for {@code who}. */
    private JsonNode subscribe(Call call, Account who) {
        String tier = TIERS.get(call.maybe("tier").orElse("1000"));
        if (tier == null) {
            throw Refused.badRequest("tier: 1000, 2000 or 3000");
        }
        boolean unknown = call.field("gift").asBoolean(false);
        if (unknown || call.field("gift").isTextual()) {
            return give(unknown ? null : who, unknown ? who : twitch.accounts().named(call.text("gift")), tier);
        }
        twitch.subscribe(who, tier);
        twitch.eventSub().tell("channel.subscribe", Happenings.subscribed(who, tier, false));
        twitch.notice(
                who,
                notice(
                        "sub",
                        who.name() + " subscribed at Tier " + tier.charAt(0) + ".",
                        Map.of("sub-plan", tier, "cumulative-months", "1")));
        return Json.object().put("subscriber", who.name()).put("tier", tier);
    }

    /** @param giver null for somebody who stays unknown */
    private JsonNode give(@Nullable Account giver, Account subscriber, String tier) {
        twitch.subscribe(subscriber, tier);
        twitch.eventSub().tell("channel.subscribe", Happenings.subscribed(subscriber, tier, true));
        twitch.eventSub().tell("channel.subscription.gift", Happenings.gift(giver, tier));
        Account shown = giver == null ? Accounts.UNKNOWN_GIVER : giver;
        String words = (giver == null ? "An anonymous user" : giver.name()) + " gifted a Tier " + tier.charAt(0)
                + " sub to " + subscriber.name() + "!";
        Map<String, String> params = Map.of(
                "sub-plan", tier,
                "months", "1",
                "recipient-id", subscriber.id(),
                "recipient-user-name", subscriber.login(),
                "recipient-display-name", subscriber.name());
        twitch.notice(shown, notice("subgift", words, params));
        return Json.object()
                .put("subscriber", subscriber.name())
                .put("tier", tier)
                .put("giver", giver == null ? null : giver.name());
    }

    private Wording.Notice notice(String kind, String words, Map<String, String> params) {
        return new Wording.Notice(
                UUID.randomUUID().toString(), kind, words, params, twitch.now().toEpochMilli());
    }

    private JsonNode unsubscribe(Call call, Account who) {
        String tier = twitch.channel().subscribers().get(who.id());
        if (tier == null) {
            throw Refused.conflict(who.name() + " is no subscriber");
        }
        twitch.subscribe(who, null);
        twitch.eventSub().tell("channel.subscription.end", Happenings.subscribed(who, tier, false));
        return Json.object().put("subscriber", who.name()).putNull("tier");
    }

    /** {@code amount} in bits. */
    private JsonNode tip(Call call, Account who) {
        int bits = call.field("amount").asInt(0);
        if (bits < 1 || bits > 100_000) {
            throw Refused.badRequest("amount: 1 to 100000 bits");
        }
        String words = call.maybe("text").map(text -> " " + text).orElse("");
        Line line = twitch.post(twitch.line(who, "Cheer" + bits + words, null, bits), null);
        twitch.eventSub().tell("channel.cheer", Happenings.cheer(who, line));
        return Json.object().put("message", line.id()).put("bits", bits);
    }

    /** Somebody says what Twitch's own filter holds until a moderator decides. */
    private JsonNode hold(Call call, Account who) {
        Line line = twitch.line(who, call.text("text"), null, 0);
        twitch.channel().held().put(line.id(), line);
        twitch.eventSub().tell("automod.message.hold", Happenings.held(line));
        return Json.object().put("message", line.id()).put("held", true);
    }

    /** A moderator silences {@code person} for some seconds. */
    private JsonNode timeout(Call call, Account who) {
        if (!Channel.moderates(who)) {
            throw new Refused(403, who.name() + " is no moderator");
        }
        Account whom = twitch.accounts().named(call.text("person"));
        int seconds = call.field("seconds").asInt(600);
        twitch.ban(
                whom,
                new Ban(twitch.now().plusSeconds(seconds), call.maybe("reason").orElse("")),
                seconds);
        return Json.object().put("person", whom.name()).put("seconds", seconds);
    }

    private JsonNode live(Call call) {
        Deeds.room(call);
        return twitch.locked(() -> {
            twitch.live(call.field("on").asBoolean(true));
            return Json.object().put("live", twitch.channel().liveSince() != null);
        });
    }
}
