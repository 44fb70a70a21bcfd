package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lyceum.sandbox.world.Json;

/** Takes in what was kept of an earlier process, and writes it anew without what is past. */
final class Restoring {
    private final DiscordSide side;

    Restoring(DiscordSide side) {
        this.side = side;
    }

    void run() {
        long[] lines = {0};
        side.keeping().replay(line -> {
            lines[0]++;
            take(line);
        });
        if (lines[0] > 0) {
            side.guild().channels().forEach(channel -> channel.timeline().all().forEach(side.messages()::restored));
            side.keeping().compact(everything());
        }
    }

    private void take(JsonNode line) {
        JsonNode json = line.path("json");
        String id = line.path("id").asText();
        switch (line.path("kept").asText()) {
            case "channel" -> passed(side.guild().put((ObjectNode) json).id());
            case "channelGone" -> side.guild().channel(line.path("id").asLong()).ifPresent(side.guild()::remove);
            case "member" ->
                side.guild().restore(Keeping.member(json), line.path("gone").asBoolean());
            case "ban" -> {
                long user = line.path("user").asLong();
                if (line.path("on").asBoolean()) {
                    side.guild().bans().put(user, line.path("reason").asText(""));
                } else {
                    side.guild().bans().remove(user);
                }
            }
            case "post" -> {
                Post post = Keeping.post(line);
                passed(post.id());
                side.guild()
                        .channel(line.path("channel").asLong())
                        .ifPresent(channel -> channel.timeline().restore(post));
            }
            case "postGone" ->
                side.guild()
                        .channel(line.path("channel").asLong())
                        .ifPresent(channel ->
                                channel.timeline().remove(line.path("id").asLong(), gone -> {}));
            case "webhook" -> side.webhooks().restore(id, json);
            case "commands" -> side.commands().restore(id, json);
            case "scheduledEvent" -> {
                passed(Long.parseLong(id));
                side.events().restore(id, json);
            }
            case "entitlement" -> side.entitlements().restore(id, json);
            default -> throw new IllegalStateException("kept by a newer sandbox: " + line.path("kept"));
        }
    }

    private void passed(long id) {
        side.snowflakes().passed(id);
    }

    private Stream<ObjectNode> everything() {
        Guild guild = side.guild();
        Stream<ObjectNode> channels = guild.channels().map(channel -> Keeping.channelLine(channel.json()));
        Stream<ObjectNode> members = guild.members().stream().map(member -> Keeping.memberLine(member, false));
        Stream<ObjectNode> bans =
                guild.bans().entrySet().stream().map(ban -> Keeping.banLine(ban.getKey(), ban.getValue(), true));
        Stream<ObjectNode> posts = guild.channels()
                .flatMap(
                        channel -> channel.timeline().all().stream().map(post -> Keeping.postLine(channel.id(), post)));
        Stream<ObjectNode> webhooks = side.webhooks().all().stream()
                .map(webhook -> Keeping.thingLine("webhook", webhook.path("id").asText(), webhook));
        Stream<ObjectNode> commands = side.commands().all().entrySet().stream()
                .map(list -> Keeping.thingLine(
                        "commands", list.getKey(), Json.array().addAll(list.getValue())));
        Stream<ObjectNode> entitlements = StreamSupport.stream(
                        side.entitlements().all().spliterator(), false)
                .map(one -> Keeping.thingLine("entitlement", one.path("id").asText(), one));
        Stream<ObjectNode> events = side.events().all().stream()
                .map(one -> Keeping.thingLine("scheduledEvent", one.path("id").asText(), one));
        return Stream.of(channels, members, bans, posts, webhooks, commands, entitlements, events)
                .flatMap(stream -> stream);
    }
}
