package lyceum.discord;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Place.HearingBegan;
import lyceum.kernel.event.Place.NativeHold;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.markdown.MarkdownReader;
import lyceum.kernel.markdown.Names;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Reads the gateway's dispatches about messages and channels, and messages of the history, as events. */
final class Frames {
    /** Ordinary words, replies, and answers of bots to commands; all else is Discord itself speaking. */
    private static final Set<Integer> SAID = Set.of(0, 19, 20, 23);

    /** What Discord's own filter tells the moderators: the author is whoever said what it objects to. */
    private static final int ALERT = 24;

    private final House house;
    private final Own own;
    private final Faces faces;
    private final Reactions reactions;
    private final Purchases purchases;
    private final Comings comings;

    Frames(House house, Own own, Faces faces, Others others) {
        this.purchases = others.purchases();
        this.comings = others.comings();
        this.house = house;
        this.own = own;
        this.faces = faces;
        this.reactions = new Reactions(house, own, faces);
    }

    /** What reads dispatches that are about no message. */
    record Others(Purchases purchases, Comings comings) {}

    /** The events that a dispatch tells of; none for the hub's own messages and for what is not heard. */
    List<Event> read(String type, DataObject d) {
        return switch (type) {
            case "MESSAGE_CREATE" -> one(d.getInt("type", 0) == ALERT ? alert(d) : posted(d));
            case "MESSAGE_UPDATE" -> one(edited(d));
            case "MESSAGE_DELETE" -> deleted(d, List.of(d.getString("id")));
            case "MESSAGE_DELETE_BULK" ->
                deleted(d, d.getArray("ids").stream(DataArray::getString).toList());
            case "MESSAGE_REACTION_ADD" -> one(reactions.read(d, true));
            case "MESSAGE_REACTION_REMOVE", "MESSAGE_REACTION_REMOVE_ALL", "MESSAGE_REACTION_REMOVE_EMOJI" ->
                one(reactions.read(d, false));
            case "CHANNEL_CREATE", "THREAD_CREATE" ->
                house.channel(d.getString("id"))
                        .map(channel -> and(made(channel, d), d))
                        .orElse(List.of());
            case "CHANNEL_UPDATE", "THREAD_UPDATE" ->
                house.channel(d.getString("id"))
                        .map(channel -> and(List.of(named(channel)), d))
                        .orElse(List.of());
            case "THREAD_DELETE" -> one(Threading.gone(d, house));
            case "ENTITLEMENT_CREATE", "ENTITLEMENT_UPDATE", "ENTITLEMENT_DELETE" -> one(purchases.read(type, d));
            case "GUILD_MEMBER_ADD" -> one(comings.read(d, true));
            case "GUILD_MEMBER_REMOVE" -> one(comings.read(d, false));
            case "GUILD_CREATE" -> entered(d);
            default -> List.of();
        };
    }

    @Nullable
    MessagePosted posted(DataObject d) {
        if (!heard(d)) {
            return null;
        }
        return new MessagePosted(
                new Key(Ids.DISCORD, d.getString("id"), ""),
                id(d),
                faces.ofMessage(d),
                text(d),
                files(d),
                replyTo(d),
                instant(d.getString("timestamp")));
    }

    /**
     * Discord's own filter objects to something. It lies in an embed, with where it was said; what was only flagged has the message
     * too, and what was blocked has none.
     */
    private @Nullable NativeHold alert(DataObject d) {
        DataObject embed = d.optArray("embeds")
                .filter(embeds -> !embeds.isEmpty())
                .map(all -> all.getObject(0))
                .orElse(null);
        String guild = d.getString("guild_id", "");
        String channel = embed == null ? "" : field(embed, "channel_id");
        if (embed == null || channel.isEmpty() || !d.hasKey("author") || !house.heard(channel, guild)) {
            return null;
        }
        String flagged = field(embed, "flagged_message_id");
        String id = flagged.isEmpty() ? "blocked-" + d.getString("id") : flagged;
        return new NativeHold(
                new Key(Ids.DISCORD, d.getString("id"), ""),
                Ids.room(channel),
                Ids.message(channel, id),
                faces.ofMessage(d),
                Text.of(embed.getString("description", "")),
                instant(d.getString("timestamp")));
    }

    private static String field(DataObject embed, String name) {
        return embed.optArray("fields").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .filter(field -> field.getString("name", "").equals(name))
                .map(field -> field.getString("value", ""))
                .findFirst()
                .orElse("");
    }

