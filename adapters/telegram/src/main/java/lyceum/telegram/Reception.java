package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk.ReactionChanged;
import lyceum.kernel.platform.Inbox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes updates one by one, in order, and brings the hub what they come to. Used by one thread. */
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Reader reader;
    private final Standings standings;
    private final RoomNames names;
    private final Inbox inbox;
    private final Pulse pulse;
    private final Asides asides;
    private final Parts parts;

    Reception(Parts parts, Inbox inbox, Asides asides) {
        this.parts = parts;
        this.reader = parts.reader();
        this.standings = parts.standings();
        this.names = parts.names();
        this.pulse = parts.pulse();
        this.inbox = inbox;
        this.asides = asides;
    }

    /** What is complete when the update may be confirmed. An update that cannot be read is counted and passed over. */
    List<CompletableFuture<Void>> take(JsonNode update) {
        Heard heard;
        try {
            noticeMove(update);
            heard = reader.read(parts.changes().in(update));
        } catch (UncheckedIOException e) {
            throw e; // a move that is not kept is heard again
        } catch (RuntimeException e) {
            pulse.unreadable();
            LOG.warn(
                    "telegram: update {} could not be read and is passed over: {}",
                    update.path("update_id").asText("without a number"),
                    e.getClass().getSimpleName());
            return List.of();
        }
        return switch (heard) {
            case Heard.Nothing _ -> List.of();
            case Heard.Told told -> {
                asides.insiders().heard(told.event());
                yield bring(names.news(told.room(), told.place()), told.event());
            }
            case Heard.Typing typing -> {
                asides.typed().accept(typing);
                yield List.of();
            }
            case Heard.Reacted(List<ReactionChanged> changes) ->
                changes.stream().map(inbox::accept).toList();
            case Heard.Named named -> bring(names.news(named.room(), named.title()), null);
            case Heard.Pressed(String query, @Nullable ChoiceMade event) -> {
                asides.noticed().accept(query);
                yield bring(List.of(), event);
            }
            case Heard.Ranked ranked -> {
                standings.learn(ranked);
                asides.insiders().learn(ranked);
                if (ranked.account() == asides.self().id() && ranked.chat() < 0) {
                    Thread.ofVirtual()
                            .name("telegram-check")
                            .start(() -> asides.check().check(ranked.chat()));
                }
                yield bring(List.of(), ranked.event());
            }
            case Heard.Moved moved -> {
                pulse.note(moved.from(), Words.moved(moved.from(), moved.to()));
                yield List.of();
            }
        };
    }

    /** A group tells it once on each side of the move; whichever comes first, what follows is already read as of the moved room. */
    private void noticeMove(JsonNode update) {
        JsonNode message = update.path("message");
        long chat = message.path("chat").path("id").asLong();
        long to = message.path("migrate_to_chat_id").asLong(0);
        long from = message.path("migrate_from_chat_id").asLong(0);
        if ((to != 0 && parts.changes().moves().learn(chat, to))
                || (from != 0 && parts.changes().moves().learn(from, chat))) {
            LOG.info("telegram: {}", Phrases.english(to == 0 ? Words.moved(from, chat) : Words.moved(chat, to)));
        }
    }

    private List<CompletableFuture<Void>> bring(List<Event> first, @Nullable Event then) {
        List<CompletableFuture<Void>> stored = new ArrayList<>();
        first.forEach(event -> stored.add(inbox.accept(event)));
        if (then != null) {
            stored.add(inbox.accept(then));
        }
        return stored;
    }

    /** What an update is read with. */
    record Parts(Reader reader, Standings standings, RoomNames names, Pulse pulse, Changes changes) {}

    /** Where rooms stand now that stood elsewhere. */
    record Changes(Moves moves, Successors successors, Remaking remaking) {
        /** The update as if all of them stood where they first did. */
        JsonNode in(JsonNode update) {
            JsonNode told = successors.in(moves.in(update, 0));
            remaking.heard(told.path("message"));
            return successors.in(told);
        }
    }

    /**
     * What happens beside, and holds up nothing.
     *
     * @param noticed tells Telegram that a press was noticed; returns at once
     * @param typed shows somebody who types how it may go on; returns at once
     */
    record Asides(
            Consumer<String> noticed, Consumer<Heard.Typing> typed, Insiders insiders, RoomCheck check, Self self) {}
}
