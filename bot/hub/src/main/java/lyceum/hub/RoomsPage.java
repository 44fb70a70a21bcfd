package lyceum.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Link;
import lyceum.kernel.document.Block.Row;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/** What people say in all rooms, the newest first, as the journal has it: held messages too. */
final class RoomsPage {
    private static final int LOOKED_AT = 400;
    private static final int SHOWN = 60;
    private static final String ROOM = "room";

    private final RoomNames names;
    private final Words words;
    private final Codec codec;

    RoomsPage(RoomNames names, Words words, Codec codec) {
        this.names = names;
        this.words = words;
        this.codec = codec;
    }

    Document view(Query query, ReadTx tx) {
        Optional<String> chosen = query.value(ROOM);
        Map<MessageId, Say> later = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Event event : newest(tx)) {
            switch (event) {
                case MessageEdited edited -> later.putIfAbsent(edited.message(), edited.text());
                case MessageDeleted deleted -> later.put(deleted.message(), Phrase.of("hub.taken-back"));
                case MessagePosted posted
                when rows.size() < SHOWN && shown(posted, chosen) -> rows.add(row(posted, later.get(posted.message())));
                default -> {}
            }
        }
        List<Say> columns = List.of(
                Phrase.of("hub.column-when"),
                Phrase.of("hub.column-room"),
                Phrase.of("hub.column-who"),
                Phrase.of("hub.column-said"));
        return new Document(
                List.of(links(chosen), new Block.Table(columns, rows, Phrase.of("hub.nobody-spoke"))), List.of());
    }

    private List<Event> newest(ReadTx tx) {
        return tx.read()
                .createQuery("select body from hub_journal order by seq desc limit " + LOOKED_AT)
                .map((row, _) -> codec.event(row.getString("body")))
                .list();
    }

    private static boolean shown(MessagePosted posted, Optional<String> chosen) {
        return chosen.isEmpty() || chosen.get().equals(posted.message().room().toString());
    }

    private Row row(MessagePosted posted, @Nullable Say now) {
        return Row.of(
                posted.message().toString(),
                words.time(posted.at().toEpochMilli()),
                names.of(posted.message().room()),
                Text.of(posted.speaker().name()),
                now == null ? said(posted) : now);
    }

    private static Text said(MessagePosted posted) {
        Text text = posted.text();
        for (var attachment : posted.attachments()) {
            text = text.plus((text.isEmpty() ? "" : "\n") + "📎 " + attachment.name());
        }
        return text;
    }

    private Block links(Optional<String> chosen) {
        List<Link> links = new ArrayList<>();
        links.add(new Link(Phrase.of("hub.all-rooms"), "rooms", Map.of(), chosen.isEmpty()));
        for (Map.Entry<String, RoomId> room : names.rooms().entrySet()) {
            links.add(new Link(
                    names.of(room.getValue()),
                    "rooms",
                    Map.of(ROOM, room.getKey()),
                    chosen.filter(room.getKey()::equals).isPresent()));
        }
        return new Block.Links(links);
    }
}
