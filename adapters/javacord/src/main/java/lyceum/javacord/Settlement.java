package lyceum.javacord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.document.Document;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.markdown.VoiceName;
import lyceum.kernel.platform.Settles.Attempt;
import org.javacord.api.entity.message.Message;

/** Tells posts that stand from those that do not, by what a channel shows. Pure. */
final class Settlement {
    private final Bodies bodies;

    Settlement(Bodies bodies) {
        this.bodies = bodies;
    }

    /**
     * Each message is at most one attempt's, and attempts stand in the order in which they were sent.
     *
     * @param ours what the hub wrote, in order
     */
    List<Optional<MessageId>> settle(List<Message> ours, List<Attempt> unclear) {
        List<Optional<MessageId>> settled = new ArrayList<>();
        List<Message> left = ours;
        for (Attempt attempt : unclear) {
            Set<String> spellings = spellings(attempt.post());
            Optional<Message> found = left.stream()
                    .filter(message -> is(message, attempt, spellings))
                    .findFirst();
            if (found.isPresent()) {
                left = left.subList(left.indexOf(found.get()) + 1, left.size());
            }
            settled.add(found.map(Ids::of));
        }
        return settled;
    }

    /** Nobody knows any more whether its files went along, or were named. */
    private Set<String> spellings(Post post) {
        Document document = post.document();
        String whole = bodies.content(document, post.language()).strip();
        String bare = bodies.content(document.withoutFiles(_ -> true), post.language())
                .strip();
        return whole.equals(bare) ? Set.of(whole) : Set.of(whole, bare);
    }

    private static boolean is(Message message, Attempt attempt, Set<String> spellings) {
        Voice voice = attempt.post().voice();
        boolean sameWords = spellings.contains(message.getContent().strip());
        if (voice != null) {
            return sameWords
                    && message.getAuthor().isWebhook()
                    && message.getAuthor().getName().equals(VoiceName.of(voice.name()));
        }
        return sameWords
                && !message.getAuthor().isWebhook()
                && message.getNonce().map(attempt.nonce().value()::equals).orElse(true);
    }
}
