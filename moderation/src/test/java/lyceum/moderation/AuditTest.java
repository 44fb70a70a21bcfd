package lyceum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.feature.Score;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.sqlite.Sqlite;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to any of 10,000 rows of the log is found, and at the right row. */
class AuditTest {
    private static final int ROWS = 10_000;

    @TempDir
    Path folder;

    private final Audit audit = new Audit(new byte[32]);
    private Sqlite sqlite;
    private Handle db;

    @BeforeEach
    void write() {
        sqlite = Sqlite.open(folder.resolve("lyceum.db"));
        db = sqlite.writer();
        db.execute("begin");
        Turn turn = new Turn(db);
        for (int i = 0; i < ROWS; i++) {
            audit.write(turn, "remove", i, "mei");
        }
        db.execute("commit");
    }

    @AfterEach
    void close() {
        sqlite.close();
    }

    @Test
    void whatNobodyTouchedHolds() {
        assertThat(audit.verify(db))
                .isEqualTo(new Audit.Checked(ROWS, Audit.newest(db).head(), null));
    }

    @Test
    void aChangedRowIsNamed() {
        db.execute("update audit_row set payload = 'ada' where seq = 4711");
        assertThat(audit.verify(db).bad()).isEqualTo(4711);
    }

    @Test
    void aRemovedRowIsNamedAlsoAtTheEnd() {
        db.execute("delete from audit_row where seq = 10000");
        assertThat(audit.verify(db).bad()).isEqualTo(10_000);
        db.execute("delete from audit_row where seq = 17");
        assertThat(audit.verify(db).bad()).isEqualTo(17);
    }

    @Test
    void rowsThatChangedPlacesAreNamed() {
        db.execute("update audit_row set seq = -1 where seq = 500");
        db.execute("update audit_row set seq = 500 where seq = 600");
        db.execute("update audit_row set seq = 600 where seq = -1");
        assertThat(audit.verify(db).bad()).isEqualTo(500);
    }

    @Test
    void whoHasNotTheKeyCannotWriteTheChainAnew() {
        assertThat(new Audit(new byte[] {1, 2, 3, 4}).verify(db).bad()).isEqualTo(1);
    }

    @Test
    void whatARowSaysCanBeForgottenAndTheChainHolds() {
        Audit.forget(db, 42);
        assertThat(audit.verify(db).bad()).isNull();
        assertThat(db.createQuery("select count(*) from audit_row where payload is null")
                        .mapTo(Long.class)
                        .one())
                .isEqualTo(1);
    }

    /** A turn of nothing but the database. */
    private record Turn(Handle db) implements Tx {
        private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public Handle read() {
            return db;
        }

        @Override
        public Handle write() {
            return db;
        }

        @Override
        public List<Post> fit(Post post) {
            return List.of(post);
        }

        @Override
        public boolean can(RoomId room, Class<?> ability) {
            return false;
        }

        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public RandomGenerator random() {
            return new Random(7);
        }

        @Override
        public @Nullable Actor actor() {
            return null;
        }

        @Override
        public <S extends Score> @Nullable S score(Class<S> type) {
            return null;
        }
    }
}
