package lyceum.community.giveaways;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.community.giveaways.Giveaway.Drawn;
import lyceum.community.giveaways.Giveaway.State;
import lyceum.community.giveaways.beacon.Chain;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Field;
import lyceum.kernel.document.Block.Row;
import lyceum.kernel.document.Block.Tone;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.OpenPage;
import lyceum.kernel.feature.ReadTx;

/** The public page of a giveaway: its rules, what was published when, who won, and the proof with the means to check it. */
final class ProofPage implements OpenPage.Source {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    /** A round that is not there after so long is late. */
    private static final Duration SOON = Duration.ofMinutes(2);

    private static final String BUNDLE = "bundle.json";
    private static final String RULES = "rules.json";
    private static final String CHECK = "check.html";
    private static final String LOG = "log.jsonl";
    private static final Pattern INCLUDED = Pattern.compile("in-([0-9a-f]{64})\\.json");
    private static final Set<State> FROZEN = EnumSet.of(State.WAITING, State.DRAWN, State.CLOSED);
    /** A larger proof is fetched and chosen by hand: a page that holds it would be slow to open. */
    private static final int LARGEST_WITHIN_PAGE = 4_000_000;

    private final GiveawayTable table;
    private final EntryTable entries;
    private final Lottery lottery;
    private final PublicLog log;
    private final Map<String, String> titles;

    ProofPage(Entering entering, Lottery lottery, PublicLog log) {
        this.table = entering.table();
        this.entries = entering.entries();
        this.titles = entering.settings().plans();
        this.lottery = lottery;
        this.log = log;
    }

    @Override
    public Optional<OpenPage.Shown> page(long id, ReadTx tx) {
        return shown(id, tx).map(of -> {
            boolean drawn = of.state() == State.DRAWN || of.state() == State.CLOSED;
            List<Block> blocks = new ArrayList<>();
            blocks.add(notice(of));
            table.insteadOf(tx.read(), id).ifPresent(ofVoid -> blocks.add(linked("giveaways.page-instead", ofVoid)));
            table.after(tx.read(), id).forEach(next -> blocks.add(linked("giveaways.page-successor", next)));
            if (of.state() == State.WAITING) {
                blocks.add(waiting(of, tx));
            }
            blocks.add(figures(of, tx));
            blocks.add(new Block.Title(Phrase.of("giveaways.page-rules")));
            blocks.add(new Block.Bullets(new RulesInWords(of, titles).all()));
            blocks.add(new Block.Title(Phrase.of("giveaways.page-who")));
            blocks.add(platforms(of, tx));
            if (drawn) {
                blocks.add(new Block.Title(Phrase.of("giveaways.page-won")));
                blocks.add(winners(of, tx));
            }
            blocks.add(new Block.Title(Phrase.of("giveaways.page-proof")));
            blocks.add(
                    new Block.Paragraph(Phrase.of(drawn ? "giveaways.page-proof-drawn" : "giveaways.page-proof-open")));
            blocks.add(proof(of, drawn, tx));
            return new OpenPage.Shown(
                    Phrase.of("giveaways.card", of.prize()),
                    new Document(blocks, List.of()),
                    drawn ? Optional.of(CHECK) : Optional.empty());
        });
    }

    @Override
    public Optional<OpenPage.File> file(long id, String name, ReadTx tx) {
        return switch (name) {
            case RULES -> shown(id, tx).map(of -> new OpenPage.File("application/json", of.rules()));
            case BUNDLE -> table.bundle(tx.read(), id).map(text -> new OpenPage.File("application/json", text));
            case CHECK -> table.bundle(tx.read(), id).map(text -> new OpenPage.File("text/html", check(text)));
            case LOG -> shown(id, tx).map(_ -> new OpenPage.File("application/jsonl", log.all(tx.read())));
            default -> inclusion(id, INCLUDED.matcher(name), tx);
        };
    }

    /** The name of the file by which one entrant is found under the root. */
    static String included(String tag) {
        return "in-" + tag + ".json";
    }

    /** Before the freeze nobody can be under the root; a void giveaway has none. */
    private Optional<OpenPage.File> inclusion(long id, Matcher name, ReadTx tx) {
        if (!name.matches()) {
            return Optional.empty();
        }
        return table.find(tx.read(), id)
                .filter(of -> FROZEN.contains(of.state()) && entries.takesPart(tx.read(), id, name.group(1)))
                .flatMap(of -> lottery.inclusion(of, entries.all(tx.read(), id), name.group(1)))
                .map(json -> new OpenPage.File("application/json", json));
    }

    private static Block linked(String key, Giveaway other) {
        Text link =
                Text.of("#" + other.id() + " " + other.prize(), new Mark.Link("/" + Giveaways.NAME + "/" + other.id()));
        return new Block.Paragraph(Phrase.of(key, link));
    }

    /** A draft is for its maker alone. */
    private Optional<Giveaway> shown(long id, ReadTx tx) {
        return table.find(tx.read(), id).filter(of -> of.state() != State.DRAFT);
    }

