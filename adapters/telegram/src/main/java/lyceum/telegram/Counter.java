package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.BreakIterator;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.effect.OnMoney.DecidePayment;
import lyceum.kernel.effect.OnMoney.Offer;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Sells;
import org.telegram.telegrambots.meta.api.methods.AnswerPreCheckoutQuery;
import org.telegram.telegrambots.meta.api.methods.invoices.CreateInvoiceLink;
import org.telegram.telegrambots.meta.api.methods.invoices.SendInvoice;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.payments.LabeledPrice;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Takes Stars. What is paid once is an invoice; a subscription cannot be sent as one, so its message leads to it. */
final class Counter implements Sells {
    private static final int LONGEST_TITLE = 32;
    private static final int LONGEST_WORDS = 255;
    private static final int LONGEST_PAYLOAD = 128;

    private final Scribe scribe;
    private final Courier courier;

    Counter(Scribe scribe, Courier courier) {
        this.scribe = scribe;
        this.courier = courier;
    }

    @Override
    public Outcome offer(Offer offer) {
        if (offer.product().length() > LONGEST_PAYLOAD) {
            return new Outcome.Refused(Phrase.of("telegram.product-too-long"));
        }
        return offer.every() == null ? invoice(offer) : subscription(offer, offer.every());
    }

    private Outcome invoice(Offer offer) {
        Address address = Address.of(offer.room());
        SendInvoice request = SendInvoice.builder()
                .chatId(Long.toString(address.chat()))
                .messageThreadId(address.threadOrNull())
                .title(words(offer.title(), offer.language(), LONGEST_TITLE))
                .description(words(offer.words(), offer.language(), LONGEST_WORDS))
                .payload(offer.product())
                .providerToken("")
                .currency(offer.currency())
                .prices(price(offer))
                .startParameter("")
                .build();
        return courier.carry(address.chat(), request, "", result -> Speech.standing(address, result));
    }

    /** Each message has a link of its own: links do not end, and many people may pay by one. */
    private Outcome subscription(Offer offer, Duration every) {
        Address address = Address.of(offer.room());
        CreateInvoiceLink request = CreateInvoiceLink.builder()
                .title(words(offer.title(), offer.language(), LONGEST_TITLE))
                .description(words(offer.words(), offer.language(), LONGEST_WORDS))
                .payload(offer.product())
                .providerToken("")
                .currency(offer.currency())
                .prices(price(offer))
                .subscriptionPeriod(Math.toIntExact(every.toSeconds()))
                .build();
        return courier.carryUncounted(address.chat(), request, "", link -> linked(offer, address, link));
    }

    private Outcome linked(Offer offer, Address address, JsonNode link) {
        String title = words(offer.title(), offer.language(), LONGEST_TITLE);
        InlineKeyboardButton button = new InlineKeyboardButton("⭐ " + offer.amount());
        button.setUrl(link.asText());
        SendMessage request = new SendMessage(
                Long.toString(address.chat()), title + "\n" + words(offer.words(), offer.language(), LONGEST_WORDS));
        request.setMessageThreadId(address.threadOrNull());
        request.setEntities(List.of(MessageEntity.builder()
                .type("bold")
                .offset(0)
                .length(title.length())
                .build()));
        request.setReplyMarkup(new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(button))));
        return courier.carry(address.chat(), request, "", result -> Speech.standing(address, result));
    }

    private List<LabeledPrice> price(Offer offer) {
        String label = words(offer.title(), offer.language(), LONGEST_TITLE);
        return List.of(new LabeledPrice(label, Math.toIntExact(offer.amount())));
    }

    /** As much as Telegram shows, never half a character. */
    private String words(Say say, Language language, int most) {
        String line = scribe.line(say, language);
        if (line.length() <= most) {
            return line;
        }
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(line);
        return line.substring(0, graphemes.preceding(most)) + "…";
    }

    /** Telegram counts this among no messages, and does not wait: nor does the hub. */
    @Override
    public Outcome decide(DecidePayment decision) {
        Say refusal = decision.refusal();
        AnswerPreCheckoutQuery answer =
                new AnswerPreCheckoutQuery(decision.reply().value(), refusal == null);
        if (refusal != null) {
            answer.setErrorMessage(scribe.line(refusal, decision.language()));
        }
        long payer = Address.of(decision.reply().room()).chat();
        return courier.carryUncounted(payer, answer, "query is too old", _ -> Outcome.Done.of());
    }
}
