package lyceum.sandbox.telegram;

import java.util.Locale;

/** What someone is in a chat. */
enum Standing {
    CREATOR,
    ADMINISTRATOR,
    MEMBER,
    RESTRICTED,
    LEFT,
    KICKED;

    /** The Bot API's word. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean leads() {
        return this == CREATOR || this == ADMINISTRATOR;
    }
}
