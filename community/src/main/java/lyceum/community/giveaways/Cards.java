package lyceum.community.giveaways;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lyceum.community.giveaways.Giveaway.State;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Field;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;

/** What is shown of giveaways. */
final class Cards {
    private static final DateTimeFormatter CLOSES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private Cards() {}

    static String time(Instant at) {
        return CLOSES.format(at);
    }

    /**
     * How anybody can check it.
     *
     * @param commit the commitment, in hex
     * @param rules their hash, in hex
     * @param page the address of its public page
     * @param titles of plans, by name
     */
    record Proof(String commit, String rules, String page, Map<String, String> titles) {}

    /** The prize, how many have entered, and the commitment; with a button while it is open. */
    static Document card(Giveaway of, long entered, Proof proof) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(Phrase.of("giveaways.card", of.prize())));
        blocks.add(new Block.Fields(List.of(
                new Field(Phrase.of("giveaways.entered"), Text.of(String.valueOf(entered))),
                new Field(Phrase.of("giveaways.winners"), Text.of(String.valueOf(of.winners()))),
                new Field(Phrase.of("giveaways.closes"), Text.of(CLOSES.format(of.closes()))),
                new Field(Phrase.of("giveaways.number"), Text.of(String.valueOf(of.id()))),
                new Field(Phrase.of("giveaways.commit"), Text.of(proof.commit())),
                new Field(Phrase.of("giveaways.rules-hash"), Text.of(proof.rules())),
                new Field(Phrase.of("giveaways.page"), Text.of(proof.page(), new Mark.Link(proof.page()))))));
        if (of.state() == State.OPEN) {
            Who who = Terms.of(of).who();
            List<Say> asked = who.inWords(proof.titles());
            if (!asked.isEmpty()) {
                blocks.add(new Block.Bullets(asked));
            }
            if (!who.keyword().isEmpty()) {
                return new Document(blocks, List.of());
            }
            return new Document(
                    blocks,
                    List.of(new Choice(
                            Giveaways.NAME + ":enter:" + of.id(), Phrase.of("giveaways.enter-button"), Weight.GOOD)));
        }
        blocks.add(new Block.Paragraph(Phrase.of(
                switch (of.state()) {
                    case VOID -> "giveaways.is-void";
                    case WAITING -> "giveaways.is-waiting";
                    case DRAFT, OPEN, DRAWN, CLOSED -> "giveaways.is-drawn";
                })));
        return new Document(blocks, List.of());
    }

    /** What a giveaway would be, for its maker alone, with buttons to open it or not. */
    static Document draft(Giveaway of, Map<String, String> titles) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(Phrase.of("giveaways.card", of.prize())));
        blocks.add(new Block.Paragraph(Phrase.of("giveaways.is-draft")));
        blocks.add(new Block.Bullets(new RulesInWords(of, titles).all()));
        return new Document(blocks, drafted(of));
    }

    /** What its maker can do with a draft. */
    static List<Choice> drafted(Giveaway of) {
        return List.of(
                new Choice(Giveaways.NAME + ":open:" + of.id(), Phrase.of("giveaways.make-button"), Weight.GOOD),
                new Choice(
                        Giveaways.NAME + ":discard:" + of.id(), Phrase.of("giveaways.discard-button"), Weight.HARMFUL));
    }

    /**
     * What decides a draw that is frozen.
     *
     * @param chain its name
     * @param at when nobody can know it before
     */
    record Deciding(String round, String chain, Instant at) {}

    /** Who takes part, and what will decide. */
    static Document frozen(Giveaway of, Lottery.Frozen all, Map<String, EntryTable.Accounts> accounts, Deciding by) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(Phrase.of("giveaways.tickets-in-all"), Text.of(String.valueOf(all.weight()))));
        accounts.forEach((platform, count) -> fields.add(new Field(
                Phrase.of("giveaways.platform-" + platform),
                Phrase.of("giveaways.accounts", String.valueOf(count.all()), String.valueOf(count.alone())))));
        fields.add(new Field(Phrase.of("giveaways.root"), Text.of(all.root())));
        Phrase told = Phrase.of(
                "giveaways.told-frozen",
                of.prize(),
                String.valueOf(all.entrants()),
                all.hash(),
                by.round(),
                by.chain(),
                time(by.at()));
        return new Document(List.of(new Block.Paragraph(told), new Block.Fields(fields)), List.of());
    }

    /** Who has won, with a button to claim, and where the proof stands. */
    static Document winners(Giveaway of, List<Entry> winners, String page) {
        if (winners.isEmpty()) {
            return Document.of(Phrase.of("giveaways.told-nobody", of.prize()));
        }
        String names = winners.stream().map(Entry::name).collect(Collectors.joining(", "));
        return Document.of(
                        Phrase.of("giveaways.told-winners", of.prize(), names),
                        Phrase.of("giveaways.proof-at", Text.of(page, new Mark.Link(page))))
                .withChoices(claim(of));
    }

    /** What a winner reads in private. */
    static Document won(Giveaway of) {
        return Document.of(Phrase.of(
                        "giveaways.won", of.prize(), String.valueOf(Terms.of(of).claimHours())))
                .withChoices(claim(of));
    }

    private static Choice[] claim(Giveaway of) {
        return new Choice[] {
            new Choice(Giveaways.NAME + ":claim:" + of.id(), Phrase.of("giveaways.claim-button"), Weight.GOOD),
            new Choice(Giveaways.NAME + ":decline:" + of.id(), Phrase.of("giveaways.decline-button"), Weight.PLAIN)
        };
    }
}
