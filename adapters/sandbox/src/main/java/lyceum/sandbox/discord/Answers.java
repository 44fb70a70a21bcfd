package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The messages with which bots answer interactions, seen by all or by the one who asked. */
final class Answers {
    private final DiscordSide side;

    Answers(DiscordSide side) {
        this.side = side;
    }

    /** Posts an answer; a deferred one ({@code loading}) is empty until it is edited. */
    Post post(Interaction interaction, Draft draft, boolean onlyForWhoAsked) {
        ObjectNode body = draft.body().deepCopy();
        body.set("interaction_metadata", interaction.metadata());
        if (interaction.type() == Interaction.COMMAND) {
            body.set("interaction", interaction.metadata());
        }
        body.put("message_type", interaction.type() == Interaction.COMMAND ? 20 : 0);
        Draft whole = new Draft(body, draft.files());
        Author author = Author.answering(interaction.bot());
        return onlyForWhoAsked
                ? side.messages()
                        .whisper(
                                interaction.channel(),
                                author,
                                whole,
                                interaction.person().id())
                : side.messages().post(interaction.channel(), author, whole);
    }

    Optional<Post> find(Interaction interaction, long id) {
        Channel channel = interaction.channel();
        return channel.whispers().find(id).or(() -> channel.timeline().find(id));
    }

    Post edit(Interaction interaction, long id, Draft draft) {
        Channel channel = interaction.channel();
        Optional<Post> whisper = channel.whispers().find(id);
        if (whisper.isPresent()) {
            Post edited = side.messages().edited(channel, whisper.get(), draft);
            channel.whispers().put(edited);
            side.telling().other(channel, edited);
            return edited;
        }
        return side.messages().edit(channel, id, draft);
    }

    void delete(Interaction interaction, long id) {
        Channel channel = interaction.channel();
        Optional<Post> whisper = channel.whispers().find(id);
        if (whisper.isPresent()) {
            channel.whispers().remove(id);
            side.telling().other(channel, whisper.get());
        } else {
            side.messages().delete(channel, id);
        }
    }
}
