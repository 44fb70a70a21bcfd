package lyceum.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rest of Lyceum may rely on about its file. */
class SqliteTest {
    private static final int SYNCHRONOUS_FULL = 2;

    @TempDir
    Path folder;

    private Sqlite sqlite;

    @BeforeEach
    void open() {
        sqlite = Sqlite.open(folder.resolve("l.db"));
        sqlite.writer().execute("create table line (text text not null)");
    }

    @AfterEach
    void close() {
        sqlite.close();
    }

    @Test
    void whatIsCommittedSurvivesTheLossOfPower() {
        assertThat(pragma(sqlite.writer(), "synchronous")).isEqualTo(String.valueOf(SYNCHRONOUS_FULL));
        assertThat(pragma(sqlite.writer(), "journal_mode")).isEqualTo("wal");
        assertThat(pragma(sqlite.writer(), "foreign_keys")).isEqualTo("1");
    }

    @Test
    void readersSeeWhatIsCommittedAndNothingElse() {
        sqlite.writer().execute("begin");
        sqlite.writer().execute("insert into line (text) values ('hello')");
        assertThat(lines(sqlite.readers())).isZero();

        sqlite.writer().execute("commit");

        assertThat(lines(sqlite.readers())).isEqualTo(1);
        assertThat(lines(Sqlite.readers(folder.resolve("l.db")))).isEqualTo(1);
    }

    @Test
    void theLogIsMovedIntoTheFileWithoutTheWritersDoing() {
        for (int i = 0; i < 4; i++) {
            sqlite.writer().execute("insert into line (text) values (?)", "x".repeat(1 << 20));
        }

        await().untilAsserted(() -> assertThat(folder.resolve("l.db")).satisfies(SqliteTest::isFourMegabytesLarge));

        assertThat(lines(sqlite.readers())).isEqualTo(4);
    }

    @Test
    void nothingIsLeftInTheLogWhenItIsClosedThoughSomebodyReads() throws IOException {
        sqlite.writer().execute("insert into line (text) values ('hello')");
        try (Handle reader = sqlite.readers().open()) {
            assertThat(reader.createQuery("select count(*) from line")
                            .mapTo(Integer.class)
                            .one())
                    .isEqualTo(1);
            Path log = folder.resolve("l.db-wal");
            assertThat(Files.size(log)).isPositive();

            sqlite.close();

            assertThat(Files.size(log)).isZero();
        }
    }

    private static void isFourMegabytesLarge(Path file) throws IOException {
        assertThat(Files.size(file)).isGreaterThan(4 << 20);
    }

    @Test
    void aStatementThatIsUsedAgainForgetsWhatItWasGiven() {
        sqlite.writer().execute("insert into line (text) values (?)", "kept");

        assertThatThrownBy(() -> sqlite.writer()
                        .createUpdate("insert into line (text) values (?)")
                        .execute())
                .isInstanceOf(RuntimeException.class);

        assertThat(lines(sqlite.readers())).isEqualTo(1);
    }

    @Test
    void aReaderCannotWrite() {
        try (Handle reader = sqlite.readers().open()) {
            assertThatThrownBy(() -> reader.execute("insert into line (text) values ('no')"))
                    .hasMessageContaining("readonly");
        }
        assertThat(lines(sqlite.readers())).isZero();
    }

    @Test
    void aReaderMakesNoFile() {
        Path missing = folder.resolve("missing.db");

        assertThatThrownBy(() -> Sqlite.readers(missing).open()).isInstanceOf(RuntimeException.class);

        assertThat(missing).doesNotExist();
    }

    @Test
    void aFullDiskIsRecognisedUnderAllItsCauses() {
        sqlite.writer().execute("pragma max_page_count = 1");

        Throwable full = catchThrowable(
                () -> sqlite.writer().execute("insert into line (text) values (?)", "x".repeat(1_000_000)));

        assertThat(Sqlite.outOfRoom(full)).isTrue();
        assertThat(Sqlite.outOfRoom(new IllegalStateException(new UncheckedIOException(new IOException(full)))))
                .isTrue();
    }

    @Test
    void anotherFaultIsNotAFullDisk() {
        Throwable fault = catchThrowable(() -> sqlite.writer().execute("insert into nothing (text) values ('x')"));

        assertThat(fault).isNotNull();
        assertThat(Sqlite.outOfRoom(fault)).isFalse();
        assertThat(Sqlite.outOfRoom(new IllegalStateException("no cause"))).isFalse();
    }

    @Test
    void theMigrationsOfTheClassPathAreDoneOnceAndKeepTheRows() {
        sqlite.writer().execute("insert into sample (text) values ('kept')");
        sqlite.close();

        sqlite = Sqlite.open(folder.resolve("l.db"));

        List<String> kept = sqlite.readers()
                .withHandle(db -> db.createQuery("select text from sample")
                        .mapTo(String.class)
                        .list());
        assertThat(kept).containsExactly("kept");
    }

    @Test
    void aFileOfANewerReleaseIsRefusedAndNotTouched() throws IOException {
        sqlite.writer()
                .execute("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                        + " checksum, installed_by, execution_time, success)"
                        + " values (99, '99.1', 'later', 'SQL', 'V99_1__later.sql', 1, '', 1, 1)");
        sqlite.close();
        byte[] before = Files.readAllBytes(folder.resolve("l.db"));

        assertThatThrownBy(() -> Sqlite.open(folder.resolve("l.db")))
                .isInstanceOf(NewerDatabase.class)
                .hasMessageContaining("99.1");

        assertThat(Files.readAllBytes(folder.resolve("l.db"))).isEqualTo(before);
    }

    private static String pragma(Handle db, String name) {
        return db.createQuery("pragma " + name).mapTo(String.class).one();
    }

    private static int lines(Jdbi readers) {
        return readers.withHandle(db ->
                db.createQuery("select count(*) from line").mapTo(Integer.class).one());
    }
}
