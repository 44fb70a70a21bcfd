package lyceum.community.members.access;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Input;
import lyceum.kernel.document.Block.Pick;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Command.Option;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.person.Standing;

/**
 * What the creator enters of money that no platform tells: costs, and what came by advertising and affiliates. One figure for each month,
 * kind, name and currency; what is entered again takes the place of what was entered before, and nothing takes it away.
 */
final class ByHand {
    static final String COMMAND = "access-figure";
    private static final String MONTH = "month";
    private static final String KIND = "kind";
    private static final String NAME = "name";
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";
    private static final List<String> KINDS = List.of("costs", "advertising", "affiliates");

    private final PeriodTable table;

    ByHand(PeriodTable table) {
        this.table = table;
    }

    Command command() {
        return new Command(
                COMMAND,
                List.of("登记收支"),
                Phrase.of("access.access-figure"),
                List.of(
                        option(MONTH, List.of()),
                        option(KIND, KINDS),
                        option(AMOUNT, List.of()),
                        option(CURRENCY, List.of()),
                        option(NAME, List.of())),
                Standing.CREATOR);
    }

    private static Option option(String name, List<String> values) {
        return new Option(name, Phrase.of("access.figure-" + name), true, values);
    }

    Block form(YearMonth month) {
        List<Pick> kinds = KINDS.stream()
                .map(kind -> new Pick(kind, Phrase.of("access.figures-" + kind)))
                .toList();
        return new Block.Form(
                COMMAND,
                Map.of(),
                List.of(
                        Input.line(MONTH, Phrase.of("access.figure-month"), month.toString()),
                        new Input(KIND, Phrase.of("access.figure-kind"), Input.Kind.ONE_OF, KINDS.getFirst(), kinds),
                        Input.line(NAME, Phrase.of("access.figure-name"), ""),
                        Input.line(AMOUNT, Phrase.of("access.figure-amount"), ""),
                        Input.line(CURRENCY, Phrase.of("access.figure-currency"), "USD")),
                Phrase.of("access.figure-enter"));
    }

    /** Enters it, or says what is wrong with it. */
    Document enter(Map<String, String> options, Tx tx) {
        Optional<YearMonth> month = month(options.getOrDefault(MONTH, "").strip());
        String kind = options.getOrDefault(KIND, "").strip().toLowerCase(Locale.ROOT);
        String name = options.getOrDefault(NAME, "").strip();
        Optional<Currency> currency =
                currency(options.getOrDefault(CURRENCY, "").strip());
        if (month.isEmpty() || !KINDS.contains(kind) || name.isEmpty() || name.length() > 40 || currency.isEmpty()) {
            return Document.of(Phrase.of("access.figure-unclear", String.join(", ", KINDS)));
        }
        Optional<Long> amount = amount(options.getOrDefault(AMOUNT, "").strip(), currency.get());
        if (amount.isEmpty()) {
            return Document.of(
                    Phrase.of("access.figure-no-amount", currency.get().getCurrencyCode()));
        }
        String code = currency.get().getCurrencyCode();
        table.enter(tx.write(), new PeriodTable.Taking(month.get().toString(), kind, name, code, amount.get(), 1));
        return Document.of(
                amount.get() == 0
                        ? Phrase.of("access.figure-gone", month.get().toString(), name)
                        : Phrase.of(
                                "access.figure-entered",
                                month.get().toString(),
                                name,
                                PeriodPage.amount(amount.get(), code)));
    }

    private static Optional<YearMonth> month(String word) {
        try {
            return Optional.of(YearMonth.parse(word)).filter(month -> month.getYear() > 2000 && month.getYear() < 2200);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Currency> currency(String word) {
        String code = word.toUpperCase(Locale.ROOT);
        return Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getCurrencyCode().equals(code) && each.getDefaultFractionDigits() >= 0)
                .findFirst();
    }

    /** In the currency's smallest unit; empty where it is no amount or has parts of that unit. */
    private static Optional<Long> amount(String word, Currency currency) {
        if (!word.matches("[0-9]{1,12}(\\.[0-9]{1,4})?")) {
            return Optional.empty();
        }
        BigDecimal smallest = new BigDecimal(word).movePointRight(currency.getDefaultFractionDigits());
        return smallest.stripTrailingZeros().scale() > 0 ? Optional.empty() : Optional.of(smallest.longValueExact());
    }
}
