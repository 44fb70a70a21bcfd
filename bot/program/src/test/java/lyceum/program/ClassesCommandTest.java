package lyceum.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lyceum.scheduler.certificate.Certificate;
import lyceum.scheduler.certificate.Certificate.Attended;
import lyceum.scheduler.certificate.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code classes occurrences} and {@code classes verify}, as they are typed. */
class ClassesCommandTest {
    private static final String SHANGHAI = "--zone Asia/Shanghai --start 2026-03-01T19:00 ";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Wording wording = Wording.of(Map.of("LANG", "en_US.UTF-8"));

    private int type(String... arguments) {
        PrintWriter to = new PrintWriter(out, true);
        PrintWriter wrong = new PrintWriter(err, true);
        ClassesCommand classes = new ClassesCommand(wording, to, wrong);
        Map<String, Action> actions =
                Map.of("classes occurrences", classes::occurrences, "classes verify", classes::verify);
        return new CommandLineTree(wording, actions, to, wrong).run(arguments);
    }

    private int occurrences(String options) {
        return type(Stream.concat(Stream.of("classes", "occurrences"), Stream.of(options.split(" ")))
                .toArray(String[]::new));
    }

    @Test
    void eachDateIsALine() {
        int status = occurrences(SHANGHAI + "--rrule FREQ=WEEKLY --count 2");

        assertThat(status).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"instant\":\"2026-03-01T11:00:00.000Z\",\"local\":\"2026-03-01T19:00:00+08:00\"}",
                        "{\"instant\":\"2026-03-08T11:00:00.000Z\",\"local\":\"2026-03-08T19:00:00+08:00\"}");
    }

    @Test
    void theLastDayIsIncludedAndExceptionsAreTakenInAnyNumber() {
        occurrences(SHANGHAI + "--rrule FREQ=WEEKLY --until 2026-03-22 --exdate 2026-03-08T19:00 --exdate 2026-03-15"
                + " --rdate 2026-03-02T08:00 --rdate 2026-03-03T08:00");

        assertThat(out.toString().lines().map(line -> line.substring(12, 22)))
                .containsExactly("2026-03-01", "2026-03-02", "2026-03-03", "2026-03-22");
    }

    @Test
    void aRuleWithoutEndAndBoundIsRefused() {
        int status = occurrences(SHANGHAI + "--rrule FREQ=SECONDLY");

        assertThat(status).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("--until or --count");
    }

    @Test
    void anUnknownZoneGetsASuggestionInChineseToo() {
        wording = Wording.of(Map.of("LANG", "zh_CN.UTF-8"));

        int status = occurrences("--zone Asia/Beijing --start 2026-03-01T19:00 --rrule FREQ=DAILY --count 1");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("我不知道时区", "Asia/Shanghai");
    }

    @Test
    void whatDoesNotExistIsRefused() {
        assertThat(occurrences("--zone UTC --start 2026-02-30T19:00 --rrule FREQ=DAILY --count 1"))
                .isEqualTo(2);
        assertThat(occurrences(SHANGHAI + "--rrule FREQ=DAILY --count 0")).isEqualTo(2);
        assertThat(occurrences(SHANGHAI + "--rrule FREQ=DAILY --count 5 --until 2026-04-01"))
                .isEqualTo(2);
        assertThat(occurrences("--zone UTC --rrule FREQ=DAILY --count 1")).isEqualTo(2);
        assertThat(occurrences(SHANGHAI + "--rrule FREQ=SECONDLY --until 2099-01-01"))
                .isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void tenThousandExceptionsAreRefused() {
        List<String> arguments = new ArrayList<>(List.of("classes", "occurrences"));
        arguments.addAll(List.of((SHANGHAI + "--rrule FREQ=DAILY --count 1").split(" ")));
        IntStream.range(0, 10_000).forEach(i -> arguments.addAll(List.of("--exdate", "2026-03-01T19:00")));

        assertThat(type(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString()).contains("1000");
    }

    @Test
    void aCertificateIsCheckedOffline() throws Exception {
        String signed = Signer.of(folder.resolve("key"))
                .sign(new Certificate(
                        "Algorithm School", "Graphs", "小明", List.of(new Attended(Instant.EPOCH, 60)), Instant.EPOCH));
        Path file = Files.writeString(folder.resolve("certificate.txt"), signed);
        Path changed = Files.writeString(folder.resolve("changed.txt"), signed.replace("小明", "小红"));

        assertThat(type("classes", "verify", file.toString())).isZero();
        assertThat(out.toString()).startsWith("valid").contains("person: 小明");
        assertThat(type("classes", "verify", changed.toString())).isEqualTo(1);
        assertThat(type("classes", "verify", folder.resolve("none").toString())).isEqualTo(2);
    }

    @Test
    void aGroupAloneShowsItsCommands() {
        assertThat(type("classes")).isEqualTo(2);
        assertThat(err.toString()).contains("occurrences", "verify");
    }
}
