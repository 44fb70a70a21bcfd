package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import lyceum.kernel.event.Money.PaymentMade;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Inbox;
import lyceum.telegram.Bookmark.Mark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.payments.star.GetStarTransactions;

/**
 * Telegram's list of all payments in Stars, read at the start and every quarter of an hour from where it was read to: it holds what
 * no update told. The list only grows, oldest first; what is read once more bears the same key as its update, and is heard once.
 */
final class Statement {
    private static final Logger LOG = LoggerFactory.getLogger(Statement.class);
    private static final Duration BETWEEN = Duration.ofMinutes(15);
    private static final int PAGE = 100;

    private final Function<BotApiMethod<?>, Reply> wire;
    private final Speakers speakers;
    private final Bookmark bookmark;

    Statement(Function<BotApiMethod<?>, Reply> wire, Speakers speakers, Bookmark bookmark) {
        this.wire = wire;
        this.speakers = speakers;
        this.bookmark = bookmark;
    }

    /** Reads until the latch is down, on a thread of its own. */
    void start(Inbox inbox, CountDownLatch closed) {
        Thread.ofVirtual().name("telegram-payments").start(() -> {
            try {
                do {
                    read(inbox);
                } while (!closed.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Tells what follows the mark, and moves the mark behind what is durable. An answer that fails leaves the rest for the next time. */
    void read(Inbox inbox) {
        if (!stands()) {
            bookmark.set(Mark.NOTHING);
        }
        Optional<JsonNode> page = page(bookmark.get().count(), PAGE);
        while (page.isPresent() && !page.get().isEmpty()) {
            if (!tell(page.get(), inbox)) {
                return;
            }
            page = page.get().size() < PAGE
                    ? Optional.empty()
                    : page(bookmark.get().count(), PAGE);
        }
    }

    /** Whether the list is still the one that the mark was put into, as it is not for another bot. */
    private boolean stands() {
        Mark mark = bookmark.get();
        return mark.count() == 0
                || page(mark.count() - 1, 1)
                        .map(page -> page.isEmpty() || id(page.path(0)).equals(mark.last()))
                        .orElse(true);
    }

    private Optional<JsonNode> page(int offset, int limit) {
        GetStarTransactions list = new GetStarTransactions();
        list.setOffset(offset);
        list.setLimit(limit);
        return wire.apply(list) instanceof Reply.Ok(JsonNode result)
                        && result.path("transactions").isArray()
                ? Optional.of(result.path("transactions"))
                : Optional.empty();
    }

    private boolean tell(JsonNode page, Inbox inbox) {
        List<CompletableFuture<Void>> stored = new ArrayList<>();
        page.forEach(each -> payment(each).ifPresent(paid -> stored.add(inbox.accept(paid))));
        try {
            stored.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            LOG.warn("telegram: payments could not be kept; they are read again: {}", e.toString());
            return false;
        }
        bookmark.set(new Mark(bookmark.get().count() + page.size(), id(page.path(page.size() - 1))));
        return true;
    }

    private Optional<PaymentMade> payment(JsonNode transaction) {
        try {
            boolean kept = transaction.path("source").isObject();
            JsonNode partner = transaction.path(kept ? "source" : "receiver");
            return Fields.words(partner, "transaction_type").equals("invoice_payment")
                    ? Optional.of(payment(transaction, partner, kept))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            LOG.warn("telegram: a payment cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private PaymentMade payment(JsonNode transaction, JsonNode partner, boolean kept) {
        String charge = id(transaction);
        JsonNode payer = partner.path("user");
        RoomId room = new Address(Fields.number(payer, "id"), 0).room();
        Instant at = Fields.time(transaction, "date");
        return new PaymentMade(
                Payments.key(charge, kept),
                speakers.person(payer, 0),
                room,
                charge,
                Fields.words(partner, "invoice_payload"),
                Fields.number(transaction, "amount"),
                "XTR",
                partner.path("subscription_period").canConvertToLong() && kept
                        ? at.plusSeconds(partner.path("subscription_period").asLong())
                        : null,
                "",
                kept,
                at);
    }

    private static String id(JsonNode transaction) {
        return Fields.words(transaction, "id");
    }
}
