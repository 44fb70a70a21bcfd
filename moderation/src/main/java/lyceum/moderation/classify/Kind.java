package lyceum.moderation.classify;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lyceum.moderation.text.Folds;
import lyceum.moderation.text.Reader;

/** The models that come with the program, each with how it is trained. */
public enum Kind {
    OFFENCE_EN("offence-en"),
    OFFENCE_ZH("offence-zh"),
    SPAM("spam");

    private final String model;

    Kind(String model) {
        this.model = model;
    }

    /** As the command line and the file of the model call it. */
    public String model() {
        return model;
    }

    public static Optional<Kind> of(String model) {
        return Stream.of(values()).filter(kind -> kind.model.equals(model)).findFirst();
    }

    /** Equal examples in equal order give equal weights. */
    public LinearModel train(List<Example> examples) {
        return new Trainer(new Reader(new Folds()), settings()).train(examples);
    }

    /** Chosen on folds of the training parts. */
    private Trainer.Settings settings() {
        return switch (this) {
            case OFFENCE_EN -> new Trainer.Settings(8, 0.2f, -0.4f);
            case OFFENCE_ZH -> new Trainer.Settings(6, 0.2f, 0.2f);
            case SPAM -> new Trainer.Settings(4, 0.5f, -0.6f);
        };
    }
}
