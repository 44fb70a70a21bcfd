package lyceum.sandbox.demo;

import java.util.List;

/** One step of the story. Words are keys of the sandbox's phrases. */
sealed interface Scene {
    /** What the page says about what is seen next; begins a new beat. */
    record Beat(String caption) implements Scene {}

    /** Somebody says something, after a moment in which one can read what stood before. */
    record Line(String platform, String room, String who, String words) implements Scene {}

    /** Somebody presses the button of this label, as soon as there is one. */
    record Press(String platform, String room, String who, String label) implements Scene {}

    /**
     * Many whom nobody knows say the same at once.
     *
     * @param name theirs, before a number
     */
    record Crowd(String platform, String room, String name, int count, String words) implements Scene {}

    /** The whole story: each feature of Lyceum has its beat. */
    static List<Scene> all() {
        return List.of(
                new Beat("beat-arrive"),
                new Line("discord", "general", "ada", "line-welcome"),
                new Line("telegram", "general", "ann", "line-phone"),
                new Line("twitch", "ada", "carla", "line-stream"),
                new Line("room", "class", "小明", "line-room"),
                new Beat("beat-talk"),
                new Line("telegram", "general", "ann", "line-question"),
                new Line("discord", "general", "ada", "line-answer"),
                new Line("twitch", "ada", "carla", "line-thanks"),
                new Beat("beat-disguise"),
                new Line("telegram", "general", "bob", "line-advert"),
                new Beat("beat-reject"),
                new Press("discord", "moderators", "mei", "Timeout"),
                new Beat("beat-undo"),
                new Press("discord", "moderators", "mei", "Undo"),
                new Press("discord", "moderators", "mei", "Do it"),
                new Beat("beat-raid"),
                new Crowd("telegram", "general", "stranger", 12, "line-raid"),
                new Press("discord", "moderators", "mei", "Ban"),
                new Beat("beat-yours"));
    }
}
