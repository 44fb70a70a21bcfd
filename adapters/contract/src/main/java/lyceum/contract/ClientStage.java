package lyceum.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.markdown.MarkdownReader;
import lyceum.kernel.markdown.Names;
import org.jspecify.annotations.Nullable;

/** A stage whose messages look as Discord's client shows their markdown. */
public final class ClientStage implements Stage {
    private final Stage stage;

    public ClientStage(Stage stage) {
        this.stage = stage;
    }

    @Override
    public String say(String who, String text, @Nullable String replyTo) {
        return stage.say(who, text, replyTo);
    }

    @Override
    public void edit(String who, String message, String text) {
        stage.edit(who, message, text);
    }

    @Override
    public void comeBack(String who) {
        stage.comeBack(who);
    }

    @Override
    public void come(String who) {
        stage.come(who);
    }

    @Override
    public void leave(String who) {
        stage.leave(who);
    }

    @Override
    public void type(String who) {
        stage.type(who);
    }

    @Override
    public List<String> typing() {
        return stage.typing();
    }

    @Override
    public void delete(String who, String message) {
        stage.delete(who, message);
    }

    @Override
    public @Nullable Shown command(String who, String command, Map<String, String> options) {
        return seen(stage.command(who, command, options));
    }

    @Override
    public List<Choosable> complete(String who, String command, String option, String text) {
        return stage.complete(who, command, option, text);
    }

    @Override
    public @Nullable Shown click(String who, String message, String button) {
        return seen(stage.click(who, message, button));
    }

    @Override
    public List<Shown> messages() {
        return stage.messages().stream().map(ClientStage::rendered).toList();
    }

    @Override
    public List<Shown> messages(String who) {
        return stage.messages(who).stream().map(ClientStage::rendered).toList();
    }

    @Override
    public void send(String who, String text, String name, String base64) {
        stage.send(who, text, name, base64);
    }

    @Override
    public void react(String who, String message, String emoji, boolean there) {
        stage.react(who, message, emoji, there);
    }

    @Override
    public Stage thread(String title) {
        return new ClientStage(stage.thread(title));
    }

    @Override
    public void changeThread(String who, String title, boolean open) {
        stage.changeThread(who, title, open);
    }

    @Override
    public void suffer(Fault fault, int count) {
        stage.suffer(fault, count);
    }

    @Override
    public void recover() {
        stage.recover();
    }

    @Override
    public Log log() {
        return stage.log();
    }

    @Override
    public Instant now() {
        return stage.now();
    }

    private static @Nullable Shown seen(@Nullable Shown shown) {
        return shown == null ? null : rendered(shown);
    }

    private static Shown rendered(Shown shown) {
        Names names = new Names(_ -> String.join(", ", shown.pings()), Names.NONE.role(), Names.NONE.channel());
        String html = html(MarkdownReader.read(shown.text(), names));
        return new Shown(
                shown.message(),
                shown.who(),
                shown.bot(),
                shown.text(),
                html,
                shown.replyTo(),
                shown.buttons(),
                shown.pings(),
                shown.reactions(),
                shown.files());
    }

    private static String html(Text text) {
        Map<Integer, String> ends = new TreeMap<>();
        Map<Integer, String> starts = new TreeMap<>();
        for (Span span : text.spans()) {
            starts.merge(span.start(), "<" + tag(span.mark()) + ">", String::concat);
            String end = "</" + tag(span.mark()).replaceFirst(" .*", "") + ">";
            ends.merge(span.end(), end, (outer, inner) -> inner + outer);
        }
        StringBuilder html = new StringBuilder();
        for (int i = 0; i <= text.plain().length(); i++) {
            html.append(ends.getOrDefault(i, "")).append(starts.getOrDefault(i, ""));
            if (i < text.plain().length()) {
                html.append(escaped(text.plain().charAt(i)));
            }
        }
        return html.toString();
    }

    private static String tag(Mark mark) {
        return switch (mark) {
            case Mark.Bold _ -> "b";
            case Mark.Italic _ -> "i";
            case Mark.Underline _ -> "u";
            case Mark.Strike _ -> "s";
            case Mark.Spoiler _, Mark.Mention _ -> "span";
            case Mark.Quote _ -> "blockquote";
            case Mark.Code _ -> "code";
            case Mark.CodeBlock _ -> "pre";
            case Mark.Link link -> "a href=\"" + link.url().replace("&", "&amp;") + "\"";
        };
    }

    private static String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> String.valueOf(c);
        };
    }
}
