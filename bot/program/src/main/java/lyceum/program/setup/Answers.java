package lyceum.program.setup;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lyceum.config.Secret;

/** What the person said. */
record Answers(
        String community, Optional<OnDiscord> discord, Optional<OnTelegram> telegram, Optional<OnTwitch> twitch) {
    /**
     * One platform's part.
     *
     * @param room to be linked, as {@code discord:1}; or empty
     * @param moderators the moderators' room, or empty
     */
    record Rooms(Optional<String> room, Optional<String> moderators) {}

    record OnDiscord(Secret token, String guild, Rooms rooms, Optional<URI> api) {}

    record OnTelegram(Secret token, Rooms rooms, Optional<URI> api) {}

    /** @param owner the token of the channel's owner, or empty */
    record OnTwitch(Secret token, Optional<Secret> owner, String channel, Optional<URI> api) {
        private Rooms rooms() {
            return new Rooms(Optional.of("twitch:" + channel), Optional.empty());
        }
    }

    private List<Rooms> rooms() {
        return Stream.of(discord.map(OnDiscord::rooms), telegram.map(OnTelegram::rooms), twitch.map(OnTwitch::rooms))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The rooms to be linked. */
    List<String> linked() {
        return rooms().stream().flatMap(rooms -> rooms.room().stream()).toList();
    }

    List<String> moderators() {
        return rooms().stream().flatMap(rooms -> rooms.moderators().stream()).toList();
    }
}
