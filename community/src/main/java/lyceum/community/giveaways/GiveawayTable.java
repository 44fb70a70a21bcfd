package lyceum.community.giveaways;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lyceum.community.giveaways.Giveaway.State;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of giveaways and of the messages that show them. */
final class GiveawayTable {
    long nextId(Handle read) {
        return read.createQuery("select coalesce(max(id), 0) + 1 from giveaways_giveaway")
                .mapTo(Long.class)
                .one();
    }

    void add(Handle write, Giveaway added) {
        write.execute(
                "insert into giveaways_giveaway (id, draw, state, prize, winners, closes, rules, keyword,"
                        + " languages, stale) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                added.id(),
                added.draw(),
                added.state().name(),
                added.prize(),
                added.winners(),
                added.closes().toEpochMilli(),
                added.rules(),
                Terms.of(added).who().keyword().isEmpty() ? 0 : 1,
                added.languages().stream().map(Language::name).collect(Collectors.joining(",")));
    }

    /** A draft is entered from now on, by rules that say so. */
    void open(Handle write, Giveaway opened) {
        write.execute(
                "update giveaways_giveaway set state = ?, closes = ?, rules = ? where id = ?",
                opened.state().name(),
                opened.closes().toEpochMilli(),
                opened.rules(),
                opened.id());
    }

    /** A draft that nobody but its maker has seen. */
    void discard(Handle write, long id) {
        write.execute("delete from giveaways_giveaway where id = ? and state = ?", id, State.DRAFT.name());
        write.execute("delete from giveaways_instead where giveaway = ?", id);
    }

    /** A giveaway takes the place of one that was made void: rules never change, so a change is a new giveaway. */
    void instead(Handle write, long id, long ofVoid) {
        write.execute("insert into giveaways_instead (giveaway, void) values (?, ?)", id, ofVoid);
    }

    /** The void giveaway whose place this one takes. */
    Optional<Giveaway> insteadOf(Handle read, long id) {
        return read.createQuery("select void from giveaways_instead where giveaway = ?")
                .bind(0, id)
                .mapTo(Long.class)
                .findOne()
                .flatMap(before -> find(read, before));
    }

    /** The giveaways that take the place of this void one; drafts are for their maker alone. */
    List<Giveaway> after(Handle read, long ofVoid) {
        return read
                .createQuery("select giveaway from giveaways_instead where void = ? order by giveaway")
                .bind(0, ofVoid)
                .mapTo(Long.class)
                .stream()
                .flatMap(id -> find(read, id).stream())
                .filter(of -> of.state() != State.DRAFT)
                .toList();
    }

    /** The open giveaways that are entered by saying something. */
    List<Long> withKeyword(Handle read) {
        return read.createQuery("select id from giveaways_giveaway where keyword = 1 and state = 'OPEN' order by id")
                .mapTo(Long.class)
                .list();
    }

    void state(Handle write, long id, State state) {
        write.execute("update giveaways_giveaway set state = ? where id = ?", state.name(), id);
    }

    void bundle(Handle write, long id, String bundle) {
        write.execute("update giveaways_giveaway set bundle = ? where id = ?", bundle, id);
    }

    /** Who takes part is fixed; the giveaway waits for this round. */
    void freeze(Handle write, long id, Frozen frozen) {
        write.execute(
                "update giveaways_giveaway set state = ?, round = ?, frozen = ? where id = ?",
                State.WAITING.name(),
                frozen.round(),
                frozen.hash(),
                id);
    }

    /**
     * What was published at the freeze.
     *
     * @param round of the beacon that decides
     * @param hash in hex
     */
    record Frozen(long round, String hash) {}

    /** Empty before the freeze, and where no beacon was asked for. */
    Optional<Frozen> frozen(Handle read, long id) {
        return read.createQuery("select round, frozen from giveaways_giveaway where id = ? and frozen is not null")
                .bind(0, id)
                .map((row, context) -> new Frozen(row.getLong("round"), row.getString("frozen")))
                .findOne();
    }

    /** The giveaways in a state, by their number. */
    List<Long> in(Handle read, State state) {
        return read.createQuery("select id from giveaways_giveaway where state = ? order by id")
                .bind(0, state.name())
                .mapTo(Long.class)
                .list();
    }

    /** The published proof; empty before the draw. */
    Optional<String> bundle(Handle read, long id) {
        return read.createQuery("select bundle from giveaways_giveaway where id = ? and bundle is not null")
                .bind(0, id)
                .mapTo(String.class)
                .findOne();
    }

    /** Whether the cards were in step until now; from now on they are not. */
    boolean becameStale(Handle write, long id) {
        return write.execute("update giveaways_giveaway set stale = 1 where id = ? and stale = 0", id) > 0;
    }

    void fresh(Handle write, long id) {
        write.execute("update giveaways_giveaway set stale = 0 where id = ?", id);
    }

    Optional<Giveaway> find(Handle read, long id) {
        return read.createQuery(
                        "select id, draw, state, prize, winners, closes, rules, languages from giveaways_giveaway"
                                + " where id = ?")
                .bind(0, id)
                .map((row, context) -> new Giveaway(
                        row.getLong("id"),
                        row.getString("draw"),
                        State.valueOf(row.getString("state")),
                        row.getString("prize"),
                        row.getInt("winners"),
                        Instant.ofEpochMilli(row.getLong("closes")),
                        row.getString("rules"),
                        languages(row.getString("languages"))))
                .findOne();
    }

    /** The ids of giveaways, the newest first. */
    List<Long> newest(Handle read, int most) {
        return read.createQuery("select id from giveaways_giveaway order by id desc limit ?")
                .bind(0, most)
                .mapTo(Long.class)
                .list();
    }

    void card(Handle write, long id, Card card) {
        write.execute(
                "insert into giveaways_card (message, giveaway, language) values (?, ?, ?) on conflict do nothing",
                card.message().toString(),
                id,
                Objects.requireNonNull(card.language()).name());
    }

    /**
     * A message that shows a giveaway.
     *
     * @param language in which it does; null for one of the time when that was not kept
     */
    record Card(MessageId message, @Nullable Language language) {}

    List<Card> cards(Handle read, long id) {
        return read.createQuery("select message, language from giveaways_card where giveaway = ? order by message")
                .bind(0, id)
                .map((row, context) -> new Card(
                        MessageId.parse(row.getString("message")),
                        languages(Objects.requireNonNullElse(row.getString("language"), "")).stream()
                                .findFirst()
                                .orElse(null)))
                .list();
    }

    private static List<Language> languages(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Language::valueOf)
                .toList();
    }
}
