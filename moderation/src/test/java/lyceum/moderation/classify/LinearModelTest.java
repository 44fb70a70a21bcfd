package lyceum.moderation.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipException;
import lyceum.moderation.text.Folds;
import lyceum.moderation.text.Reader;
import org.junit.jupiter.api.Test;

final class LinearModelTest {
    private static final Reader READER = new Reader(new Folds());
    private final Features features = new Features(READER);

    @Test
    void tellsWhatItWasShown() {
        LinearModel model = trained();

        assertThat(model.score(features.of("claim your free prize today"))).isGreaterThan(0.5f);
        assertThat(model.score(features.of("see you in class today"))).isLessThan(0.5f);
    }

    @Test
    void theSameExamplesGiveTheSameBytes() throws IOException {
        assertThat(bytes(trained())).isEqualTo(bytes(trained()));
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        LinearModel model = trained();
        LinearModel read = LinearModel.read(new ByteArrayInputStream(bytes(model)));
        int[] seen = features.of("a free prize, and homework");

        assertThat(read.raw(seen)).isEqualTo(model.raw(seen));
        assertThat(read.threshold()).isEqualTo(model.threshold());
    }

    @Test
    void somethingElseIsNotReadAsAModel() {
        assertThatThrownBy(() -> LinearModel.read(new ByteArrayInputStream(new byte[40])))
                .isInstanceOf(ZipException.class);
    }

    @Test
    void aDecisionTeachesAndTakingItBackGivesTheEarlierWeights() {
        Taught taught = new Taught(trained());
        int[] seen = features.of("bargain of the week");
        int[] other = features.of("the week of exams");
        float before = taught.score(seen);
        taught.learn("case 1", seen, true);
        float after = taught.score(seen);
        taught.learn("case 2", other, false);
        taught.unlearn("case 1");
        taught.unlearn("case 2");

        assertThat(after).isGreaterThan(before);
        assertThat(taught.score(seen)).isEqualTo(before);
        for (int feature : seen) {
            assertThat(taught.weight(feature)).isEqualTo(trained().weight(feature));
        }
    }

    @Test
    void shippedModelsAreSmallAndKnowTheirTrade() {
        LinearModel spam = LinearModel.shipped("spam");

        assertThat(spam.score(
                        features.of("WINNER!! You have won a £1000 prize, call 09061701461 now to claim. 150p/msg")))
                .isGreaterThan(0.5f);
        assertThat(spam.score(features.of("are we still on for the lesson tomorrow at five?")))
                .isLessThan(0.5f);
        assertThat(LinearModel.shipped("offence-en").score(features.of("thank you, that was a lovely lesson")))
                .isLessThan(0.5f);
        assertThat(LinearModel.shipped("offence-zh").score(features.of("谢谢老师，今天的课很好")))
                .isLessThan(0.5f);
    }

    private static LinearModel trained() {
        String[] yes = {"free prize", "claim now", "your prize", "free money", "claim your"};
        String[] no = {"homework is due", "see you in class", "great lesson", "the exam was hard", "class today"};
        Random random = new Random(4);
        List<Example> examples = new ArrayList<>();
        for (int at = 0; at < 200; at++) {
            boolean positive = at % 2 == 0;
            String[] from = positive ? yes : no;
            examples.add(new Example(from[random.nextInt(5)] + " " + from[random.nextInt(5)], positive));
        }
        return new Trainer(READER, new Trainer.Settings(4, 0.3f, 0)).train(examples);
    }

    private static byte[] bytes(LinearModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }
}
