package lyceum.web.console;

import lyceum.kernel.document.Phrase;

/** The console's own sentences. */
final class Words {
    static final Phrase ACTIONS = Phrase.of("console.actions");
    static final Phrase CHOOSE = Phrase.of("console.choose");
    static final Phrase NO_ANSWER = Phrase.of("console.no-answer");
    static final Phrase EXPIRED = Phrase.of("console.expired");
    static final Phrase PAGE_GONE = Phrase.of("console.page-gone");

    private Words() {}
}
