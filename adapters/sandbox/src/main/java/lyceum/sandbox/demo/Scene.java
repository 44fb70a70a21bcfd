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

    /** Somebody shows with a code that an account of theirs elsewhere is theirs, as the one on Discord is. */
    record Link(String who, String platform, String room) implements Scene {}

    /** Somebody subscribes to the stream. */
    record Subscribe(String who) implements Scene {}

    /** Somebody comes into the subscribers' group by the address that the hub sent them, as soon as it has. */
    record Enter(String who) implements Scene {}

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
                new Press("discord", "moderators", "mei", "Reject"),
                new Beat("beat-subscribe"),
                new Link("ann", "telegram", "general"),
                new Link("ann", "twitch", "ada"),
                new Subscribe("ann"),
                new Enter("ann"),
                new Line("discord", "general", "ann", "line-subscribed"),
                new Beat("beat-yours"));
    }
}
