package lyceum.discord;

import java.util.function.Consumer;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.HearsTyping;
import lyceum.kernel.platform.ShowsTyping;
import net.dv8tion.jda.api.utils.data.DataObject;

/** That somebody is typing: heard where the session has asked for it, and shown for some ten seconds. Programs are not told of. */
final class Typing implements HearsTyping, ShowsTyping {
    private final Rest rest;
    private final House house;
    private volatile Consumer<Typist> told = _ -> {};

    Typing(Rest rest, House house) {
        this.rest = rest;
        this.house = house;
    }

    @Override
    public void typingTo(Consumer<Typist> heard) {
        told = heard;
    }

    void hear(DataObject d) {
        String channel = d.getString("channel_id");
        boolean program = d.optObject("member")
                .flatMap(member -> member.optObject("user"))
                .map(user -> user.getBoolean("bot", false))
                .orElse(true);
        if (!program && house.heard(channel, d.getString("guild_id", ""))) {
            told.accept(new Typist(new AuthorId(Ids.DISCORD, d.getString("user_id")), Ids.room(channel)));
        }
    }

    @Override
    public void showTyping(RoomId room) {
        rest.send(Call.of("POST", "/channels/" + room.value() + "/typing", DataObject.empty()));
    }
}
