package lyceum.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Document;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.markdown.VoiceName;
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
        List<DataObject> ours = standing.stream().filter(own::wrote).toList();
        List<Optional<MessageId>> settled = new ArrayList<>();
        int from = 0;
        for (Attempt attempt : unclear) {
            List<String> spellings = spellings(attempt.post());
            Optional<MessageId> found = Optional.empty();
            for (int i = from; i < ours.size() && found.isEmpty(); i++) {
                if (is(ours.get(i), attempt, spellings)) {
                    found = Optional.of(Ids.message(channel, ours.get(i).getString("id")));
                    from = i + 1;
                }
            }
            settled.add(found);
        }
        return settled;
    }

    /** Nobody knows any more whether its files went along, or were named. */
    private List<String> spellings(Post post) {
        Document document = post.document();
        String whole = bodies.content(document, post.language()).strip();
        return document.files().isEmpty()
                ? List.of(whole)
                : List.of(
                        whole,
                        bodies.content(document.withoutFiles(_ -> true), post.language())
                                .strip());
    }

    private static boolean is(DataObject message, Attempt attempt, List<String> spellings) {
        Voice voice = attempt.post().voice();
        boolean sameWords = spellings.contains(message.getString("content", "").strip());
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
