package lyceum.program;

import lyceum.kernel.document.Phrases;

/** The phrase files of all that a hub is made of. */
final class Bundles {
    private Bundles() {}

    static Phrases all() {
        return Phrases.of(
                "hub",
                "members",
                "access",
                "help",
                "moderation",
                "lockdown",
                "bridge",
                "qna",
                "polls",
                "giveaways",
                "classes",
                "announcements",
                "notes",
                "web",
                "room",
                "console",
                "running",
                "discord",
                "telegram",
                "twitch");
    }
}
