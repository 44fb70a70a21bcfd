package lyceum.sandbox.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** Somebody gives a command. Values of options are words, or stand for themselves. */
    record Command(String platform, String room, String who, String command, Map<String, String> options)
            implements Scene {
        public Command {
            options = Map.copyOf(options);
        }
    }

    /**
     * Somebody opens something by a command, and the stage shows it over a picture.
     *
     * @param overlay the kind of overlay
     * @param page the path before the number of a page that tells more; empty where there is none
     */
    record Shows(Command command, String overlay, String page) implements Scene {}

    /** The clock of this world is moved on. */
    record Later(Duration by) implements Scene {}

    /** A step of a class, which knows when it is held. */
    sealed interface OfClass extends Scene {}

    /** ada plans a class for the evening in Shanghai. */
    record Plan(String title) implements OfClass {}

    /** Somebody says where and how they live, and comes: by the button below the class. */
    record Comes(String who, String platform, String zone, String language) implements OfClass {}

    /** The clock of this world is moved to so long before the class, and whoever comes is told in private. */
    record Soon(Duration before) implements OfClass {}

    /** The class begins: the clock is moved to its start, and the stream goes live. */
    record Live() implements OfClass {}

    /** Somebody shows with a code that an account of theirs elsewhere is theirs, as the one on Discord is. */
    record Link(String who, String platform, String room) implements Scene {}

    /** Somebody subscribes to the stream. */
    record Subscribe(String who) implements Scene {}

    /** Somebody comes into the subscribers' group by the address that the hub sent them, as soon as it has. */
    record Enter(String who) implements Scene {}

    /** The whole story: each feature of Lyceum has its beat. */
    static List<Scene> all() {
        return Stream.of(talk(), subscription(), poll(), giveaway(), lesson(), List.<Scene>of(new Beat("beat-yours")))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scene> talk() {
        return List.of(
                new Beat("beat-arrive"),
                new Line("discord", "general", "ada", "line-welcome"),
                new Line("telegram", "general", "ann", "line-phone"),
                new Line("twitch", "ada", "carla", "line-stream"),
                new Line("room", "class", "小明", "line-room"),
                new Beat("beat-talk"),
                new Line("telegram", "general", "ann", "line-question"),
                new Line("discord", "general", "ada", "line-answer"),
                new Line("telegram", "general", "ann", "line-solved"),
                new Line("twitch", "ada", "carla", "line-thanks"),
                new Beat("beat-known"),
                new Line("twitch", "ada", "bob", "line-ask"),
                new Beat("beat-disguise"),
                new Line("telegram", "general", "bob", "line-advert"),
                new Beat("beat-reject"),
                new Press("discord", "moderators", "mei", "Timeout"),
                new Beat("beat-undo"),
                new Press("discord", "moderators", "mei", "Undo"),
                new Press("discord", "moderators", "mei", "Do it"),
                new Beat("beat-raid"),
                new Crowd("telegram", "general", "stranger", 12, "line-raid"),
                new Press("discord", "moderators", "mei", "Ban"));
    }

    private static List<Scene> subscription() {
        return List.of(
                new Beat("beat-subscribe"),
                new Link("ann", "telegram", "general"),
                new Link("ann", "twitch", "ada"),
                new Subscribe("ann"),
                new Enter("ann"),
                new Line("discord", "general", "ann", "line-subscribed"));
    }

    private static List<Scene> poll() {
        return List.of(
                new Beat("beat-poll"),
                new Shows(
                        new Command(
                                "discord",
                                "general",
                                "ada",
                                "poll new",
                                Map.of("question", "poll-question", "options", "poll-options", "minutes", "2880")),
                        "poll",
                        ""),
                new Press("discord", "general", "ann", "Graphs · 图"),
                new Press("telegram", "general", "小明", "Trees · 树"),
                new Line("twitch", "ada", "carla", "!vote 2"),
                new Line("room", "class", "bob", "!vote 2"));
    }

    private static List<Scene> giveaway() {
        return List.of(
                new Beat("beat-giveaway"),
                new Shows(
                        new Command(
                                "discord",
                                "general",
                                "ada",
                                "giveaway new",
                                Map.of("prize", "giveaway-prize", "minutes", "5")),
                        "giveaway",
                        "/giveaways/"),
                new Press("discord", "general", "ann", "Enter"),
                new Press("telegram", "general", "小明", "Enter"),
                new Line("twitch", "ada", "carla", "!enter"),
                new Line("room", "class", "bob", "!enter"),
                new Beat("beat-drawn"),
                new Later(Duration.ofMinutes(5)));
    }

    private static List<Scene> lesson() {
        return List.of(
                new Beat("beat-class"),
                new Plan("class-title"),
                new Comes("ann", "telegram", "Europe/Berlin", "English"),
                new Comes("小明", "discord", "Asia/Shanghai", "中文"),
                new Comes("carla", "discord", "America/New_York", "English"),
                new Beat("beat-soon"),
                new Soon(Duration.ofMinutes(5)),
                new Beat("beat-live"),
                new Live());
    }
}
