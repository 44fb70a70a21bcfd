package lyceum.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lyceum.contract.Ears;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Money.PaymentMade;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.payments.star.GetStarTransactions;

/** Payments and refunds that no update told are found in Telegram's list of all. */
class StatementTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final List<ObjectNode> list = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();
    private final Ears ears = new Ears();
    private boolean failing;

    @Test
    void whatWasPaidAndWhatWentBackIsToldOldestFirst() {
        pays("a", 250);
        goesBack("a", 250);
        withdraws();

        statement().read(ears);

        assertThat(ears.all(PaymentMade.class)).hasSize(2);
        PaymentMade paid = ears.all(PaymentMade.class).getFirst();
        assertThat(paid.key()).isEqualTo(Payments.key("a", true));
        assertThat(paid.product()).isEqualTo("subscriber/month");
        assertThat(paid.until()).isEqualTo(paid.at().plus(Duration.ofDays(30)));
        assertThat(ears.all(PaymentMade.class).getLast().key()).isEqualTo(Payments.key("a", false));
        assertThat(ears.all(PaymentMade.class).getLast().kept()).isFalse();
    }

    @Test
    void allPagesAreReadOnceAndAfterARestartOnlyWhatIsNew() {
        for (int i = 0; i < 230; i++) {
            pays("p" + i, 10);
        }
        statement().read(ears);
        asked.clear();
        pays("late", 10);

        statement().read(ears);

        assertThat(ears.all(PaymentMade.class)).hasSize(231);
        assertThat(asked).containsExactly(229, 230);
    }

    @Test
    void anAnswerThatFailsLeavesTheRestForTheNextTime() {
        pays("a", 10);
        Statement statement = statement();
        failing = true;
        statement.read(ears);
        failing = false;

        statement.read(ears);

        assertThat(ears.all(PaymentMade.class)).hasSize(1);
    }

    @Test
    void whereTheListIsAnotherBotsItIsReadFromItsBeginning() {
        pays("a", 10);
        statement().read(ears);
        list.clear();
        pays("x", 10);
        pays("y", 10);

        statement().read(ears);

        assertThat(ears.all(PaymentMade.class)).extracting(PaymentMade::payment).containsExactly("a", "x", "y");
    }

    private Statement statement() {
        Ranks nobody = (_, _) -> Standing.FAN;
        return new Statement(this::answer, new Speakers(nobody), new Bookmark(folder.resolve("mark")));
    }

    private Reply answer(BotApiMethod<?> method) {
        GetStarTransactions page = (GetStarTransactions) method;
        asked.add(page.getOffset());
        if (failing) {
            return new Reply.Lost(Text.of("no answer"));
        }
        ObjectNode result = JSON.createObjectNode();
        ArrayNode transactions = result.putArray("transactions");
        list.stream().skip(page.getOffset()).limit(page.getLimit()).forEach(transactions::add);
        return new Reply.Ok(result);
    }

    private void pays(String id, long stars) {
        partner(id, stars, "source").put("subscription_period", 2_592_000);
    }

    private void goesBack(String id, long stars) {
        partner(id, stars, "receiver");
    }

    private ObjectNode partner(String id, long stars, String side) {
        ObjectNode transaction =
                JSON.createObjectNode().put("id", id).put("amount", stars).put("date", 1_772_366_400L + list.size());
        list.add(transaction);
        ObjectNode partner = transaction.putObject(side).put("type", "user").put("transaction_type", "invoice_payment");
        partner.putObject("user").put("id", 5).put("first_name", "bob");
        return partner.put("invoice_payload", "subscriber/month");
    }

    private void withdraws() {
        list.add(JSON.createObjectNode().put("id", "w").put("amount", 500).put("date", 1_772_366_999L));
        list.getLast().putObject("receiver").put("type", "fragment");
    }
}
