package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnMoney.DecidePayment;
import lyceum.kernel.effect.OnMoney.Offer;
import lyceum.kernel.event.Money.PaymentAsked;
import lyceum.kernel.event.Money.PaymentMade;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Sells;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of platforms on which the hub takes money. */
public interface SellsContract extends OnStage {
    Payers payers();

    /** What the platform's money is called. */
    String currency();

    @Test
    @DisplayName("A payment is asked about first, and heard with its price once it was let through")
    default void aPaymentIsAskedAboutAndHeard() {
        String product = product();
        MessageId offered = offered(product, null);

        CompletableFuture<String> paying = pays(offered);
        PaymentAsked asked = asked(product);
        decide(asked, null);

        assertThat(asked.amount()).isEqualTo(250);
        assertThat(asked.currency()).isEqualTo(currency());
        assertThat(asked.speaker().name()).isEqualTo("ann");
        assertThat(paying.join()).isEmpty();
        PaymentMade made = made(product, true);
        assertThat(List.of(made.amount(), made.currency(), made.speaker().id()))
                .isEqualTo(List.of(250L, currency(), asked.speaker().id()));
        assertThat(made.until()).isNull();
    }

    @Test
    @DisplayName("What is refused is not paid, the payer reads why, and to decide twice is the same as once")
    default void whatIsRefusedIsNotPaid() {
        String product = product();
        CompletableFuture<String> paying = pays(offered(product, null));
        PaymentAsked asked = asked(product);

        decide(asked, Text.of("not today"));
        decide(asked, Text.of("not today"));

        assertThat(paying.join()).isEqualTo("not today");
        assertThat(scene().ears().all(PaymentMade.class))
                .noneMatch(made -> made.product().equals(product));
    }

    @Test
    @DisplayName("What is paid again and again tells until when each payment counts")
    default void aSubscriptionTellsUntilWhen() {
        String product = product();
        CompletableFuture<String> paying = pays(offered(product, Duration.ofDays(30)));

        decide(asked(product), null);

        assertThat(paying.join()).isEmpty();
        PaymentMade made = made(product, true);
        assertThat(made.until()).isEqualTo(made.at().plus(Duration.ofDays(30)));
    }

    @Test
    @DisplayName("Money that goes back is heard by the name of the payment that it was")
    default void whatGoesBackIsHeard() {
        String product = product();
        MessageId offered = offered(product, null);
        CompletableFuture<String> paying = pays(offered);
        decide(asked(product), null);
        paying.join();

        payers().refund("ann", offered.value());

        assertThat(made(product, false).payment()).isEqualTo(made(product, true).payment());
    }

    private String product() {
        return scene().fresh("pass").replace(' ', '/');
    }

    private MessageId offered(String product, @Nullable Duration every) {
        Offer offer = new Offer(
                scene().room(),
                product,
                Text.of("Class pass"),
                Text.of("All classes of " + product),
                250,
                currency(),
                every,
                Language.EN,
                "contract:");
        return scene().insist(platform -> ((Sells) platform).offer(offer)).getFirst();
    }

    private CompletableFuture<String> pays(MessageId offered) {
        return CompletableFuture.supplyAsync(() -> payers().pay("ann", offered.value()));
    }

    private PaymentAsked asked(String product) {
        return scene().ears().hear(PaymentAsked.class, asked -> asked.product().equals(product));
    }

    private PaymentMade made(String product, boolean kept) {
        return scene().ears().hear(PaymentMade.class, made -> made.product().equals(product) && made.kept() == kept);
    }

    private void decide(PaymentAsked asked, @Nullable Say refusal) {
        DecidePayment decision = new DecidePayment(asked.reply(), refusal, Language.EN, "contract:");
        assertThat(scene().as(Sells.class).decide(decision)).isInstanceOf(Outcome.Done.class);
    }
}
