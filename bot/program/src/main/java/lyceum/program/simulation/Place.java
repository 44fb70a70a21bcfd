package lyceum.program.simulation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Pieces;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Outcome;
import org.jspecify.annotations.Nullable;

/** One room of one platform, with its rate and its little failures. */
final class Place {
    private static final Duration HICCUP = Duration.ofMillis(300);

    private final RoomId room;
    private final Rate rate;
    private final int hiccups;
    private final InstantSource clock;
    private final Plain plain;
    private final Random chance;
    private final Wall wall = new Wall();
    private final AtomicLong refusals = new AtomicLong();
    private final Delays delays = new Delays();

    /** @param hiccups out of how many requests one is put off; 0 for none */
    Place(RoomId room, Rate rate, int hiccups, InstantSource clock, Plain plain) {
        this.room = room;
        this.rate = rate;
        this.hiccups = hiccups;
        this.clock = clock;
        this.plain = plain;
        this.chance = new Random(room.hashCode());
    }

    RoomId room() {
        return room;
    }

    Wall wall() {
        return wall;
    }

    Delays delays() {
        return delays;
    }

    /** How many requests came faster than the platform allows. */
    long refusals() {
        return refusals.get();
    }

    List<Post> fit(Post post) {
        Text text = plain.text(post.document(), post.language());
        int name = post.voice() == null ? 0 : post.voice().name().length() + 2;
        if (text.plain().length() + name <= rate.longest()) {
            return List.of(post);
        }
        return Pieces.of(text, rate.longest() - name, piece -> piece.plain().length()).stream()
                .map(piece -> post.withDocument(Document.of(piece)))
                .toList();
    }

    synchronized Outcome post(Post post) {
        Outcome.@Nullable Later later = asked();
        if (later != null) {
            return later;
        }
        String text = shown(post.document(), post.language(), post.voice());
        int message = wall.add(text);
        delays.arrived(text);
        return Outcome.Done.of(new MessageId(room, String.valueOf(message)));
    }

    synchronized Outcome edit(Edit edit) {
        Outcome.@Nullable Later later = asked();
        if (later == null) {
            wall.change(number(edit.message()), shown(edit.document(), edit.language(), edit.voice()));
        }
        return later == null ? Outcome.Done.of(edit.message()) : later;
    }

    synchronized Outcome delete(Delete delete) {
        if (delete.message().value().matches("\\d+")) {
            wall.remove(number(delete.message()));
        }
        return Outcome.Done.of();
    }

    private Outcome.@Nullable Later asked() {
        Duration wait = rate.ask(clock.instant());
        if (!wait.isZero()) {
            return new Outcome.Later(wait, Text.of("no more for now"));
        }
        if (hiccups > 0 && chance.nextInt(hiccups) == 0) {
            return new Outcome.Later(HICCUP, Text.of("a hiccup"));
        }
        if (!rate.lets(clock.instant())) {
            refusals.incrementAndGet();
        }
        return null;
    }

    private String shown(Document document, Language language, @Nullable Voice voice) {
        String text = plain.text(document, language).plain();
        return voice == null ? text : voice.name() + ": " + text;
    }

    private static int number(MessageId message) {
        return Integer.parseInt(message.value());
    }
}
