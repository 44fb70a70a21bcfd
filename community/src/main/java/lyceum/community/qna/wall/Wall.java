package lyceum.community.qna.wall;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import lyceum.community.qna.wall.WallTable.Card;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Command.Option;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;
import org.jdbi.v3.core.Handle;

/** Gathers what is asked while a class is live: equal questions become one card, and the creator takes the most wanted. Lane's thread only. */
public final class Wall {
    private static final String OPEN = "wall-open";
    private static final String NEXT = "wall-next";
    private static final String CLOSE = "wall-close";
    private static final String VOTE = "wall-vote";
    private static final Set<String> ALL = Set.of(OPEN, NEXT, CLOSE, VOTE);
    private static final int MOST = 300;
    private static final String NUMBER = "[0-9]{1,18}";

    private final WallTable table = new WallTable();
    /** What cards say, so that it is read once. */
    private final Map<String, Alike> read = new HashMap<>();

    private final Function<RoomId, Language> languages;

    /** @param languages what is spoken in a room */
    public Wall(Function<RoomId, Language> languages) {
        this.languages = languages;
    }

    /** Rooms that hear each other. */
    public record Place(String talk, List<RoomId> rooms) {
        public Place {
            rooms = List.copyOf(rooms);
        }
    }

    /**
     * A command about the wall.
     *
     * @param voter whoever gives it, over all their accounts
     * @param number of the card that a vote is for
     */
    public record Asked(String command, Place place, String voter, String number) {}

    /** What is to be done, and what whoever asked reads. */
    public record Reply(List<Effect> effects, Phrase answer) {
        public Reply {
            effects = List.copyOf(effects);
        }
    }

    public static List<Command> commands() {
        Option card = new Option("number", Phrase.of("qna.option-card"), true, List.of());
        return List.of(
                new Command(OPEN, List.of("开墙"), Phrase.of("qna.wall-open"), List.of(), Standing.CREATOR),
                new Command(NEXT, List.of("下一题"), Phrase.of("qna.wall-next"), List.of(), Standing.CREATOR),
                new Command(CLOSE, List.of("关墙"), Phrase.of("qna.wall-close"), List.of(), Standing.CREATOR),
                new Command(VOTE, List.of("同问"), Phrase.of("qna.wall-vote"), List.of(card), Standing.FAN));
    }

    public static boolean owns(String command) {
        return ALL.contains(command);
    }

    public Page page() {
        return new WallPage(table).page();
    }

    /** Somebody asked something in a talk: it comes onto its wall, where one is open. */
    public void hears(Tx tx, String talk, long question, String said, String voter) {
        WallTable.Wall wall = table.open(tx.read(), talk).orElse(null);
        if (wall == null) {
            return;
        }
        List<Card> waiting = table.waiting(tx.read(), wall.id());
        OptionalInt same = new Alike(said)
                .sameAmong(waiting.stream().map(card -> read(card.said())).toList());
        if (same.isPresent() || waiting.size() < MOST) {
            long card = same.isPresent()
                    ? waiting.get(same.getAsInt()).id()
                    : table.add(tx.write(), wall.id(), question, said, tx.now());
            table.vote(tx.write(), card, voter);
        }
    }

    private Alike read(String said) {
        if (read.size() > 2 * MOST) {
            read.clear();
        }
        return read.computeIfAbsent(said, Alike::new);
    }

    /** What was asked is taken back: its card goes. */
    public void forgets(Handle write, long question) {
        read.clear(); // nor is it kept in memory
        table.removeOf(write, question);
    }

    public Reply asked(Tx tx, Asked asked) {
        WallTable.Wall wall = table.open(tx.read(), asked.place().talk()).orElse(null);
        if (asked.command().equals(OPEN)) {
            if (wall == null) {
                table.open(tx.write(), asked.place().talk(), tx.now());
            }
            return told(asked, Phrase.of("qna.wall-is-open"), Phrase.of("qna.wall-opened"));
        }
        if (wall == null) {
            return new Reply(List.of(), Phrase.of("qna.wall-none"));
        }
        List<Card> waiting = table.waiting(tx.read(), wall.id());
        return switch (asked.command()) {
            case CLOSE -> {
                table.close(tx.write(), wall.id(), tx.now());
                yield new Reply(List.of(), Phrase.of("qna.wall-closed", String.valueOf(waiting.size())));
            }
            case VOTE -> vote(tx, waiting, asked);
            default -> next(tx, wall, waiting, asked);
        };
    }

    private Reply vote(Tx tx, List<Card> waiting, Asked asked) {
        Optional<Card> card = waiting.stream()
                .filter(each -> asked.number().matches(NUMBER) && each.id() == Long.parseLong(asked.number()))
                .findFirst();
        card.ifPresent(each -> table.vote(tx.write(), each.id(), asked.voter()));
        return new Reply(
                List.of(),
                card.map(each -> Phrase.of("qna.wall-voted", each.said())).orElse(Phrase.of("qna.wall-no-card")));
    }

    /** The most wanted is answered now: every room reads which, and at which minute of the class. */
    private Reply next(Tx tx, WallTable.Wall wall, List<Card> waiting, Asked asked) {
        if (waiting.isEmpty()) {
            return new Reply(List.of(), Phrase.of("qna.wall-empty"));
        }
        Card card = waiting.getFirst();
        table.take(tx.write(), card.id(), tx.now());
        long minute = Duration.between(wall.opened(), tx.now()).toMinutes();
        Phrase news = Phrase.of(
                "qna.wall-taken",
                Text.of(card.said(), new Mark.Bold()),
                Text.of(String.valueOf(card.votes())),
                Text.of(String.valueOf(minute)));
        return told(asked, news, Phrase.of("qna.wall-left", String.valueOf(waiting.size() - 1)));
    }

    private Reply told(Asked asked, Phrase news, Phrase answer) {
        List<Effect> posts = new ArrayList<>();
        for (RoomId room : asked.place().rooms()) {
            posts.add(new Post(room, Document.of(news), languages.apply(room), null, null, "qna:wall"));
        }
        return new Reply(posts, answer);
    }
}
