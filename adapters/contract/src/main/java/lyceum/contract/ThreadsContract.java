package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.ChangeThread;
import lyceum.kernel.effect.OnPlatform.OpenThread;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Place.ThreadChanged;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Threads;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of platforms whose rooms have threads. */
public interface ThreadsContract extends OnStage {
    @Test
    @DisplayName("A thread that a person begins is told, and what is said in it comes from a room of its own")
    default void aThreadIsToldAndHeard() {
        String title = scene().fresh("Heaps");
        String words = scene().fresh("in the thread");

        scene().stage().thread(title).say("ann", words);

        MessagePosted posted = scene().ears().hear(words);
        ThreadChanged told =
                scene().ears().hear(ThreadChanged.class, each -> each.title().equals(title));
        assertThat(told.thread()).isEqualTo(posted.message().room());
        assertThat(told.parent()).isEqualTo(scene().room());
        assertThat(told.open()).isTrue();
        assertThat(scene().ears().all(Event.class).indexOf(told))
                .isLessThan(scene().ears().all(Event.class).indexOf(posted));
    }

    @Test
    @DisplayName("A new name and a closing by a person are told")
    default void aPersonsChangeIsTold() {
        String title = scene().fresh("Trees");
        String better = scene().fresh("Balanced trees");
        String words = scene().fresh("in the thread");
        Stage thread = scene().stage().thread(title);
        thread.say("ann", words);
        RoomId room = scene().ears().hear(words).message().room();

        thread.changeThread("ada", better, true);
        scene().stage().thread(better).changeThread("ada", better, false);

        await().untilAsserted(() -> assertThat(scene().ears().all(ThreadChanged.class))
                .filteredOn(each -> each.thread().equals(room))
                .endsWith(
                        new ThreadChanged(room, scene().room(), better, true),
                        new ThreadChanged(room, scene().room(), better, false)));
    }

    @Test
    @DisplayName("The hub opens a thread, speaks in it in its own name and for others, and hears nothing of itself")
    default void theHubOpensAThread() {
        String title = scene().fresh("Graphs");
        RoomId thread = opened(title);
        String own = scene().fresh("welcome");
        String voiced = scene().fresh("hello");

        scene().deliver(new Post(thread, Document.of(Text.of(own)), Language.EN, null, null, "contract:"));
        scene().deliver(new Post(
                thread, Document.of(Text.of(voiced)), Language.EN, new Voice("ann", null), null, "contract:"));

        assertThat(thread).isNotEqualTo(scene().room());
        assertThat(scene().stage().thread(title).messages())
                .extracting(Shown::plain)
                .anyMatch(text -> text.contains(own))
                .anyMatch(text -> text.contains(voiced));
        assertThat(scene().standing(own)).isEmpty();
        assertThat(scene().ears().all(MessagePosted.class))
                .noneMatch(posted -> posted.message().room().equals(thread));
    }

    @Test
    @DisplayName("The hub names a thread anew, closes it and opens it; twice is the same as once")
    default void theHubChangesAThread() {
        String title = scene().fresh("Queues");
        String better = scene().fresh("Priority queues");
        RoomId thread = opened(title);

        for (boolean open : List.of(true, true, false, false, true)) {
            change(new ChangeThread(thread, better, open, "contract:"));
        }

        String words = scene().fresh("in the thread");
        scene().stage().thread(better).say("ann", words);
        assertThat(scene().ears().hear(words).message().room()).isEqualTo(thread);
    }

    @Test
    @DisplayName("A title that is too long is cut, and never in the middle of a character")
    default void aLongTitleIsCut() {
        assertThat(opened("📚".repeat(200))).isNotEqualTo(scene().room());
    }

    private RoomId opened(String title) {
        return scene().insist(platform -> ((Threads) platform).open(new OpenThread(scene().room(), title, "contract:")))
                .getFirst()
                .room();
    }

    private void change(ChangeThread change) {
        scene().insist(platform -> ((Threads) platform).change(change));
    }
}
