package lyceum.moderation.words;

import lyceum.moderation.text.Folds;
import lyceum.moderation.text.Leet;
import lyceum.moderation.text.Reader;
import lyceum.moderation.text.Sounds;
import lyceum.moderation.text.Splits;

/** All tables about characters and ordinary language; read once, shared by every list. */
public record Letters(
        Folds folds, Reader reader, Sounds sounds, Splits splits, Leet leet, Language language, Sieve.Tables tables) {
    /** Reads the tables from the program's resources. */
    public static Letters load() {
        Folds folds = new Folds();
        Sounds sounds = new Sounds();
        return new Letters(
                folds,
                new Reader(folds),
                sounds,
                Splits.of(folds),
                new Leet(),
                new Language(),
                Sieve.Tables.of(folds, sounds));
    }
}
