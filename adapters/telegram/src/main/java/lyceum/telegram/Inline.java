package lyceum.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Completion.Suggestion;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Suggestions;
import lyceum.kernel.platform.Suggestions.Typed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;

/**
 * Inline mode: whoever types {@code @bot words} in any chat is shown articles. Strangers can type that as well, so what a group has
 * said is shown to those alone who are in one that is heard.
 */
final class Inline {
    private static final Logger LOG = LoggerFactory.getLogger(Inline.class);
    private static final int MOST = 20;
    private static final int LONGEST_LINE = 200;
    /** What one person was shown may be shown to them again for so long without asking. */
    private static final int CACHED_SECONDS = 5;

    private final Function<BotApiMethod<?>, Reply> wire;
    private final Showing showing;
    private final Insiders insiders;
    private final Suggestions suggestions;

    Inline(Function<BotApiMethod<?>, Reply> wire, Showing showing, Insiders insiders, Suggestions suggestions) {
        this.wire = wire;
        this.showing = showing;
        this.insiders = insiders;
        this.suggestions = suggestions;
    }

    /** By what suggestions are written, and commands are known; the latter may block. */
    record Showing(Scribe scribe, Supplier<Vocabulary> commands) {}

    /** Answers beside; returns at once. */
    void typed(Heard.Typing typing) {
        Thread.ofVirtual().name("telegram-inline").start(() -> answer(typing));
    }

    private void answer(Heard.Typing typing) {
        AnswerInlineQuery answer = new AnswerInlineQuery(typing.query(), articles(typing));
        answer.setIsPersonal(true);
        answer.setCacheTime(CACHED_SECONDS);
        if (wire.apply(answer) instanceof Reply.No no) {
            LOG.debug("telegram: what is suggested was not taken: {} {}", no.code(), no.description());
        }
    }

    /** From the first of their rooms where anything is found. */
    private List<InlineQueryResult> articles(Heard.Typing typing) {
        return insiders.roomsOf(Long.parseLong(typing.speaker().id().value()))
                .map(room -> articles(typing, room))
                .filter(articles -> !articles.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<InlineQueryResult> articles(Heard.Typing typing, RoomId room) {
        Language language = Objects.requireNonNullElse(typing.speaker().language(), Language.EN);
        Typed alone = new Typed(typing.speaker(), room, "", "", typing.text());
        Optional<Typed> named = showing.commands()
                .get()
                .named(typing.text())
                .map(call -> new Typed(typing.speaker(), room, call.command(), "", call.rest()));
        List<InlineQueryResult> articles =
                named.map(typed -> articles(typed, language)).orElse(List.of());
        return articles.isEmpty() ? articles(alone, language) : articles;
    }

    private List<InlineQueryResult> articles(Typed typed, Language language) {
        List<InlineQueryResult> articles = new ArrayList<>();
        for (Suggestion suggestion : suggestions.suggest(typed)) {
            String title = line(showing.scribe().line(suggestion.title(), language));
            if (articles.size() < MOST && !title.isEmpty()) {
                Document said = suggestion.said() == null ? command(typed, suggestion) : suggestion.said();
                Letter letter = showing.scribe().letter(said, language, null);
                InputTextMessageContent content = new InputTextMessageContent(letter.text());
                content.setEntities(letter.entities());
                InlineQueryResultArticle article =
                        new InlineQueryResultArticle(String.valueOf(articles.size()), title, content);
                article.setDescription(line(showing.scribe().line(suggestion.detail(), language)));
                articles.add(article);
            }
        }
        return articles;
    }

    /** What gives the command with a value. */
    private static Document command(Typed typed, Suggestion suggestion) {
        return Document.of(Text.of("/" + typed.command().replace('-', '_') + " " + suggestion.value()));
    }

    private static String line(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
    }
}
