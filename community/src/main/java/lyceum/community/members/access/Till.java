package lyceum.community.members.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnMoney.DecidePayment;
import lyceum.kernel.effect.OnMoney.Offer;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Money.PaymentAsked;
import lyceum.kernel.event.Money.PaymentMade;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;

/** Sells plans for Telegram's Stars. */
final class Till {
    static final String BUY = Access.NAME + ":buy:";

    private static final String TELEGRAM = "telegram";
    private static final String MONTHLY = "month";
    /** What was promised stands in the product's name, so that a payment gives that, whatever the plan is by then. */
    private static final Pattern PRODUCT = Pattern.compile("([a-z0-9-]{1,32})/(?:([0-9]{1,4})d|" + MONTHLY + ")");

    private final AccessSettings settings;

    Till(AccessSettings settings) {
        this.settings = settings;
    }

    /** What was sold, and until when one payment counts. */
    record Sold(String plan, Instant until) {}

    /** Whether the person can be shown an invoice where they ask: on Telegram, alone with the hub. */
    boolean stands(CommandInvoked asked) {
        return asked.room().platform().value().equals(TELEGRAM)
                && settings.alone().test(asked);
    }

    /** A button for each plan that Stars buy. */
    Document withButtons(Document document) {
        return document.withChoices(
                settings.plans().stream().flatMap(plan -> button(plan).stream()).toArray(Choice[]::new));
    }

    private static Optional<Choice> button(Plan plan) {
        Stars stars = plan.stars();
        return stars == null
                ? Optional.empty()
                : Optional.of(new Choice(
                        BUY + plan.name(), Phrase.of("access.buy", plan.title(), stars(stars)), Choice.Weight.GOOD));
    }

    /** The line of the price list; empty where Stars do not buy the plan. */
    static Optional<Say> price(Plan plan) {
        Stars stars = plan.stars();
        if (stars == null) {
            return Optional.empty();
        }
        return Optional.of(
                stars.renewed()
                        ? Phrase.of("access.stars-month", stars(stars))
                        : Phrase.of("access.stars-once", stars(stars), days(stars)));
    }

    /** The invoice for what was chosen, or word that it is not sold any more. */
    Effect offer(ChoiceMade made, Language language) {
        Plan plan = Plan.named(settings.plans(), made.choice().substring(BUY.length()))
                .orElse(null);
        Stars stars = plan == null ? null : plan.stars();
        if (plan == null || stars == null) {
            Document gone = Document.of(notSold());
            return new Post(made.message().room(), gone, language, null, null, Access.NAME + ":gone");
        }
        Say words = stars.renewed()
                ? Phrase.of("access.offer-month", stars(stars))
                : Phrase.of("access.offer-once", days(stars));
        return new Offer(
                made.message().room(),
                product(plan, stars),
                Text.of(plan.title()),
                words,
                stars.price(),
                Stars.CURRENCY,
                stars.renewed() ? stars.lasts() : null,
                language,
                Access.NAME + ":offer");
    }

    /** Only what is sold now, as it is sold now, may be paid for. */
    Effect decide(PaymentAsked asked, Language language) {
        boolean sold = asked.currency().equals(Stars.CURRENCY)
                && settings.plans().stream().anyMatch(plan -> isAsSold(plan, asked));
        return new DecidePayment(asked.reply(), sold ? null : notSold(), language, Access.NAME + ":payment");
    }

    private static boolean isAsSold(Plan plan, PaymentAsked asked) {
        Stars stars = plan.stars();
        return stars != null
                && stars.price() == asked.amount()
                && product(plan, stars).equals(asked.product());
    }

    /** Empty where it was not sold here. */
    Optional<Sold> sold(PaymentMade paid) {
        Matcher product = PRODUCT.matcher(paid.product());
        if (!paid.room().platform().value().equals(TELEGRAM) || !product.matches()) {
            return Optional.empty();
        }
        Instant told = paid.until();
        return Optional.of(new Sold(product.group(1), told == null ? paid.at().plus(lasts(product.group(2))) : told));
    }

    private static Duration lasts(@Nullable String days) {
        return days == null ? Stars.MONTH : Duration.ofDays(Integer.parseInt(days));
    }

    /** What a payer reads once it is theirs. */
    Document thanks(Sold sold, String until) {
        String title =
                Plan.named(settings.plans(), sold.plan()).map(Plan::title).orElse(sold.plan());
        return new Document(List.of(new Block.Paragraph(Phrase.of("access.thanks", title, until))), List.of());
    }

    private static String product(Plan plan, Stars stars) {
        return plan.name() + "/" + (stars.renewed() ? MONTHLY : days(stars) + "d");
    }

    private static String stars(Stars stars) {
        return Long.toString(stars.price());
    }

    private static String days(Stars stars) {
        return Long.toString(stars.lasts().toDays());
    }

    private static Phrase notSold() {
        return Phrase.of("access.not-sold");
    }
}
