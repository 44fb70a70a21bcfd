package lyceum.community.members.access;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import lyceum.community.members.access.PeriodTable.Count;
import lyceum.community.members.access.PeriodTable.Taking;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Row;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.person.Standing;

/** The console's page of figures: what came in, and how many people and subscriptions there were, month by month. */
final class PeriodPage {
    private static final int SHOWN = 200;
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final PeriodTable table;
    private final ByHand byHand;

    PeriodPage(PeriodTable table, ByHand byHand) {
        this.table = table;
        this.byHand = byHand;
    }

    Page page() {
        return new Page("figures", Phrase.of("access.figures"), Standing.CREATOR, this::shown);
    }

    private Document shown(Query query, ReadTx tx) {
        return new Document(
                List.of(
                        new Block.Title(Phrase.of("access.figures-money")),
                        new Block.Table(
                                columns("month", "kind", "source", "amount", "payments"),
                                table.takings(tx.read(), SHOWN).stream()
                                        .map(PeriodPage::row)
                                        .toList(),
                                Phrase.of("access.figures-nothing")),
                        byHand.form(YearMonth.from(tx.now().atZone(ZoneOffset.UTC))),
                        new Block.Title(Phrase.of("access.figures-counts")),
                        new Block.Table(
                                columns("month", "kind", "source", "plan", "count"),
                                table.counts(tx.read(), SHOWN).stream()
                                        .map(PeriodPage::row)
                                        .toList(),
                                Phrase.of("access.figures-uncounted"))),
                List.of());
    }

    private static List<Say> columns(String... names) {
        return List.of(names).stream()
                .map(name -> (Say) Phrase.of("access.figures-" + name))
                .toList();
    }

    private static Row row(Taking taking) {
        return Row.of(
                taking.period() + taking.kind() + taking.source() + taking.currency(),
                Text.of(taking.period()),
                Phrase.of("access.figures-" + taking.kind()),
                Text.of(taking.source()),
                Text.of(amount(taking.amount(), taking.currency())),
                Text.of(Long.toString(taking.payments())));
    }

    private static Row row(Count count) {
        return Row.of(
                count.period() + count.what() + count.source() + count.name(),
                Text.of(count.period()),
                Phrase.of("access.figures-" + count.what()),
                Text.of(count.source()),
                Text.of(count.name().isEmpty() ? "-" : count.name()),
                Text.of(Long.toString(count.count())));
    }

    /** In the currency's own unit where it is one of ISO 4217: 4.99 EUR, but 250 XTR. */
    static String amount(long amount, String currency) {
        String code = currency.toUpperCase(Locale.ROOT);
        int digits = CURRENCIES.contains(code)
                ? Math.max(0, Currency.getInstance(code).getDefaultFractionDigits())
                : 0;
        return BigDecimal.valueOf(amount, digits).toPlainString() + " " + currency;
    }
}
