package lyceum.twitch;

import lyceum.kernel.event.Key;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;

/** Twitch's names for things as the hub's ids: a channel by its login, people and messages by their ids. */
record Ids(RoomId room) {
    static final PlatformName TWITCH = new PlatformName("twitch");

    static Ids of(String channel) {
        return new Ids(new RoomId(TWITCH, channel));
    }

    MessageId message(String id) {
        return new MessageId(room, id);
    }

    static AuthorId author(String id) {
        return new AuthorId(TWITCH, id);
    }

    static Key key(String id, String revision) {
        return new Key(TWITCH, id, revision);
    }

    ReplyToken reply(String message) {
        return new ReplyToken(room, message);
    }
}
