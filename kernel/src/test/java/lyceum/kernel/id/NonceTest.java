package lyceum.kernel.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A nonce is a stable function of installation and effect. */
class NonceTest {
    @Test
    void theSameEffectHasTheSameNonceForEver() {
        // printf 'lyceum\0\0\0\0\0\0\0\1' | sha256sum, its first 120 bits in base 32
        assertThat(Nonce.of("lyceum", new EffectId(1)).value()).isEqualTo("kve8q6r1rpeejs4jg29e4kc8");
    }

    @Test
    void itHas24CharactersThatNobodyEscapes() {
        assertThat(LongStream.range(0, 2_000)
                        .mapToObj(n -> Nonce.of("x", new EffectId(n)).value()))
                .allMatch(value -> value.matches("[0-9a-v]{24}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherInstallationHasOthers() {
        assertThat(Nonce.of("a", new EffectId(1))).isNotEqualTo(Nonce.of("b", new EffectId(1)));
    }
}
