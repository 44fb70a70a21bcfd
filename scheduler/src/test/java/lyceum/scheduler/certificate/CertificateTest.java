package lyceum.scheduler.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.scheduler.certificate.Certificate.Attended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate is valid as it was signed, and in no other form. */
class CertificateTest {
    private static final Certificate GIVEN = new Certificate(
            "Algorithm School",
            "图论 Graphs",
            "小明\nclass: another",
            List.of(new Attended(Instant.parse("2026-03-01T11:00:00Z"), 90)),
            Instant.parse("2026-03-02T08:00:00Z"));

    @TempDir
    Path folder;

    private Checked check(String text) {
        return Checked.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatWasSignedIsValidAndSaysWhoCameWhen() {
        String signed = Signer.of(folder.resolve("key")).sign(GIVEN);

        Checked checked = check(signed);

        assertThat(checked.valid()).isTrue();
        assertThat(checked.lines())
                .contains(Text.of("person: 小明 class: another"), Text.of("attended: 2026-03-01T11:00:00Z 90 minutes"));
    }

    @Test
    void otherLineEndsDoNoHarm() {
        String signed = Signer.of(folder.resolve("key")).sign(GIVEN);

        assertThat(check(signed.replace("\n", "\r\n") + "\r\n").valid()).isTrue();
    }

    @Test
    void anyChangeIsNoticed() {
        String signed = Signer.of(folder.resolve("key")).sign(GIVEN);

        for (String changed : List.of(
                signed.replace("90 minutes", "91 minutes"),
                signed.replace("小明", "小红"),
                signed.replace("issued: ", "issued: x"),
                signed.replaceFirst("key: ....", "key: AAAA"),
                signed.replaceFirst("signature: .....", "signature: AAAAA"))) {
            Say why = check(changed).lines().getFirst();
            assertThat(check(changed).valid()).isFalse();
            assertThat(why).isEqualTo(Phrase.of("classes.certificate-changed"));
        }
    }

    @Test
    void otherFilesAreNoCertificates() {
        for (String other : List.of("", "hello", Certificate.FIRST_LINE, "signature: AAAA")) {
            assertThat(check(other).lines()).containsExactly(Phrase.of("classes.certificate-none"));
        }
        assertThat(Checked.of(new byte[] {(byte) 0xff, (byte) 0xfe}).valid()).isFalse();
    }

    @Test
    void theKeyIsKeptForItsOwnersEyesOnly() throws IOException {
        Path key = folder.resolve("key");

        String first = Signer.of(key).sign(GIVEN);

        assertThat(Signer.of(key).sign(GIVEN)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }
}
