package lyceum.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Document;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.platform.Settles.Attempt;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Finds the posts that stand among the messages of a channel. Pure. */
final class Settlement {
    private final Own own;
    private final Bodies bodies;

    Settlement(Own own, Bodies bodies) {
        this.own = own;
        this.bodies = bodies;
    }

    /** Each message is at most one attempt's, and attempts stand in the order in which they were sent. */
    List<Optional<MessageId>> settle(List<DataObject> standing, String channel, List<Attempt> unclear) {
        List<Optional<MessageId>> settled = new ArrayList<>();
        int from = 0;
        for (Attempt attempt : unclear) {
            Optional<MessageId> found = Optional.empty();
            for (int i = from; i < standing.size() && found.isEmpty(); i++) {
                if (is(standing.get(i), attempt)) {
                    found = Optional.of(Ids.message(channel, standing.get(i).getString("id")));
                    from = i + 1;
                }
            }
            settled.add(found);
        }
        return settled;
    }

    private boolean says(DataObject message, Document document, Post post) {
        String content = bodies.content(document, post.language());
        return message.getString("content", "").strip().equals(content.strip());
    }

    private boolean is(DataObject message, Attempt attempt) {
        if (!own.wrote(message)) {
            return false;
        }
        Voice voice = attempt.post().voice();
        boolean sameWords = says(message, attempt.post().document(), attempt.post())
                || says(message, attempt.post().document().withoutFiles(_ -> true), attempt.post());
        if (voice != null) {
            String name = message.getObject("author").getString("username", "");
            return sameWords && !message.isNull("webhook_id") && name.equals(VoiceName.of(voice.name()));
        }
        return sameWords
                && message.isNull("webhook_id")
                && (message.isNull("nonce")
                        || message.getString("nonce").equals(attempt.nonce().value()));
    }
}
