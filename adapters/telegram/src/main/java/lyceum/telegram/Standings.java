package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import lyceum.kernel.person.Standing;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatAdministrators;

/** Who administers which chat: asked once, kept by what Telegram tells of changes, and asked again after some minutes. */
final class Standings implements Ranks {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration UNKNOWN = Duration.ofSeconds(30);
    private static final Chat NOBODY = new Chat(Map.of(), Rights.NONE, Instant.MIN);

    private final Function<BotApiMethod<?>, Reply> wire;
    private final Self self;
    private final Map<Long, Chat> chats = new ConcurrentHashMap<>();
    private final Map<Long, AtomicBoolean> asking = new ConcurrentHashMap<>();

    Standings(Function<BotApiMethod<?>, Reply> wire, Self self) {
        this.wire = wire;
        this.self = self;
    }

    /** Never blocks where the chat is known; old knowledge is renewed beside. */
    @Override
    public Standing of(long chat, long account) {
        Chat known = chats.get(chat);
        if (known == null) {
            ask(chat);
        } else if (self.clock().instant().isAfter(known.until())) {
            Thread.ofVirtual().name("telegram-standings").start(() -> ask(chat));
        }
        return chats.getOrDefault(chat, NOBODY).standings().getOrDefault(account, Standing.FAN);
    }

    /** What the bot itself may do in a chat. */
    Rights ours(long chat) {
        return chats.getOrDefault(chat, NOBODY).ours();
    }

    /** Blocks until Telegram answers; where it does not, nobody is taken for an administrator for half a minute. */
    void ask(long chat) {
        AtomicBoolean busy = asking.computeIfAbsent(chat, _ -> new AtomicBoolean());
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            Instant now = self.clock().instant();
            if (wire.apply(new GetChatAdministrators(Long.toString(chat))) instanceof Reply.Ok(JsonNode members)) {
                chats.put(chat, read(members, now.plus(FRESH)));
            } else {
                chats.merge(
                        chat,
                        new Chat(Map.of(), Rights.NONE, now.plus(UNKNOWN)),
                        (old, _) -> new Chat(old.standings(), old.ours(), now.plus(UNKNOWN)));
            }
        } finally {
            busy.set(false);
        }
    }

    /** Somebody's status has changed. */
    void learn(Heard.Ranked ranked) {
        if (ranked.account() == self.id()) {
            chats.computeIfPresent(ranked.chat(), (_, old) -> new Chat(old.standings(), old.ours(), Instant.MIN));
            return;
        }
        chats.computeIfPresent(ranked.chat(), (_, old) -> old.with(ranked.account(), Ranks.standing(ranked.status())));
    }

    private Chat read(JsonNode members, Instant until) {
        Map<Long, Standing> standings = new HashMap<>();
        Rights ours = Rights.NONE;
        for (JsonNode member : members) {
            long id = member.path("user").path("id").asLong();
            standings.put(id, Ranks.standing(Fields.words(member, "status")));
            if (id == self.id()) {
                ours = new Rights(true, Fields.is(member, "can_delete_messages"));
            }
        }
        return new Chat(standings, ours, until);
    }

    /** What the bot may do. */
    record Rights(boolean administrator, boolean deletes) {
        static final Rights NONE = new Rights(false, false);
    }

    /** @param standings of all who are more than fans: thousands of those may come within a minute */
    private record Chat(Map<Long, Standing> standings, Rights ours, Instant until) {
        Chat {
            standings = Map.copyOf(standings);
        }

        Chat with(long account, Standing standing) {
            if (standings.getOrDefault(account, Standing.FAN) == standing) {
                return this;
            }
            Map<Long, Standing> others = new HashMap<>(standings);
            others.put(account, standing);
            others.values().removeIf(Standing.FAN::equals);
            return new Chat(others, ours, until);
        }
    }
}