    private static Block notice(Giveaway of) {
        Tone tone = switch (of.state()) {
            case DRAFT, OPEN, WAITING -> Tone.PLAIN;
            case DRAWN, CLOSED -> Tone.GOOD;
            case VOID -> Tone.BAD;
        };
        return new Block.Notice(
                tone,
                Phrase.of("giveaways.page-" + of.state().name().toLowerCase(Locale.ROOT), WHEN.format(of.closes())));
    }

    private Block figures(Giveaway of, ReadTx tx) {
        return new Block.Fields(List.of(
                new Field(Phrase.of("giveaways.entered"), Text.of(String.valueOf(entries.count(tx.read(), of.id())))),
                new Field(Phrase.of("giveaways.winners"), Text.of(String.valueOf(of.winners()))),
                new Field(Phrase.of("giveaways.closes"), Text.of(WHEN.format(of.closes())))));
    }

    private Block platforms(Giveaway of, ReadTx tx) {
        List<Row> rows = new ArrayList<>();
        entries.accounts(tx.read(), of.id())
                .forEach((platform, count) -> rows.add(Row.of(
                        platform,
                        Phrase.of("giveaways.platform-" + platform),
                        Text.of(String.valueOf(count.all())),
                        Text.of(String.valueOf(count.alone())))));
        return new Block.Table(
                List.of(
                        Phrase.of("giveaways.column-platform"),
                        Phrase.of("giveaways.column-accounts"),
                        Phrase.of("giveaways.column-alone")),
                rows,
                Phrase.of("giveaways.page-nobody"));
    }

    private Block winners(Giveaway of, ReadTx tx) {
        List<Row> rows = new ArrayList<>();
        for (EntryTable.Pick pick : entries.picks(tx.read(), of.id())) {
            Row row = Row.of(
                    pick.entry().tag(),
                    Text.of(String.valueOf(pick.place() + 1)),
                    pick.state() == Drawn.ALTERNATE ? Text.of("–") : name(pick.entry()),
                    Phrase.of("giveaways.drawn-" + pick.state().name().toLowerCase(Locale.ROOT)),
                    Text.of(pick.entry().tag(), new Mark.Code()));
            rows.add(row);
        }
        List<Say> columns = List.of(
                Phrase.of("giveaways.column-place"),
                Phrase.of("giveaways.column-name"),
                Phrase.of("giveaways.column-state"),
                Phrase.of("giveaways.column-tag"));
        return new Block.Table(columns, rows, Phrase.of("giveaways.page-nobody"));
    }

    private static Say name(Entry entry) {
        return entry.name().isEmpty() ? Phrase.of("giveaways.forgotten") : Text.of(entry.name());
    }

    /** What decides when; where that is past, that the beacon was not reached so far, or that it is too late for it. */
    private Block waiting(Giveaway of, ReadTx tx) {
        Chain chain = Waiting.chain(of);
        long round = table.frozen(tx.read(), of.id()).orElseThrow().round();
        boolean late = tx.now().isAfter(chain.time(round).plus(SOON));
        Terms terms = Terms.of(of);
        boolean given = tx.now().isAfter(chain.time(round).plus(Duration.ofHours(terms.revealHours())));
        String key =
                given ? "giveaways.page-beacon-void" : late ? "giveaways.page-beacon-late" : "giveaways.page-beacon";
        return new Block.Notice(
                late ? Tone.BAD : Tone.PLAIN,
                Phrase.of(key, String.valueOf(round), chain.name(), WHEN.format(chain.time(round))));
    }

    private Block proof(Giveaway of, boolean drawn, ReadTx tx) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(Phrase.of("giveaways.commit"), code(lottery.commit(of))));
        fields.add(new Field(Phrase.of("giveaways.rules-hash"), code(lottery.rulesHashed(of))));
        fields.add(new Field(Phrase.of("giveaways.draw-id"), code(of.draw())));
        table.frozen(tx.read(), of.id())
                .ifPresent(frozen -> fields.add(new Field(Phrase.of("giveaways.frozen"), code(frozen.hash()))));
        fields.add(new Field(Phrase.of("giveaways.page-rules"), link(of, RULES)));
        if (drawn) {
            fields.add(new Field(Phrase.of("giveaways.bundle"), link(of, BUNDLE)));
            fields.add(new Field(Phrase.of("giveaways.check"), link(of, CHECK)));
        }
        fields.add(new Field(Phrase.of("giveaways.log"), link(of, LOG)));
        return new Block.Fields(fields);
    }

    private static Text code(String text) {
        return Text.of(text, new Mark.Code());
    }

    private static Text link(Giveaway of, String file) {
        return Text.of(file, new Mark.Link("/" + Giveaways.NAME + "/" + of.id() + "/" + file));
    }

    /** The page that checks a proof, with this one in it: so it can be kept, and opened where there is no network. */
    private static String check(String bundle) {
        String page = resource("verify.html");
        if (bundle.length() > LARGEST_WITHIN_PAGE) {
            return page;
        }
        String given =
                resource("given.html").replace("BUNDLE", Base64.getEncoder().encodeToString(bundle.getBytes(UTF_8)));
        int end = page.lastIndexOf("</body>");
        return page.substring(0, end) + given + page.substring(end);
    }

    private static String resource(String name) {
        try (InputStream in = ProofPage.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
