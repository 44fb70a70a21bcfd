package lyceum.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lyceum.sqlite.NewerDatabase;
import lyceum.sqlite.Sqlite;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of all releases open in this one and keep their rows; a file of a newer release is left alone. */
class GoldenDatabaseTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String RELEASE = "lyceum-0.1.0";
    private static final String TABLES = "select name from sqlite_master where type = 'table'"
            + " and name not like 'sqlite_%' and name <> 'flyway_schema_history'";

    @TempDir
    Path folder;

    /** Makes the file of the present release anew where that is asked for. */
    @BeforeAll
    static void make(@TempDir Path folder) throws IOException {
        if (!Boolean.getBoolean("updateSnapshots")) {
            return;
        }
        Path file = folder.resolve("l.db");
        try (Sqlite sqlite = Sqlite.open(file)) {
            sqlite.writer()
                    .createScript(Files.readString(GOLDEN.resolve(RELEASE + ".sql")))
                    .execute();
            sqlite.writer().execute("vacuum");
        }
        Files.write(GOLDEN.resolve(RELEASE + ".db"), Files.readAllBytes(file));
    }

    @Test
    void theFileOfEachReleaseMigratesAndKeepsItsRows() throws IOException {
        for (Path golden : releases()) {
            Path file = copy(golden);
            Map<String, List<Map<String, Object>>> before = rows(file);

            Sqlite.open(file).close();

            assertThat(before.values()).as(golden.toString()).isNotEmpty().noneMatch(List::isEmpty);
            assertThat(rows(file)).as(golden.toString()).containsAllEntriesOf(before);
        }
    }

    @Test
    void theFileOfThisReleaseHasRowsInEveryTableThatThereIs() throws IOException {
        Path fresh = folder.resolve("fresh.db");
        Sqlite.open(fresh).close();

        assertThat(rows(copy(GOLDEN.resolve(RELEASE + ".db"))))
                .containsOnlyKeys(rows(fresh).keySet());
    }

    @Test
    void theFileOfANewerReleaseIsRefusedAndNotTouched() throws IOException {
        Path file = copy(GOLDEN.resolve(RELEASE + ".db"));
        try (Sqlite sqlite = Sqlite.open(file)) {
            sqlite.writer()
                    .execute("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                            + " checksum, installed_by, execution_time, success)"
                            + " values (1000, '99.1', 'later', 'SQL', 'V99_1__later.sql', 1, '', 1, 1)");
        }
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> Sqlite.open(file))
                .isInstanceOf(NewerDatabase.class)
                .hasMessageContaining("99.1");

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private static List<Path> releases() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".db")).toList();
        }
    }

    private Path copy(Path golden) throws IOException {
        return Files.copy(golden, folder.resolve(golden.getFileName()));
    }

    /** All rows of all tables but the history of migrations. */
    private static Map<String, List<Map<String, Object>>> rows(Path file) {
        try (Handle db = Sqlite.readers(file).open()) {
            Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
            for (String table : db.createQuery(TABLES).mapTo(String.class).list()) {
                rows.put(
                        table,
                        db.createQuery("select * from " + table + " order by 1")
                                .mapToMap()
                                .list());
            }
            return rows;
        }
    }
}
