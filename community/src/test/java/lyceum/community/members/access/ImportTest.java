package lyceum.community.members.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import lyceum.community.members.access.Import.Changes;
import lyceum.sqlite.Sqlite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of entitlements is taken in whole, once, or every mistake in it is told. */
class ImportTest {
    private static final Set<String> PLANS = Set.of("subscriber", "class");

    @TempDir
    Path folder;

    @Test
    void everyMistakeIsToldAtOnceWithItsLineAndColumn() {
        Import read = Import.read("""
                account,plan,from,until
                ann,gold,soon,2026-01-01
                discord:7,class,2026-02-01,2026-01-01

                discord:7,class,2026-02-01,
                discord:7,class,2026-02-01,
                """, PLANS);

        assertThat(read.mistakes())
                .extracting(wrong ->
                        wrong.line() + ":" + wrong.column() + " " + wrong.what().key())
                .containsExactly(
                        "2:1 access.csv-account",
                        "2:2 access.csv-plan",
                        "2:3 access.csv-time",
                        "3:4 access.csv-order",
                        "6:0 access.csv-again");
    }

    @Test
    void aHeaderThatIsWrongIsNamed() {
        assertThat(Import.read("account,plan,since,plan\n", PLANS).mistakes())
                .extracting(wrong ->
                        wrong.line() + ":" + wrong.column() + " " + wrong.what().key())
                .containsExactly("1:3 access.csv-column", "1:4 access.csv-twice", "1:0 access.csv-missing");
        assertThat(Import.read("", PLANS).mistakes()).hasSize(1);
    }

    @Test
    void takenInAnyNumberOfTimesItIsThereOnce() {
        String rows = """
                plan,account,from,until,id
                subscriber,discord:7,2026-03-01,2026-04-01,
                class,"telegram:5",2026-03-01T10:00:00Z,,seat-1
                """;
        String csv = "\uFEFF" + rows.replace("\n", "\r\n");
        try (Sqlite sqlite = Sqlite.open(folder.resolve("lyceum.db"))) {
            assertThat(Import.read(csv, PLANS).into(sqlite.writer(), false)).isEqualTo(new Changes(2, 0, 0));
            assertThat(Import.read(csv, PLANS).into(sqlite.writer(), true)).isEqualTo(new Changes(2, 0, 0));
            assertThat(Import.read(csv, PLANS).into(sqlite.writer(), true)).isEqualTo(new Changes(0, 0, 2));
            assertThat(Import.read(csv.replace("2026-04-01", "2026-05-01"), PLANS)
                            .into(sqlite.writer(), true))
                    .isEqualTo(new Changes(0, 1, 1));
            assertThat(new BookTable().all(sqlite.writer())).hasSize(2);
        }
    }
}
