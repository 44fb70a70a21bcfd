package lyceum.community.members.access;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import lyceum.community.members.Directory.Known;
import lyceum.community.members.access.BookTable.Line;
import lyceum.community.members.access.Difference.Given;
import lyceum.community.members.access.Difference.State;
import lyceum.community.members.access.Ledger.Held;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Perk;
import lyceum.kernel.effect.Perk.Role;
import lyceum.kernel.effect.Perk.Seat;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;

/** What people read about what they have. */
final class AccessCard {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private AccessCard() {}

    /**
     * How a person stands.
     *
     * @param address of a room, empty where none is known
     */
    record Stands(Known person, List<Held> held, List<Given> given, Function<RoomId, String> address) {}

    static Document mine(AccessSettings settings, Stands stands) {
        List<Block> blocks = new ArrayList<>(has(stands));
        if (stands.held().isEmpty() && stands.person().names().size() == 1) {
            blocks.add(new Block.Paragraph(Phrase.of("access.link", code("/link"))));
        }
        blocks.addAll(prices(settings.plans()));
        return new Document(blocks, List.of());
    }

    static Document why(Stands stands, List<Line> facts) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(name(stands.person())));
        blocks.addAll(has(stands));
        ZoneId zone = stands.person().zone();
        List<Say> lines = facts.stream()
                .map(line -> (Say) Phrase.of(
                        "access.fact-" + line.what(),
                        Text.of(time(line.at(), zone)),
                        Text.of(line.plan()),
                        Text.of(line.account().toString()),
                        Text.of(line.by())))
                .toList();
        if (!lines.isEmpty()) {
            blocks.add(new Block.Paragraph(Phrase.of("access.facts")));
            blocks.add(new Block.Bullets(lines));
        }
        return new Document(blocks, List.of());
    }

    private static List<Block> has(Stands stands) {
        if (stands.held().isEmpty()) {
            return List.of(new Block.Paragraph(Phrase.of("access.nothing")));
        }
        ZoneId zone = stands.person().zone();
        List<Say> lines = new ArrayList<>();
        stands.held().forEach(held -> lines.add(held(held, zone)));
        stands.held().stream()
                .filter(held -> !held.plan().badge().isEmpty())
                .forEach(held -> lines.add(badge(held.plan())));
        stands.given().stream()
                .sorted(Comparator.comparing(given -> given.account() + PerkText.write(given.perk())))
                .forEach(given -> lines.add(given(given, stands)));
        return List.of(new Block.Paragraph(Phrase.of("access.yours")), new Block.Bullets(lines));
    }

    private static Say held(Held held, ZoneId zone) {
        Text title = Text.of(held.plan().title());
        Text source = Text.of(held.because().source());
        Instant until = held.until();
        if (until == null) {
            return Phrase.of("access.holds", title, source);
        }
        return Phrase.of(
                held.grace() ? "access.holds-grace" : "access.holds-until", title, source, Text.of(time(until, zone)));
    }

    private static Say given(Given given, Stands stands) {
        Say what = perk(given.perk());
        if (given.state() == State.OFFERED && given.perk() instanceof Seat seat) {
            String address = stands.address().apply(seat.room());
            if (!address.isEmpty()) {
                return Phrase.of("access.enter", what, Text.of(address, new Mark.Link(address)));
            }
        }
        return switch (given.state()) {
            case HAS, OFFERED -> Phrase.of("access.has", what, account(given.account()));
            case ASKED -> Phrase.of("access.comes", what, account(given.account()));
            case FAILED -> Phrase.of("access.fails", what, account(given.account()));
            case LEAVING -> Phrase.of("access.leaves", what, account(given.account()));
        };
    }

    static List<Block> prices(List<Plan> plans) {
        if (plans.isEmpty()) {
            return List.of();
        }
        List<Say> lines = new ArrayList<>();
        for (Plan plan : plans) {
            lines.add(Phrase.of("access.price", Text.of(plan.title()), Text.of(plan.price())));
            plan.gives().forEach(perk -> lines.add(Phrase.of("access.gives", perk(perk))));
            if (!plan.badge().isEmpty()) {
                lines.add(Phrase.of("access.gives", badge(plan)));
            }
            Till.price(plan).ifPresent(lines::add);
            if (!plan.how().isEmpty()) {
                lines.add(Phrase.of("access.how", Text.of(plan.how())));
            }
        }
        return List.of(new Block.Paragraph(Phrase.of("access.prices")), new Block.Bullets(lines));
    }

    /** Something has ended and is kept for a while. */
    static Document ends(Held held, ZoneId zone) {
        Instant until = held.until();
        Document document = Document.of(Phrase.of(
                "access.ends", Text.of(held.plan().title()), Text.of(until == null ? "" : time(until, zone))));
        return held.plan().how().isEmpty()
                ? document
                : document.plus(new Block.Paragraph(
                        Phrase.of("access.back", Text.of(held.plan().how()))));
    }

    /** Something was taken; what ended last says why. */
    static Document lost(AccessSettings settings, Collection<Entitlement> entitlements) {
        Entitlement last = entitlements.stream()
                .filter(each -> each.ends() != null)
                .max(Comparator.comparing(Entitlement::told))
                .orElse(null);
        String plan = last == null ? "" : last.plan();
        String title = Plan.named(settings.plans(), plan).map(Plan::title).orElse(plan);
        String how = Plan.named(settings.plans(), plan).map(Plan::how).orElse("");
        Phrase why = last != null && last.ending() == Entitlement.Ending.RETURNED
                ? Phrase.of("access.lost-returned", title)
                : Phrase.of("access.lost", title);
        Document document = Document.of(why, Phrase.of("access.return"));
        return how.isEmpty() ? document : document.plus(new Block.Paragraph(Phrase.of("access.back", how)));
    }

    static Document knocked(AccessSettings settings) {
        return new Document(List.of(new Block.Paragraph(Phrase.of("access.knocked", code("/link")))), List.of())
                .plus(new Block.Bullets(settings.plans().stream()
                        .map(plan -> (Say) Phrase.of("access.price", plan.title(), plan.price()))
                        .toList()));
    }

    static Document offered(String address) {
        return Document.of(Phrase.of("access.offered", Text.of(address, new Mark.Link(address))));
    }

    static Document refused(Perk perk, Say reason) {
        return Document.of(Phrase.of("access.refused", perk(perk), reason));
    }

    static Document tripped(int losing, int holders) {
        return Document.of(Phrase.of("access.tripped", Integer.toString(losing), Integer.toString(holders)))
                .withChoices(
                        new Choice(Access.KEEP, Phrase.of("access.keep"), Choice.Weight.GOOD),
                        new Choice(Access.TAKE, Phrase.of("access.take"), Choice.Weight.HARMFUL));
    }

    /** Nobody, or more than one, is meant by what was typed. */
    static Document who(String typed, List<Known> people) {
        String plain = typed.replace('\n', ' ');
        Text word = Text.of(plain.substring(0, Math.min(plain.length(), 60)));
        return people.isEmpty()
                ? Document.of(Phrase.of("access.nobody", word))
                : Document.of(Phrase.of("access.several", word))
                        .plus(new Block.Bullets(people.stream()
                                .map(person -> (Say) Text.of(person.accounts().stream()
                                        .map(AuthorId::toString)
                                        .sorted()
                                        .findFirst()
                                        .orElse("")))
                                .toList()));
    }

    static Document noPlan(AccessSettings settings, String typed) {
        String plain = typed.replace('\n', ' ');
        return Document.of(Phrase.of("access.no-plan", Text.of(plain.substring(0, Math.min(plain.length(), 60)))))
                .plus(new Block.Bullets(settings.plans().stream()
                        .map(plan -> (Say) Text.of(plan.name()))
                        .toList()));
    }

    static Text name(Known person) {
        return Text.of(person.names().values().stream()
                .filter(name -> !name.isEmpty())
                .sorted()
                .findFirst()
                .orElseGet(() -> person.accounts().iterator().next().toString()));
    }

    static Say perk(Perk perk) {
        return switch (perk) {
            case Role role ->
                Phrase.of("access.role", role.name(), role.platform().toString());
            case Seat seat -> Phrase.of("access.seat", seat.platform().toString());
        };
    }

    private static Phrase badge(Plan plan) {
        return Phrase.of("access.badge", plan.badge());
    }

    private static Text account(AuthorId account) {
        return Text.of(account.toString());
    }

    private static Text code(String words) {
        return Text.of(words, new Mark.Code());
    }

    static String time(Instant instant, ZoneId zone) {
        return DAY.format(instant.atZone(zone));
    }
}
