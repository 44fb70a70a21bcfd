package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import lyceum.sandbox.world.Change;
import lyceum.sandbox.world.Feed;

/** Tells the feed of what people see change in a channel; called as soon as it stands, under the channel's lock. */
final class Telling {
    private final Feed feed;
    private final Guild guild;

    Telling(Feed feed, Guild guild) {
        this.feed = feed;
        this.guild = guild;
    }

    /** A message; one that waits to be filled is told when it is. */
    void posted(Channel channel, Post post) {
        if (!post.waits()) {
            tell(channel, post, Change.Kind.POSTED);
        }
    }

    void edited(Channel channel, Post post) {
        tell(channel, post, Change.Kind.EDITED);
    }

    void deleted(Channel channel, Post post) {
        tell(channel, post, Change.Kind.DELETED);
    }

    /** A reaction, a pin, or anything about a message that one person alone sees. */
    void other(Channel channel, Post post) {
        tell(channel, post, Change.Kind.OTHER);
    }

    private void tell(Channel channel, Post post, Change.Kind kind) {
        feed.tell(() -> {
            JsonNode author = post.json().path("author");
            String text = kind == Change.Kind.OTHER ? "" : Sight.text(post.json());
            boolean bot = author.path("bot").asBoolean();
            String id = Long.toString(post.id());
            return new Change("discord", room(channel), id, kind, Sight.who(author), text, bot, System.nanoTime());
        });
    }

    /** As calls name it. */
    String room(Channel channel) {
        if (channel.isDirect()) {
            return Rooms.PRIVATE;
        }
        String parent = channel.isThread()
                ? guild.channel(channel.major()).map(Channel::name).orElse("") + ":"
                : "";
        return parent + channel.name();
    }
}
