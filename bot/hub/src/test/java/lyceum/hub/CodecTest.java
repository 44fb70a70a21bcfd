package lyceum.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform;
import lyceum.kernel.event.Answer.Undeliverable;
import lyceum.kernel.event.Event;
import org.junit.jupiter.api.Test;

/** What stands in rows stays readable: the golden lines were written by this release and are read by all that follow. */
class CodecTest {
    private static final Path GOLDEN = Path.of("src/test/resources/codec");

    private final Codec codec = new Codec();

    @Test
    void everyKindOfEventIsKeptAsTheGoldenLineAndReadBackEqual() throws IOException {
        holds("events.jsonl", Samples.events(), codec::event);
    }

    @Test
    void everyKindOfEffectIsKeptAsTheGoldenLineAndReadBackEqual() throws IOException {
        holds("effects.jsonl", Samples.effects(), codec::effect);
    }

    @Test
    void noKindIsMissingAmongTheSamples() {
        assertThat(kinds(Samples.events())).isEqualTo(leaves(Event.class));
        assertThat(kinds(Samples.effects())).isEqualTo(leaves(OnPlatform.class));
        String written = Samples.effects().stream().map(codec::write).collect(Collectors.joining());
        Stream.of(Mark.class, Block.class)
                .flatMap(family -> leaves(family).stream())
                .filter(kind -> !kind.equals("Field"))
                .forEach(kind -> assertThat(written).contains("\"type\":\"" + kind + ".1\""));
    }

    @Test
    void aFieldThatThisReleaseDoesNotKnowIsIgnored() {
        for (Event event : Samples.events()) {
            String newer = codec.write(event).replaceFirst("\\{", "{\"weather\":{\"wind\":[1,2]},");
            assertThat(codec.event(newer)).isEqualTo(event);
        }
        for (OnPlatform effect : Samples.effects()) {
            String newer = codec.write(effect).replace("\"document\":{", "\"document\":{\"weather\":\"fair\",");
            assertThat(codec.effect(newer)).isEqualTo(effect);
        }
    }

    @Test
    void aReasonIsReadBackAlsoWhereItWasKeptAsAPlainText() {
        Say reason = Phrase.of("hub.no-answer", Text.of("IOException", new Mark.Code()));
        assertThat(codec.say(codec.write(reason))).isEqualTo(reason);
        assertThat(codec.say("no right to delete")).isEqualTo(Text.of("no right to delete"));

        Event told =
                codec.event("{\"type\":\"Undeliverable.1\",\"effect\":{\"value\":10},\"what\":{\"type\":\"Delete.1\","
                        + "\"message\":\"discord:1001/42\",\"ref\":\"bridge:gone\"},\"reason\":\"no right\"}");
        assertThat(told)
                .isInstanceOfSatisfying(
                        Undeliverable.class, lost -> assertThat(lost.reason()).isEqualTo(Text.of("no right")));
    }

    private <T> void holds(String file, List<T> samples, Function<String, T> read) throws IOException {
        List<String> lines = samples.stream().map(codec::write).toList();
        if (Boolean.getBoolean("updateSnapshots")) {
            Files.createDirectories(GOLDEN);
            Files.write(GOLDEN.resolve(file), lines);
        }
        List<String> golden = Files.readAllLines(GOLDEN.resolve(file));
        assertThat(lines).isEqualTo(golden);
        assertThat(golden.stream().map(read)).isEqualTo(samples);
    }

    private static Set<String> kinds(List<?> samples) {
        return samples.stream().map(sample -> sample.getClass().getSimpleName()).collect(Collectors.toSet());
    }

    private static Set<String> leaves(Class<?> family) {
        Class<?>[] kinds = family.getPermittedSubclasses();
        return kinds == null
                ? Set.of(family.getSimpleName())
                : Stream.of(kinds).flatMap(kind -> leaves(kind).stream()).collect(Collectors.toSet());
    }
}