    /** A change that Discord itself makes (a preview unfolding) has no time of edit and is no event. */
    @Nullable
    MessageEdited edited(DataObject d) {
        if (d.isNull("edited_timestamp") || !d.hasKey("content") || !heard(d)) {
            return null;
        }
        String edited = d.getString("edited_timestamp");
        return new MessageEdited(
                new Key(Ids.DISCORD, d.getString("id"), edited),
                id(d),
                faces.ofMessage(d),
                text(d),
                files(d),
                instant(edited));
    }

    private List<Event> deleted(DataObject d, List<String> ids) {
        String channel = d.getString("channel_id");
        if (!house.heard(channel, d.getString("guild_id", ""))) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        for (String id : ids) {
            events.add(new MessageDeleted(new Key(Ids.DISCORD, id, "deleted"), Ids.message(channel, id)));
        }
        return events;
    }

    private boolean heard(DataObject d) {
        return d.hasKey("author")
                && SAID.contains(d.getInt("type", 0))
                && house.heard(d.getString("channel_id"), d.getString("guild_id", ""))
                && !own.wrote(d);
    }

    private Text text(DataObject d) {
        DataObject said = d;
        DataArray forwarded = d.optArray("message_snapshots").orElseGet(DataArray::empty);
        if (!forwarded.isEmpty()) {
            said = forwarded.getObject(0).getObject("message");
        }
        Text words = said.isNull("poll")
                ? MarkdownReader.read(said.getString("content", ""), names(said))
                : poll(said.getObject("poll"));
        return forwarded.isEmpty() ? words : Text.of("↪ ").plus(words);
    }

    /** A poll is its question and its answers, in words. */
    private static Text poll(DataObject poll) {
        StringBuilder words =
                new StringBuilder("📊 ").append(poll.getObject("question").getString("text", ""));
        poll.optArray("answers").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .map(answer -> answer.getObject("poll_media").getString("text", ""))
                .forEach(answer -> words.append("\n• ").append(answer));
        return Text.of(words.toString());
    }

    private Names names(DataObject d) {
        Map<String, String> mentioned = new TreeMap<>();
        d.optArray("mentions").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .forEach(user -> mentioned.put(
                        user.getString("id"),
                        faces.name(user, user.optObject("member").orElse(null))));
        return new Names(id -> mentioned.getOrDefault(id, "unknown"), house::roleName, house::channelName);
    }

    private static List<Attachment> files(DataObject d) {
        List<Attachment> files = new ArrayList<>();
        d.optArray("attachments").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .forEach(file -> files.add(new Attachment(
                        file.getString("filename", "file"),
                        file.getLong("size", 0),
                        file.isNull("url") ? null : Ids.DISCORD + ":" + file.getString("url"))));
        d.optArray("sticker_items").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .forEach(sticker -> files.add(new Attachment(sticker.getString("name", "sticker"))));
        return files;
    }

    private static @Nullable MessageId replyTo(DataObject d) {
        return d.optObject("message_reference")
                .filter(reference -> reference.getInt("type", 0) == 0 && !reference.isNull("message_id"))
                .map(reference -> Ids.message(
                        reference.getString("channel_id", d.getString("channel_id")),
                        reference.getString("message_id")))
                .orElse(null);
    }

    private static MessageId id(DataObject d) {
        return Ids.message(d.getString("channel_id"), d.getString("id"));
    }

    private static Instant instant(String iso) {
        return OffsetDateTime.parse(iso).toInstant();
    }

    /** A channel that is made while the hub listens is heard from its first word, also by a process that only comes later. */
    private List<Event> made(House.Channel channel, DataObject d) {
        if (!house.heard(channel.id(), channel.guild())) {
            return List.of(named(channel));
        }
        String after = d.getBoolean("newly_created", false) ? House.NOTHING_SAID : channel.newest();
        return List.of(new HearingBegan(List.of(Ids.message(channel.id(), after))), named(channel));
    }

    private List<Event> entered(DataObject d) {
        String guild = d.getString("id");
        Stream<Event> rooms = house.channelsOf(guild).stream().map(Frames::named);
        Stream<Event> threads = d.optArray("threads").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .flatMap(thread -> Stream.ofNullable(Threading.read(thread, guild, house)));
        return Stream.concat(rooms, threads).toList();
    }

    private List<Event> and(List<Event> events, DataObject d) {
        Event thread = Threading.read(d, d.getString("guild_id", ""), house);
        return thread == null
                ? events
                : Stream.concat(events.stream(), Stream.of(thread)).toList();
    }

    private static Event named(House.Channel channel) {
        return new RoomChanged(Ids.room(channel.id()), channel.name());
    }

    private static List<Event> one(@Nullable Event event) {
        return event == null ? List.of() : List.of(event);
    }
}
