package lyceum.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people of one room of a platform, as seen from outside the hub. Calls block until the platform has taken them. */
public interface Stage {
    /** Somebody says something; answers the message's id on the stage. */
    default String say(String who, String text) {
        return say(who, text, null);
    }

    /** The same, as a reply to the message with the id {@code replyTo}. */
    String say(String who, String text, @Nullable String replyTo);

    /** Somebody sends a file with words. */
    void send(String who, String text, String name, String base64);

    void edit(String who, String message, String text);

    void delete(String who, String message);

    /** Somebody who was sent away comes again, where one has to come before one can speak. */
    void comeBack(String who);

    /** Somebody comes into the room who was never there, or had left. */
    void come(String who);

    void leave(String who);

    /** Somebody begins to type. */
    void type(String who);

    /** Who is seen to be typing now. */
    List<String> typing();

    /** Puts an emoji on a message, or takes it away. */
    void react(String who, String message, String emoji, boolean there);

    /** The thread of this title below the room; the first who speaks in it begins it. */
    Stage thread(String title);

    /** Somebody calls the thread that this is by another name, or closes or opens it. */
    void changeThread(String who, String title, boolean open);

    /** Gives a command and waits up to five seconds for what that person sees; null where nothing is seen. */
    @Nullable
    Shown command(String who, String command, Map<String, String> options);

    /** Types an option of a command, and answers what that person is shown to choose from. */
    List<Choosable> complete(String who, String command, String option, String text);

    /**
     * Something that somebody who types may choose.
     *
     * @param name what they read
     * @param value what choosing it says
     */
    record Choosable(String name, String value) {}

    /** Presses a button by its label; answers as {@link #command}. */
    @Nullable
    Shown click(String who, String message, String button);

    /** What stands in the room, in order. */
    List<Shown> messages();

    /** What that person sees in the room, in order. */
    List<Shown> messages(String who);

    /** The next {@code count} requests or frames that match suffer this. */
    void suffer(Fault fault, int count);

    /** No more faults. */
    void recover();

    /** What has been asked of the platform so far. */
    Log log();

    /** What time it is in this world. */
    Instant now();
}
