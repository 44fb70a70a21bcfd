package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The law of platforms that know a request when it comes again. */
public interface NonceContract extends OnStage {
    @Test
    @DisplayName("A post in the hub's own name that is sent twice with one nonce stands once")
    default void aRepeatedNonceStandsOnce() {
        String words = scene().fresh("only once");
        Post post = scene().post(Text.of(words));
        Nonce nonce = scene().nonce();

        List<MessageId> first = scene().insist(platform -> platform.post(post, nonce));
        List<MessageId> second = scene().insist(platform -> platform.post(post, nonce));

        assertThat(second).isEqualTo(first);
        scene().stands(words);
    }
}
