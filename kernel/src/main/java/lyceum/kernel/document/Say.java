package lyceum.kernel.document;

/** Something to be said: a text as it stands, or a phrase that is rendered in the reader's language. */
public sealed interface Say permits Text, Phrase {}
