package lyceum.sandbox.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A short play by the sandbox's people that shows what Lyceum does. One performance at a time. */
final class Story {
    private static final Logger LOG = LoggerFactory.getLogger(Story.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final int LOOKS = 60;
    /** What was opened is named by its number. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Cast cast;
    private final Board board;
    private final Script script;
    private final Scenery scenery;
    private final Lesson lesson;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean told = new AtomicBoolean();

    Story(Cast cast, Board board, Script script, Scenery scenery) {
        this.cast = cast;
        this.board = board;
        this.script = script;
        this.scenery = scenery;
        this.lesson = new Lesson(cast, board, scenery);
    }

    /**
     * What is played.
     *
     * @param pause before each line, so that one can read what stood before
     */
    record Script(List<Scene> scenes, Duration pause) {
        static Script whole() {
            return new Script(Scene.all(), Duration.ofMillis(1_600));
        }
    }

    /**
     * Where a performance stands.
     *
     * @param caption the phrase to read now, or empty before the first performance
     */
    record Stand(String caption, int beat, int beats, boolean running) {
        static final Stand UNTOLD = new Stand("", 0, 0, false);

        ObjectNode json() {
            return Json.object()
                    .put("caption", caption)
                    .put("beat", beat)
                    .put("beats", beats)
                    .put("running", running);
        }
    }

    /**
     * Begins a performance, unless one is running.
     *
     * @param first whether to begin only if there never was one
     * @param words the phrases in the visitor's language
     */
    void begin(boolean first, Map<String, String> words) {
        if ((first && told.get()) || !running.compareAndSet(false, true)) {
            return;
        }
        told.set(true);
        Thread.ofVirtual().name("story").start(() -> perform(words));
    }

    private void perform(Map<String, String> words) {
        int beats = Math.toIntExact(
                script.scenes().stream().filter(Scene.Beat.class::isInstance).count());
        Stand stand = new Stand("", 0, beats, true);
        try {
            for (Scene scene : script.scenes()) {
                if (scene instanceof Scene.Beat(String caption)) {
                    stand = new Stand(caption, stand.beat() + 1, beats, true);
                    board.show(stand);
                } else {
                    play(scene, words);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.set(false);
            board.show(new Stand(stand.caption(), stand.beat(), beats, false));
        }
    }

    /** A place that does not take its line today is passed over: the others go on. */
    private void play(Scene scene, Map<String, String> words) throws InterruptedException {
        LockSupport.parkNanos(script.pause().toNanos());
        try {
            switch (scene) {
                case Scene.Beat _ -> throw new IllegalArgumentException("a beat is shown, not played");
                case Scene.Line line ->
                    cast.say(line.platform(), line.room(), line.who(), words.getOrDefault(line.words(), line.words()));
                case Scene.Crowd crowd -> {
                    String said = words.getOrDefault(crowd.words(), crowd.words());
                    for (int i = 1; i <= crowd.count(); i++) {
                        cast.say(crowd.platform(), crowd.room(), crowd.name() + i, said);
                    }
                }
                case Scene.Press press -> until(() -> press(press));
                case Scene.Link link -> {
                    cast.link(link.who(), link.platform(), link.room());
                    board.show(cast.holder(link.who()));
                }
                case Scene.Subscribe subscribe -> cast.subscribe(subscribe.who());
                case Scene.Enter enter -> {
                    until(() -> cast.enter(enter.who()));
                    board.show(cast.holder(enter.who()));
                }
                case Scene.Command command -> give(command, words);
                case Scene.Shows shows -> {
                    Matcher number = NUMBER.matcher(give(shows.command(), words));
                    if (number.find()) {
                        board.show(scenery.stage(shows, number.group()));
                    }
                }
                case Scene.Later later -> scenery.later(later.by());
                case Scene.OfClass ofClass -> lesson.play(ofClass, words);
            }
        } catch (Refused e) {
            LOG.info("the story goes on without one of its lines: {}", e.getMessage());
        }
    }

    private String give(Scene.Command command, Map<String, String> words) throws InterruptedException {
        Map<String, String> options = new TreeMap<>();
        command.options().forEach((name, value) -> options.put(name, words.getOrDefault(value, value)));
        return cast.command(command, options);
    }

    /** Something that can be done as soon as something else is. */
    interface Try {
        boolean done() throws InterruptedException;
    }

    /** Tries until it is done, or nobody can be expected to wait any longer. */
    static void until(Try attempt) throws InterruptedException {
        for (int i = 0; i < LOOKS && !attempt.done(); i++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private boolean press(Scene.Press press) throws InterruptedException {
        return cast.press(press.platform(), press.room(), press.who(), press.label());
    }
}
