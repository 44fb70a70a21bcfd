package lyceum.discord;

import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.ChangeThread;
import lyceum.kernel.effect.OnPlatform.OpenThread;
import lyceum.kernel.event.Place.ThreadChanged;
import lyceum.kernel.event.Place.ThreadGone;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Threads;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Reads what becomes of threads and forum posts, and opens, names and closes them. Private threads are nobody's business. */
final class Threading implements Threads {
    /** Announcement and public threads (Discord's documentation, channel types). */
    private static final int ANNOUNCEMENT = 10;

    private static final int PUBLIC = 11;
    private static final int LONGEST = 100;
    /** Minutes without a word after which Discord puts a thread out of sight: a week, the longest there is. */
    private static final int OUT_OF_SIGHT = 10_080;

    private static final int MISSING_PERMISSIONS = 50013;

    private final Rest rest;
    private final House house;

    Threading(Rest rest, House house) {
        this.rest = rest;
        this.house = house;
    }

    /** Null for other channels, and where nobody listens. A thread that is only out of sight is open: whoever speaks brings it back. */
    static @Nullable ThreadChanged read(DataObject d, String guild, House house) {
        int type = d.getInt("type", 0);
        if ((type != ANNOUNCEMENT && type != PUBLIC) || !house.heard(d.getString("id"), guild)) {
            return null;
        }
        boolean locked = d.optObject("thread_metadata")
                .map(state -> state.getBoolean("locked", false))
                .orElse(false);
        return new ThreadChanged(
                Ids.room(d.getString("id")), Ids.room(d.getString("parent_id")), d.getString("name", ""), !locked);
    }

    /** Null where nobody listens. What is told of it no longer says what it was called. */
    static @Nullable ThreadGone gone(DataObject d, House house) {
        boolean heard = house.heard(d.getString("parent_id"), d.getString("guild_id", ""));
        return heard ? new ThreadGone(Ids.room(d.getString("id"))) : null;
    }

    @Override
    public Outcome open(OpenThread open) {
        DataObject body = DataObject.empty().put("name", cut(open.title())).put("auto_archive_duration", OUT_OF_SIGHT);
        if (house.isForum(open.room().value())) {
            body.put("message", Bodies.said(Text.of(open.title())));
        } else {
            body.put("type", PUBLIC);
        }
        Answer answer = rest.send(Call.of("POST", "/channels/" + open.room().value() + "/threads", body)
                .onlyOnce());
        if (!answer.ok()) {
            return refused(answer, Outcomes.ofOnce(answer));
        }
        DataObject thread = answer.object();
        house.learn("THREAD_CREATE", thread);
        return Outcome.Done.of(Ids.message(thread.getString("id"), thread.getString("id")));
    }

    @Override
    public Outcome change(ChangeThread change) {
        String path = "/channels/" + change.room().value();
        DataObject body = DataObject.empty().put("name", cut(change.title()));
        Answer answer = rest.send(
                Call.of("PATCH", path, body.put("archived", !change.open()).put("locked", !change.open())));
        return answer.ok() ? Outcome.Done.of() : refused(answer, Outcomes.of(answer));
    }

    private static Outcome refused(Answer answer, Outcome otherwise) {
        return answer.code() == MISSING_PERMISSIONS
                ? new Outcome.Refused(Phrase.of("discord.give-threads"))
                : otherwise;
    }

    private static String cut(String title) {
        int end = Math.min(title.length(), LONGEST);
        boolean within = end < title.length() && Character.isHighSurrogate(title.charAt(end - 1));
        return title.substring(0, within ? end - 1 : end);
    }
}
