package lyceum.moderation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.event.Talk.MessageReleased;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;

/** Stands where the features stand that speak, and writes down what comes through to them. */
final class Later implements Feature {
    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<Attachment> files = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "later";
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(Talk.class);
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        switch (event) {
            case MessagePosted posted ->
                heard.add(posted.speaker().name() + ": " + posted.text().plain());
            case MessageEdited edited ->
                heard.add(edited.speaker().name() + " now: " + edited.text().plain());
            case MessageReleased released -> {
                files.addAll(released.posted().attachments());
                heard.add(released.speaker().name() + " released: "
                        + released.posted().text().plain() + " "
                        + released.posted().at() + " " + released.wishes());
            }
            case MessageDeleted deleted -> heard.add("deleted " + deleted.message());
            default -> {}
        }
        return Reaction.NONE;
    }
}
