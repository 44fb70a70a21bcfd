package lyceum.kernel.platform;

import lyceum.kernel.id.RoomId;

/** A platform that can show in a room, for some seconds, that somebody is about to say something. */
public interface ShowsTyping {
    /** Shows it; blocks until the platform has answered. Where it does not take it nothing happens: a moment later it means nothing. */
    void showTyping(RoomId room);
}
