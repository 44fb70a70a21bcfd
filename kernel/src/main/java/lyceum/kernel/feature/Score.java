package lyceum.kernel.feature;

/** What a {@link Scorer} found; each scorer has its own type. */
public interface Score {}
