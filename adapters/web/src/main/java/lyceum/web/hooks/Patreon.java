package lyceum.web.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.event.Event;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.PlatformName;

/**
 * Patreon: {@code X-Patreon-Signature} is the HMAC-MD5 of the body in hexadecimal digits. Nothing in it has a time, so what tells a
 * repetition is the signature itself.
 */
final class Patreon implements Source {
    static final String NAME = "patreon";
    private static final String MEMBERSHIP = "membership";
    private static final PlatformName DISCORD = new PlatformName("discord");

    private final String secret;

    Patreon(String secret) {
        this.secret = secret;
    }

    @Override
    public Proof proof(Delivery delivery, Instant now) {
        String given = delivery.header("x-patreon-signature");
        if (given.isEmpty()) {
            return Proof.UNSIGNED;
        }
        return Secrets.same(Secrets.sign("HmacMD5", secret, delivery.body()), given) ? Proof.GENUINE : Proof.FORGED;
    }

    /** A declined payment has ended what it paid for: grace is for that. */
    @Override
    public List<Event> read(Delivery delivery, Instant now) {
        String what = delivery.header("x-patreon-event");
        if (!what.startsWith("members:")) {
            return List.of();
        }
        JsonNode body = Told.json(delivery.text());
        JsonNode member = body.path("data");
        JsonNode about = member.path("attributes");
        JsonNode related = member.path("relationships");
        String user = Told.id(related.path("user").path("data").path("id"));
        Payer payer = Payer.of(
                NAME, delivery.header("x-patreon-signature").strip(), user, Told.words(about.path("full_name")));
        boolean active = !what.endsWith(":delete")
                && Told.words(about.path("patron_status")).equals("active_patron");
        String tier = Told.words(
                related.path("currently_entitled_tiers").path("data").path(0).path("id"));
        List<Event> events = new ArrayList<>();
        events.add(payer.subscribed(MEMBERSHIP, tier, active, now));
        String discord = discord(body, user);
        if (!discord.isEmpty()) {
            events.add(payer.vouched(new AuthorId(DISCORD, discord), now));
        }
        return events;
    }

    /** The account on Discord that the payer has connected at Patreon. */
    private static String discord(JsonNode body, String user) {
        for (JsonNode included : body.path("included")) {
            if (Told.words(included.path("type")).equals("user")
                    && Told.words(included.path("id")).equals(user)) {
                String id = Told.words(included.path("attributes")
                        .path("social_connections")
                        .path("discord")
                        .path("user_id"));
                return id.matches("[0-9]{5,20}") ? id : "";
            }
        }
        return "";
    }
}
