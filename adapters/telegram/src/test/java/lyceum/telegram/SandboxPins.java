package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.UnpinChatMessage;

/** What is pinned in a chat of the sandbox, over its wire. */
final class SandboxPins {
    private final Wire wire;
    private final String chat;

    SandboxPins(TelegramSettings settings, String chat) {
        this.wire = new Wire(settings, new Moves(new Kept(null), Set.of()), new Successors(new Kept(null)));
        this.chat = chat;
    }

    List<String> newest() {
        if (!(wire.ask(new GetChat(chat)) instanceof Reply.Ok(JsonNode told))) {
            throw new IllegalStateException("the chat does not tell");
        }
        return Optional.of(told.path("pinned_message"))
                .filter(JsonNode::isObject)
                .map(message -> message.path("message_id").asText())
                .stream()
                .toList();
    }

    void unpin(String message) {
        UnpinChatMessage off = new UnpinChatMessage(chat);
        off.setMessageId(Integer.valueOf(message));
        wire.ask(off);
    }

    void close() {
        wire.close();
    }
}
