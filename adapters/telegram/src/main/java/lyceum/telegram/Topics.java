package lyceum.telegram;

import lyceum.kernel.effect.OnPlatform.ChangeThread;
import lyceum.kernel.effect.OnPlatform.OpenThread;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Threads;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.forum.CloseForumTopic;
import org.telegram.telegrambots.meta.api.methods.forum.CreateForumTopic;
import org.telegram.telegrambots.meta.api.methods.forum.EditForumTopic;
import org.telegram.telegrambots.meta.api.methods.forum.ReopenForumTopic;

/** Opens topics, names them anew, closes and reopens them. */
final class Topics implements Threads {
    private static final int LONGEST = 128;
    private static final String AS_IT_WAS = "topic_not_modified";

    private final Courier courier;
    private final Successors successors;

    Topics(Courier courier, Successors successors) {
        this.successors = successors;
        this.courier = courier;
    }

    @Override
    public Outcome open(OpenThread open) {
        long chat = Address.of(open.room()).chat();
        CreateForumTopic request =
                CreateForumTopic.builder().chatId(chat).name(cut(open.title())).build();
        return courier.carry(chat, request, "", topic -> {
            Address opened = new Address(chat, Fields.small(topic, "message_thread_id"));
            successors.called(opened, cut(open.title()));
            return Outcome.Done.of(opened.message(opened.thread()));
        });
    }

    @Override
    public Outcome change(ChangeThread change) {
        Address topic = Address.of(change.room());
        Outcome named = ask(
                topic,
                EditForumTopic.builder()
                        .chatId(topic.chat())
                        .messageThreadId(topic.thread())
                        .name(cut(change.title()))
                        .build());
        if (!(named instanceof Outcome.Done)) {
            return named;
        }
        successors.called(topic, cut(change.title()));
        return change.open()
                ? ask(
                        topic,
                        ReopenForumTopic.builder()
                                .chatId(topic.chat())
                                .messageThreadId(topic.thread())
                                .build())
                : ask(
                        topic,
                        CloseForumTopic.builder()
                                .chatId(topic.chat())
                                .messageThreadId(topic.thread())
                                .build());
    }

    private Outcome ask(Address topic, BotApiMethod<?> request) {
        return courier.carryUncounted(topic.chat(), request, AS_IT_WAS, _ -> Outcome.Done.of());
    }

    private static String cut(String title) {
        int end = Math.min(title.length(), LONGEST);
        boolean within = end < title.length() && Character.isHighSurrogate(title.charAt(end - 1));
        return title.substring(0, within ? end - 1 : end);
    }
}
