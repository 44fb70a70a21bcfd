package lyceum.community;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Score;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

/** Features at work on an empty database in memory, one event after the other. */
public final class Desk implements AutoCloseable {
    private final Handle handle;
    private final List<Feature> features;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    public Desk(Feature... features) {
        this.features = List.of(features);
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite::memory:");
        handle = Jdbi.create(source).open();
        for (String file : List.of("V1_10__members", "V1_30__bridge")) {
            handle.createScript(read("/db/migration/" + file + ".sql")).execute();
        }
    }

    public void now(String instant) {
        now = Instant.parse(instant);
    }

    public Handle table() {
        return handle;
    }

    /** All that the features want done about it, in order. */
    public List<Effect> hear(Event event) {
        List<Effect> effects = new ArrayList<>();
        Turn turn = new Turn(handle, now, first(event.speaker()));
        for (Feature feature : features) {
            if (feature.wants().stream().anyMatch(kind -> kind.isInstance(event))) {
                Reaction reaction = feature.on(event, turn);
                effects.addAll(reaction.effects());
                Actor actor = reaction.actor();
                turn = actor == null ? turn : new Turn(handle, now, actor);
                if (reaction.swallowed()) {
                    break;
                }
            }
        }
        return effects;
    }

    private static @Nullable Actor first(@Nullable Speaker speaker) {
        return speaker == null
                ? null
                : new Actor(
                        new MemberId(0),
                        Set.of(speaker.id()),
                        speaker.standing(),
                        Language.EN,
                        ZoneOffset.UTC,
                        Set.of());
    }

    private static String read(String name) {
        try (var in = Desk.class.getResourceAsStream(name)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        handle.close();
    }

    private record Turn(Handle read, Instant now, @Nullable Actor actor) implements Tx {
        @Override
        public Handle write() {
            return read;
        }

        @Override
        public RandomGenerator random() {
            return new Random(1);
        }

        @Override
        public <S extends Score> @Nullable S score(Class<S> type) {
            return null;
        }
    }
}
