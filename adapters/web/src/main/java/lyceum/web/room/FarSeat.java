package lyceum.web.room;

import java.util.function.Consumer;
import lyceum.kernel.live.Reply;
import lyceum.kernel.live.Word;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;

/** Somebody at another process, for as long as the hub answers one word of theirs. The process itself keeps who they are. */
final class FarSeat implements Seat {
    private final Word word;
    private final Wire.Said said;
    private final Hall hall;
    private final @Nullable Guest guest;
    private final Answers answers;

    /**
     * Where answers go.
     *
     * @param replies takes each, in order
     * @param again is told that a word could not be kept, and must be taken once more
     * @param elsewhere is told who sits there
     */
    record Answers(Consumer<Reply> replies, Runnable again, Elsewhere elsewhere) {}

    FarSeat(Word word, Wire.Said said, Hall hall, @Nullable Guest guest, Answers answers) {
        this.word = word;
        this.said = said;
        this.hall = hall;
        this.guest = guest;
        this.answers = answers;
    }

    String process() {
        return word.process();
    }

    /** Which of the process's seats it is. */
    String name() {
        return said.seat();
    }

    @Override
    public Hall hall() {
        return hall;
    }

    @Override
    public Language language() {
        return said.language().equals(Language.ZH.tag()) ? Language.ZH : Language.EN;
    }

    @Override
    public @Nullable Guest guest() {
        return guest;
    }

    @Override
    public void is(Guest who) {
        answers.elsewhere().is(this, who); // the process itself reads it from what they are told
    }

    @Override
    public void enters(Guest who, long seen) {
        answers.elsewhere().is(this, who); // they watch there already
    }

    @Override
    public void tell(String text) {
        answer(Wire.Answered.of(said.seat(), text).text());
    }

    /** The word stands in the stream, and is taken again. */
    @Override
    public void notKept(String answer) {
        answers.again().run();
    }

    @Override
    public void done() {
        answer(null);
    }

    @Override
    public void close(int code, String reason) {
        answer(new Wire.Answered(said.seat(), "", code, reason).text());
    }

    private void answer(@Nullable String text) {
        answers.replies().accept(new Reply(word.process(), text, word.ticket()));
    }
}
