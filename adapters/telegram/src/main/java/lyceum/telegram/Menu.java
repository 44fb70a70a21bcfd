package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import lyceum.kernel.feature.Command;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/** The lists of commands that Telegram shows: fans' for everybody, and all for the administrators of groups; each in two languages. */
final class Menu {
    private static final Logger LOG = LoggerFactory.getLogger(Menu.class);
    private static final int TRIES = 6;
    private static final int LONGEST_LIST = 100;

    private final Function<BotApiMethod<?>, Reply> wire;
    private final Scribe scribe;
    private final CountDownLatch closed;

    Menu(Function<BotApiMethod<?>, Reply> wire, Scribe scribe, CountDownLatch closed) {
        this.wire = wire;
        this.scribe = scribe;
        this.closed = closed;
    }

    /** Blocks until the lists stand, or gives up after a minute; a list that stands already is not set again. */
    void publish(List<Command> commands) {
        List<Command> fans = commands.stream()
                .filter(command -> command.needs() == Standing.FAN)
                .toList();
        boolean done = true;
        for (Language language : Language.values()) {
            done &= set(new BotCommandScopeDefault(), language, fans);
            if (fans.size() < commands.size()) {
                done &= set(new BotCommandScopeAllChatAdministrators(), language, commands);
            }
        }
        if (!done) {
            LOG.warn("telegram: the list of commands could not be shown to people; the commands work all the same");
        }
    }

    private boolean set(BotCommandScope scope, Language language, List<Command> commands) {
        String code = language == Language.ZH ? "zh" : null;
        List<BotCommand> wanted = new ArrayList<>();
        for (Command command : commands.subList(0, Math.min(LONGEST_LIST, commands.size()))) {
            wanted.add(new BotCommand(Vocabulary.shown(command), scribe.line(command.description(), language)));
        }
        Reply shown = insist(new GetMyCommands(scope, code));
        if (shown instanceof Reply.Ok(JsonNode list) && same(list, wanted)) {
            return true;
        }
        return insist(setting(scope, code, wanted)) instanceof Reply.Ok;
    }

    private static SetMyCommands setting(BotCommandScope scope, @Nullable String code, List<BotCommand> wanted) {
        SetMyCommands setting = new SetMyCommands(wanted);
        setting.setScope(scope);
        if (code != null) {
            setting.setLanguageCode(code);
        }
        return setting;
    }

    private static boolean same(JsonNode shown, List<BotCommand> wanted) {
        if (shown.size() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            JsonNode one = shown.path(i);
            boolean equal = Fields.words(one, "command").equals(wanted.get(i).getCommand())
                    && Fields.words(one, "description").equals(wanted.get(i).getDescription());
            if (!equal) {
                return false;
            }
        }
        return true;
    }

    private Reply insist(BotApiMethod<?> method) {
        Reply reply = wire.apply(method);
        Duration pause = Duration.ofSeconds(1);
        for (int i = 1; i < TRIES && !isFinal(reply) && rested(pause, reply); i++) {
            reply = wire.apply(method);
            pause = pause.multipliedBy(2);
        }
        return reply;
    }

    private static boolean isFinal(Reply reply) {
        return reply instanceof Reply.Ok || (reply instanceof Reply.No no && no.code() != 429 && no.code() < 500);
    }

    private boolean rested(Duration pause, Reply reply) {
        Duration asked = reply instanceof Reply.No no && no.retryAfter() != null ? no.retryAfter() : pause;
        try {
            return !closed.await(asked.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
