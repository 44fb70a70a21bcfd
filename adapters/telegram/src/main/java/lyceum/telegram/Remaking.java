package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.forum.CreateForumTopic;
import org.telegram.telegrambots.meta.api.methods.forum.EditForumTopic;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/**
 * Says what is to be said in a topic that somebody deleted in one of the same name: the one that people made in its place, or one that is
 * made for it. Any thread.
 */
final class Remaking {
    private static final Logger LOG = LoggerFactory.getLogger(Remaking.class);
    /** What a topic is called whose name nobody has said. */
    private static final String UNNAMED = "…";

    private final Wire wire;
    private final Successors successors;

    Remaking(Wire wire, Successors successors) {
        this.wire = wire;
        this.successors = successors;
    }

    /** As {@link Wire#ask}. */
    Reply ask(BotApiMethod<?> method) {
        return method instanceof SendMessage said && said.getMessageThreadId() != null
                ? led(new Address(Long.parseLong(said.getChatId()), said.getMessageThreadId()), () -> wire.ask(said))
                : wire.ask(method);
    }

    /** As {@link Wire#upload}. */
    Reply upload(String method, Wire.Laden laden) {
        int thread = laden.fields().path("message_thread_id").asInt(0);
        Address topic = new Address(laden.fields().path("chat_id").asLong(), thread);
        return led(topic, () -> wire.upload(method, laden));
    }

    private Reply led(Address topic, Supplier<Reply> request) {
        Reply reply = request.get();
        if (topic.thread() == 0 || !(reply instanceof Reply.No no) || !Words.isTopicGone(no)) {
            return reply;
        }
        Reply made = wire.ask(CreateForumTopic.builder()
                .chatId(topic.chat())
                .name(successors.title(topic).orElse(UNNAMED))
                .build());
        if (!(made instanceof Reply.Ok(JsonNode fresh))) {
            return made;
        }
        successors.learn(topic, Fields.small(fresh, "message_thread_id"));
        LOG.info("telegram: the topic {} was deleted; it is made again", topic.room());
        return request.get();
    }

    /** A message in a topic tells its name; one that begins a topic may take the place of one that is gone. */
    void heard(JsonNode message) {
        if (!Fields.is(message, "is_topic_message")) {
            return;
        }
        Address topic = Messages.address(message);
        String begun = Fields.wordsOrNull(message.path("forum_topic_created"), "name");
        boolean another = begun != null
                && successors.namesakes(topic, begun).stream()
                        .filter(this::isGone)
                        .peek(gone -> successors.learn(gone, topic.thread()))
                        .findFirst()
                        .isPresent();
        String title = successors.title(topic).isEmpty() ? Messages.name(message) : Messages.topic(message);
        if (title != null && !another) {
            successors.called(topic, title);
        }
    }

    /** Telegram refuses to leave a topic as it is called in one way where it stands, and in another where it does not. */
    private boolean isGone(Address topic) {
        Reply reply = wire.ask(EditForumTopic.builder()
                .chatId(topic.chat())
                .messageThreadId(topic.thread())
                .name(successors.title(topic).orElse(UNNAMED))
                .build());
        return reply instanceof Reply.No no && Words.isTopicGone(no);
    }
}
