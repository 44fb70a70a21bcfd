package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.stream.Stream;
import lyceum.sandbox.world.Chronicle;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** What outlives a stop: each change is one line that replaces the earlier line of the same thing. */
final class Store implements AutoCloseable {
    private final Chronicle chronicle;
    private final Accounts accounts;

    Store(Chronicle chronicle, Accounts accounts) {
        this.chronicle = chronicle;
        this.accounts = accounts;
    }

    void posted(Line line) {
        write(Json.object().set("line", stored(line)));
    }

    void removed(Line line) {
        write(Json.object().put("gone", line.id()));
    }

    void banned(Account account, @Nullable Ban ban) {
        write(banLine(account.id(), ban));
    }

    void subscribed(Account account, @Nullable String tier) {
        write(Json.object().put("subscriber", account.id()).put("tier", tier));
    }

    void live(@Nullable Instant since) {
        write(Json.object().put("live", since == null ? null : since.toString()));
    }

    private void write(JsonNode line) {
        if (chronicle.keeps()) {
            chronicle.write(line);
        }
    }

    private static ObjectNode banLine(String account, @Nullable Ban ban) {
        ObjectNode line = Json.object().put("banned", account).put("holds", ban != null);
        return ban == null
                ? line
                : line.put("until", ban.until() == null ? null : ban.until().toString())
                        .put("reason", ban.reason());
    }

    private static ObjectNode stored(Line line) {
        return Json.object()
                .put("id", line.id())
                .put("from", line.from().id())
                .put("text", line.text())
                .put("replyTo", line.replyTo())
                .put("bits", line.bits())
                .put("at", line.at().toString());
    }

    /** Brings everything back, and forgets the lines that others replaced. */
    void restore(Channel channel) {
        chronicle.replay(line -> restore(channel, line));
        if (!chronicle.keeps()) {
            return;
        }
        Stream<JsonNode> lines = channel.last(Integer.MAX_VALUE).stream()
                .map(line -> Json.object().set("line", stored(line)));
        Stream<JsonNode> bans =
                channel.bans().entrySet().stream().map(entry -> banLine(entry.getKey(), entry.getValue()));
        Stream<JsonNode> subscribers = channel.subscribers().entrySet().stream()
                .map(entry -> Json.object().put("subscriber", entry.getKey()).put("tier", entry.getValue()));
        Instant live = channel.liveSince();
        Stream<JsonNode> rest = Stream.of(Json.object().put("live", live == null ? null : live.toString()));
        chronicle.compact(Stream.of(bans, subscribers, rest, lines).flatMap(each -> each));
    }

    private void restore(Channel channel, JsonNode line) {
        if (line.has("line")) {
            restoreLine(channel, line.path("line"));
        } else if (line.has("gone")) {
            channel.remove(line.path("gone").asText());
        } else if (line.has("banned")) {
            String account = line.path("banned").asText();
            if (line.path("holds").asBoolean()) {
                channel.bans()
                        .put(
                                account,
                                new Ban(
                                        time(line.path("until")),
                                        line.path("reason").asText()));
            } else {
                channel.bans().remove(account);
            }
        } else if (line.has("subscriber")) {
            String account = line.path("subscriber").asText();
            if (line.path("tier").isTextual()) {
                channel.subscribers().put(account, line.path("tier").asText());
            } else {
                channel.subscribers().remove(account);
            }
        } else if (line.has("live")) {
            channel.live(time(line.path("live")));
        }
    }

    private void restoreLine(Channel channel, JsonNode line) {
        accounts.withId(line.path("from").asText())
                .ifPresent(from -> channel.keep(new Line(
                        line.path("id").asText(),
                        from,
                        line.path("text").asText(),
                        line.path("replyTo").isTextual() ? line.path("replyTo").asText() : null,
                        line.path("bits").asInt(),
                        Instant.parse(line.path("at").asText()))));
    }

    private static @Nullable Instant time(JsonNode text) {
        return text.isTextual() ? Instant.parse(text.asText()) : null;
    }

    @Override
    public void close() {
        chronicle.close();
    }
}
