package lyceum.web.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.person.Standing;

/** A viewer at this process, and what the hub told them about who they are. What they say before that waits. Any thread. */
final class Caller {
    /** Whoever has only come to read. */
    static final Guest NOBODY = new Guest(Ids.author("nobody"), "", "", Standing.FAN, false, Instant.EPOCH);

    private static final int MOST_WAITING = 32;

    private final String seat;
    private final Viewer viewer;
    private final List<Message> waiting = new ArrayList<>();
    private Message hello;
    private String pass = "";
    private String name = "";

    Caller(String seat, Viewer viewer, Message hello) {
        this.seat = seat;
        this.viewer = viewer;
        this.hello = hello;
    }

    String seat() {
        return seat;
    }

    Viewer viewer() {
        return viewer;
    }

    synchronized boolean isKnown() {
        return !pass.isEmpty();
    }

    /** Up to which number they had seen everything when they came. */
    synchronized long seen() {
        return hello.number("cursor", -1);
    }

    synchronized Wire.Said hello() {
        return said(hello);
    }

    /** Keeps what they say until the hub has told who they are; false where that is too much. */
    synchronized boolean waits(Message message) {
        return waiting.size() < MOST_WAITING && waiting.add(message);
    }

    /** The hub has told who they are: what waited may go. */
    synchronized List<Wire.Said> is(String proof, String called) {
        pass = proof;
        name = called;
        List<Wire.Said> due = waiting.stream().map(this::said).toList();
        waiting.clear();
        return due;
    }

    synchronized Wire.Said said(Message message) {
        return new Wire.Said(
                seat, viewer.hall().place().name(), viewer.language().tag(), pass, name, message);
    }
}
