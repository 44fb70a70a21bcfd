package lyceum.hub;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import org.jdbi.v3.core.Handle;

/** Takes what a person said out of the journal, and out of what was given up, a stretch of the journal a turn. */
public final class Forgetting implements Feature {
    private static final String NAME = "forgetting";
    private static final int STRETCH = 20_000;
    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"([^\"]+)\"");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(MemberForgotten.class, TimerFired.class);
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case MemberForgotten forgotten ->
                Reaction.of(timer(forgotten.member().value(), new Note(0, forgotten.accounts()), tx));
            case TimerFired fired when fired.timer().startsWith(NAME + ":") -> stretch(fired, tx);
            default -> Reaction.NONE;
        };
    }

    private static SetTimer timer(long member, Note note, Tx tx) {
        return new SetTimer(NAME + ":" + member, tx.now(), note.toString());
    }

    private static Reaction stretch(TimerFired fired, Tx tx) {
        Note note = Note.parse(fired.note());
        long end = note.after() + STRETCH;
        Set<String> messages = new HashSet<>();
        for (AuthorId account : note.accounts()) {
            List<Row> said = said(tx.read(), note.after(), end, account);
            said.forEach(row -> row.message(messages));
            said.forEach(row -> tx.write().execute("delete from hub_journal where seq = ?", row.seq()));
            tx.write().execute("delete from hub_dead_letter where instr(body, ?) > 0", quoted(account));
        }
        if (!messages.isEmpty()) {
            givenUp(tx.read()).stream()
                    .filter(row ->
                            messages.stream().anyMatch(message -> row.body().contains(":" + message + "\"")))
                    .forEach(row -> tx.write().execute("delete from hub_outbox where id = ?", row.seq()));
        }
        long last = tx.read()
                .createQuery("select coalesce(max(seq), 0) from hub_journal")
                .mapTo(Long.class)
                .one();
        long member = Long.parseLong(fired.timer().substring(NAME.length() + 1));
        return end < last ? Reaction.of(timer(member, new Note(end, note.accounts()), tx)) : Reaction.NONE;
    }

    private static List<Row> said(Handle read, long after, long end, AuthorId account) {
        return read.createQuery("select seq, body from hub_journal where seq > ? and seq <= ? and instr(body, ?) > 0")
                .bind(0, after)
                .bind(1, end)
                .bind(2, quoted(account))
                .map((row, _) -> new Row(row.getLong(1), row.getString(2)))
                .list();
    }

    /** What was never delivered, and keeps its words so that it can be tried again. */
    private static List<Row> givenUp(Handle read) {
        return read.createQuery("select id, body from hub_outbox where state = 'dead'")
                .map((row, _) -> new Row(row.getLong(1), row.getString(2)))
                .list();
    }

    private static String quoted(AuthorId account) {
        return '"' + account.toString() + '"';
    }

    private record Row(long seq, String body) {
        private void message(Set<String> into) {
            Matcher matcher = MESSAGE.matcher(body);
            if (matcher.find()) {
                into.add(matcher.group(1));
            }
        }
    }

    /** How far it is done, and for whom. */
    private record Note(long after, Set<AuthorId> accounts) {
        private static Note parse(String text) {
            List<String> parts = List.of(text.split(" "));
            return new Note(
                    Long.parseLong(parts.getFirst()),
                    parts.stream().skip(1).map(AuthorId::parse).collect(Collectors.toSet()));
        }

        @Override
        public String toString() {
            Set<String> sorted =
                    accounts.stream().map(AuthorId::toString).collect(Collectors.toCollection(TreeSet::new));
            return after + " " + String.join(" ", sorted);
        }
    }
}
