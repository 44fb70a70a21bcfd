package lyceum.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import lyceum.kernel.event.Event;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what was said in channels while nobody listened. Any thread; blocks. */
final class History {
    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final int PAGE = 100;
    private static final int NOT_FOUND = 404;

    private final Rest rest;
    private final Frames frames;
    private final Map<String, Optional<DataObject>> members = new ConcurrentHashMap<>();

    History(Rest rest, Frames frames) {
        this.rest = rest;
        this.frames = frames;
    }

    /**
     * Brings the messages after {@code newest} in order, and the edits of the hundred newest messages before it. Stops early, with
     * a word in the log, where the channel cannot be read.
     */
    void bring(House.Channel channel, String newest, Gates gates) {
        List<DataObject> recent = page(channel, "?limit=" + PAGE);
        if (recent.isEmpty()) {
            return;
        }
        for (DataObject message : recent) {
            if (!Ids.after(message.getString("id"), newest)) {
                bringEdit(channel, message, gates);
            }
        }
        boolean reaches = recent.size() < PAGE || !Ids.after(recent.getFirst().getString("id"), newest);
        List<DataObject> missed = reaches ? recent : page(channel, after(newest));
        while (!missed.isEmpty()) {
            missed.stream()
                    .filter(message -> Ids.after(message.getString("id"), newest))
                    .forEach(message -> bringPost(channel, message, gates));
            boolean last = reaches || missed.size() < PAGE;
            missed = last ? List.of() : page(channel, after(missed.getLast().getString("id")));
        }
    }

    /** The messages after {@code after}, or the newest hundred, in order. */
    List<DataObject> since(String channel, @Nullable String after) {
        List<DataObject> all = new ArrayList<>();
        String from = after;
        List<DataObject> page;
        do {
            page = sorted(rest.insist(Call.get(path(channel) + (from == null ? "?limit=" + PAGE : after(from)))));
            all.addAll(page);
            from = page.isEmpty() ? from : page.getLast().getString("id");
        } while (after != null && page.size() == PAGE);
        return all;
    }

    private void bringPost(House.Channel channel, DataObject message, Gates gates) {
        bring(channel, message, gates, frames::posted);
    }

    private void bringEdit(House.Channel channel, DataObject message, Gates gates) {
        if (!message.isNull("edited_timestamp")) {
            bring(channel, message, gates, frames::edited);
        }
    }

    /** A message that makes no sense must not keep the others from being heard. */
    private void bring(
            House.Channel channel, DataObject message, Gates gates, Function<DataObject, @Nullable Event> reading) {
        DataObject whole = whole(channel, message);
        try {
            Event event = reading.apply(whole);
            if (event != null) {
                gates.pass(event);
            }
        } catch (ParsingException | DateTimeException | IllegalArgumentException e) {
            LOG.warn(
                    "message {} of channel {} cannot be read and is left out",
                    message.getString("id"),
                    channel.id(),
                    e);
        }
    }

    /** A message of the history does not say which roles its author has. */
    private DataObject whole(House.Channel channel, DataObject message) {
        message.put("guild_id", channel.guild());
        if (message.isNull("webhook_id") && message.isNull("member")) {
            member(channel.guild(), message.getObject("author").getString("id"))
                    .ifPresent(member -> message.put("member", member));
        }
        return message;
    }

    private Optional<DataObject> member(String guild, String user) {
        return members.computeIfAbsent(user, _ -> {
            Answer answer = rest.insist(Call.get("/guilds/" + guild + "/members/" + user));
            return answer.ok() ? Optional.of(answer.object()) : Optional.empty();
        });
    }

    private List<DataObject> page(House.Channel channel, String query) {
        Answer answer = rest.insist(Call.get(path(channel.id()) + query));
        if (!answer.ok() && !answer.again()) {
            LOG.warn(
                    "the history of channel {} cannot be read ({}): give the bot Read Message History there",
                    channel.id(),
                    answer.status());
            return List.of();
        }
        return sorted(answer);
    }

    private static List<DataObject> sorted(Answer answer) {
        if (!answer.ok()) {
            if (answer.status() == NOT_FOUND) {
                return List.of();
            }
            throw new UncheckedIOException(
                    new IOException("Discord answered " + answer.status() + " when a channel was read"));
        }
        List<DataObject> messages =
                new ArrayList<>(answer.array().stream(DataArray::getObject).toList());
        messages.sort(Comparator.comparing(
                message -> Long.parseUnsignedLong(message.getString("id")), Long::compareUnsigned));
        return Collections.unmodifiableList(messages);
    }

    private static String path(String channel) {
        return "/channels/" + channel + "/messages";
    }

    private static String after(String message) {
        return "?limit=" + PAGE + "&after=" + message;
    }
}
