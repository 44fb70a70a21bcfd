package lyceum.hub;

import java.util.List;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/** A feature that repeats on the other platform what is said on one, writes it down, and can be made to fail. */
final class Parrot implements Feature {
    static final RoomId DISCORD = RoomId.parse("discord:general");
    static final RoomId TELEGRAM = RoomId.parse("telegram:general");

    volatile boolean failing;

    @Override
    public String name() {
        return "parrot";
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(MessagePosted.class, Delivered.class, TimerFired.class);
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case MessagePosted posted -> repeat(posted, tx);
            case Delivered delivered
            when delivered.what() instanceof Post post -> {
                tx.write()
                        .execute(
                                "insert into parrot_delivered (ref, ambiguous) values (?, ?)",
                                post.ref(),
                                delivered.ambiguous() ? 1 : 0);
                yield Reaction.NONE;
            }
            case TimerFired fired -> Reaction.of(post(TELEGRAM, "clock", fired.note() + (fired.late() ? " late" : "")));
            default -> Reaction.NONE;
        };
    }

    private Reaction repeat(MessagePosted posted, Tx tx) {
        String text = posted.text().plain();
        tx.write().execute("insert into parrot_heard (text) values (?)", text);
        if (failing) {
            throw new IllegalStateException("made to fail");
        }
        if (text.equals("fill the disk")) {
            tx.write().execute("pragma max_page_count = 1");
        }
        if (text.startsWith("wake me ")) {
            return Reaction.of(new SetTimer("parrot:wake", tx.now().plusSeconds(60), text));
        }
        RoomId other = posted.message().room().equals(DISCORD) ? TELEGRAM : DISCORD;
        return Reaction.of(post(other, posted.speaker().name(), text));
    }

    private static Post post(RoomId room, String who, String text) {
        return new Post(room, Document.of(Text.of(text)), Language.EN, new Voice(who, null), null, "parrot:" + text);
    }
}
