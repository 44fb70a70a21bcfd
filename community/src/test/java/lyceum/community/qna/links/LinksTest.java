package lyceum.community.qna.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinksTest {
    private final List<Said> chat = new ArrayList<>();

    private LinksTest say(String author, String text) {
        return say(author, text, null);
    }

    private LinksTest say(String author, String text, @Nullable String replyTo) {
        chat.add(new Said(String.valueOf(chat.size()), chat.size() * 20_000L, author, text, replyTo));
        return this;
    }

    private int[] parents() {
        return new Links().parents(chat);
    }

    @Test
    void theFirstLineStartsAThread() {
        assertThat(say("ann", "hello, how do i install java").parents()).containsExactly(0);
    }

    @Test
    void anAnswerByNameGoesToWhatThatPersonAsked() {
        say("ann", "hi, how do i install java on windows?")
                .say("carla", "does anyone know when the next class is?")
                .say("bob", "ann: download it from the site and run the installer")
                .say("mei", "carla: tomorrow at eight")
                .say("ann", "bob: thanks, that worked");

        assertThat(parents()).containsExactly(0, 1, 0, 1, 2);
    }

    @Test
    void aChineseAnswerByNameGoesToItsQuestion() {
        say("小明", "请问这个代码为什么报错？")
                .say("ann", "does anyone know what time the class is?")
                .say("老师", "@小明 少了一个分号")
                .say("小明", "@老师 好的，谢谢");

        assertThat(parents()).containsExactly(0, 1, 0, 2);
    }

    @Test
    void whatThePlatformTellsIsObeyed() {
        say("ann", "how do i install java?")
                .say("bob", "nice weather today")
                .say("carla", "lol", "0")
                .say("ann", "x", "77");

        assertThat(parents()[2]).isZero();
    }

    @Test
    void aNoticeAnswersNothing() {
        say("ann", "how do i install java?").say("", "=== bob has joined").say("bob", "ann: with the installer");

        assertThat(parents()).containsExactly(0, 1, 0);
    }

    @Test
    void aChatIsHeardLineByLineToo() {
        Links.Listening listening = new Links().listen();

        assertThat(listening.hear(new Said("1", 0, "ann", "hi, how do i install java on windows?", null)))
                .isZero();
        assertThat(listening.hear(new Said("2", 9_000, "carla", "does anyone know when the next class is?", null)))
                .isZero();
        assertThat(listening.hear(new Said("3", 30_000, "bob", "ann: download the installer and run it", null)))
                .isEqualTo(2);
    }
}
