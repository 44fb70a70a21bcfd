package lyceum.program.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;

/** What the people of a town say, change and take back, by chance and in turn in all rooms; and what must stand of it in the end. */
final class Talk {
    private static final int PEOPLE = 20;
    /** Out of so many messages one is changed, and one taken back. */
    private static final int CHANGED = 8;

    private static final int TAKEN_BACK = 12;
    private static final int RECENT = 400;
    private static final int TELEGRAM = 1;
    private static final int TWITCH = 2;
    private static final String WORDS = " is what I would like to say about heaps";

    private final List<RoomId> rooms;
    private final Random chance = new Random(7);
    private final List<Integer> wordings = new ArrayList<>();
    private final BitSet gone = new BitSet();
    private int edits;

    Talk(List<RoomId> rooms) {
        this.rooms = rooms;
    }

    /** The next message, and what happens to recent ones at the same time. */
    List<Event> next(Instant at) {
        List<Event> events = new ArrayList<>();
        int number = wordings.size();
        wordings.add(0);
        events.add(posted(number, at));
        if (chance.nextInt(CHANGED) == 0) {
            int other = recent();
            if (!gone.get(other) && other % Town.ROOMS != TWITCH && wordings.get(other) < 100) {
                wordings.set(other, wordings.get(other) + 1);
                edits++;
                events.add(new MessageEdited(
                        key(other, "edit" + edits), message(other), speaker(other), text(other), List.of(), at));
            }
        }
        if (chance.nextInt(TAKEN_BACK) == 0) {
            int other = recent();
            if (!gone.get(other) && other % Town.ROOMS != TELEGRAM) {
                gone.set(other);
                events.add(new MessageDeleted(key(other, "gone"), message(other)));
            }
        }
        return events;
    }

    private int recent() {
        return Math.max(0, wordings.size() - 1 - chance.nextInt(RECENT));
    }

    /** A message that nothing will happen to. */
    MessagePosted posted(Instant at) {
        wordings.add(0);
        return posted(wordings.size() - 1, at);
    }

    private MessagePosted posted(int number, Instant at) {
        return new MessagePosted(key(number, ""), message(number), speaker(number), text(number), List.of(), null, at);
    }

    private Text text(int number) {
        return Text.of("#" + number + "." + wordings.get(number) + WORDS);
    }

    private MessageId message(int number) {
        return new MessageId(rooms.get(number % Town.ROOMS), "said-" + number);
    }

    private Key key(int number, String revision) {
        MessageId message = message(number);
        return new Key(message.room().platform(), message.value(), revision);
    }

    private Speaker speaker(int number) {
        String name = "p" + number / Town.ROOMS % PEOPLE;
        AuthorId id = new AuthorId(rooms.get(number % Town.ROOMS).platform(), name);
        return new Speaker(id, name, null, Standing.FAN, false, Language.EN);
    }

    int said() {
        return wordings.size();
    }

    int edits() {
        return edits;
    }

    int takenBack() {
        return gone.cardinality();
    }

    /** Compares the rooms with what must stand in them. */
    Count count(List<Place> places) {
        Count count = new Count();
        for (int room = 0; room < Town.ROOMS; room++) {
            Wall wall = places.get(room).wall();
            for (int number = 0; number < wordings.size(); number++) {
                if (number % Town.ROOMS != room) {
                    count.look(wall, number, expected(number, room));
                }
            }
            count.room(places.get(room));
        }
        return count;
    }

    /** Where nothing can be changed each wording stands for itself. */
    private Count.Expected expected(int number, int room) {
        int wording = wordings.get(number);
        return new Count.Expected(gone.get(number) ? 0 : 1, room == TWITCH ? 1 + wording : 1, wording);
    }
}
