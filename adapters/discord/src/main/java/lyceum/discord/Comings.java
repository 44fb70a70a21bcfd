package lyceum.discord;

import java.time.Instant;
import java.time.InstantSource;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.People.MemberJoined;
import lyceum.kernel.event.People.MemberLeft;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Reads who joins the guild and who leaves it. Discord says it only where the session has asked for it. */
final class Comings {
    private final House house;
    private final Faces faces;
    private final InstantSource clock;

    Comings(House house, Faces faces, InstantSource clock) {
        this.house = house;
        this.faces = faces;
        this.clock = clock;
    }

    /** Null for a guild that is not served. Discord tells no time of a leaving. */
    @Nullable
    Event read(DataObject d, boolean came) {
        if (!house.within(d.getString("guild_id", ""))) {
            return null;
        }
        Speaker speaker = faces.ofMember(d);
        RoomId guild = RoomId.whole(Ids.DISCORD);
        Instant now = clock.instant();
        Key key = new Key(Ids.DISCORD, speaker.id().value(), (came ? "joined " : "left ") + now.toEpochMilli());
        return came ? new MemberJoined(key, speaker, guild, now) : new MemberLeft(key, speaker, guild, now);
    }
}
