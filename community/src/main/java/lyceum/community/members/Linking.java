package lyceum.community.members;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Tell;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.event.People.MembersParted;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Wish;

/** Joins the accounts of one person, and parts them again. */
final class Linking {
    static final String CODE = "code";
    static final String ACCOUNT = "account";
    private static final int MOST_ACCOUNTS = 12;
    /** Where the hub can write to somebody who did not write first. */
    private static final List<String> PRIVATE = List.of("telegram", "discord");

    private final MemberTable members;
    private final LinkTable links = new LinkTable();

    Linking(MemberTable members) {
        this.members = members;
    }

    /**
     * Somebody who asks.
     *
     * @param overheard whether others read what they are answered
     */
    record Asker(Speaker speaker, Person person, Language language, boolean overheard) {
        AuthorId account() {
            return speaker.id();
        }
    }

    /** What they are answered, and what follows from it. */
    record Answer(Document document, List<Effect> effects) {
        Answer {
            effects = List.copyOf(effects);
        }

        static Answer of(Document document) {
            return new Answer(document, List.of());
        }
    }

    Answer link(Asker asker, Map<String, String> options, Tx tx) {
        String typed = options.getOrDefault(CODE, "");
        return typed.isBlank() ? fresh(asker, tx) : give(asker, typed, tx);
    }

    private Answer fresh(Asker asker, Tx tx) {
        LinkCode code = new LinkCode(
                LinkCode.fresh(tx.random()),
                asker.account(),
                asker.speaker().name(),
                asker.overheard(),
                tx.now().plus(LinkCode.VALID),
                false,
                null);
        links.add(tx.write(), code, tx.now());
        return Answer.of(asker.overheard() ? LinkCard.overheard(code.code()) : LinkCard.code(code.code()));
    }

    private Answer give(Asker asker, String typed, Tx tx) {
        Optional<Instant> again = links.again(tx.read(), asker.account(), tx.now());
        if (again.isPresent()) {
            long minutes = Duration.between(tx.now(), again.get()).toMinutes() + 1;
            return refused(Phrase.of("members.link-wait", Long.toString(minutes)));
        }
        LinkCode code = links.find(tx.read(), LinkCode.folded(typed)).orElse(null);
        if (code == null) {
            links.guessed(tx.write(), asker.account(), tx.now());
            return refused(Phrase.of("members.link-unknown"));
        }
        if (code.used()) {
            return refused(Phrase.of("members.link-used"));
        }
        if (!tx.now().isBefore(code.until())) {
            return refused(Phrase.of("members.link-late"));
        }
        if (code.account().equals(asker.account())) {
            return code.claimed() == null
                    ? refused(Phrase.of("members.link-own"))
                    : join(code, asker, code.claimed(), tx);
        }
        return given(asker, code, tx);
    }

    /** What others could read proves nothing about who gives it, unless it is somebody of the same name; else the one who asked confirms. */
    private Answer given(Asker asker, LinkCode code, Tx tx) {
        if (!code.overheard()
                || folded(code.name()).equals(folded(asker.speaker().name()))) {
            return join(code, asker, code.account(), tx);
        }
        if (code.claimed() != null && !code.claimed().equals(asker.account())) {
            links.use(tx.write(), code);
            return refused(Phrase.of("members.link-contested"));
        }
        links.claim(tx.write(), code, asker.account());
        return Answer.of(Document.of(
                Phrase.of("members.link-confirm", LinkCard.place(code.account()), LinkCard.command(code.code()))));
    }

    /** Joins the account that gives a code elsewhere than to the hub, if the code holds; it is not answered. */
    List<Effect> proven(Asker asker, String typed, Tx tx) {
        return links.find(tx.read(), LinkCode.folded(typed))
                .filter(code -> !code.used()
                        && tx.now().isBefore(code.until())
                        && !code.account().equals(asker.account()))
                .map(code -> join(code, asker, code.account(), tx).effects())
                .orElse(List.of());
    }

    private Answer join(LinkCode code, Asker asker, AuthorId with, Tx tx) {
        Person other = members.find(tx.read(), with).orElse(null);
        if (other == null) {
            return refused(Phrase.of("members.link-late"));
        }
        Person mine = asker.person();
        if (other.member().equals(mine.member())) {
            return refused(Phrase.of("members.link-already"));
        }
        if (tooMany(asker.person(), other)) {
            return refused(Phrase.of("members.link-many", Integer.toString(MOST_ACCOUNTS)));
        }
        links.use(tx.write(), code);
        return united(asker, with, other, tx);
    }

    /** What was known of two people is of one; whom it was asked of is told, where that can be done in private. */
    Answer united(Asker asker, AuthorId with, Person other, Tx tx) {
        Person mine = asker.person();
        boolean older = other.member().value() < mine.member().value();
        MemberId into = older ? other.member() : mine.member();
        MemberId from = older ? mine.member() : other.member();
        members.merge(tx.write(), from, into);
        Person one = members.find(tx.read(), with).orElseThrow();
        List<Effect> effects = new ArrayList<>();
        effects.add(new Tell(new MembersMerged(from, into, one.accounts())));
        if (PRIVATE.contains(with.platform().value()) && !one.wishes().contains(Wish.NO_PRIVATE_MESSAGES)) {
            Language language = other.language() == null ? asker.language() : other.language();
            effects.add(new Post(
                    RoomId.privateWith(with),
                    LinkCard.told(asker.account(), asker.speaker().name()),
                    language,
                    null,
                    null,
                    Members.NAME + ":linked"));
        }
        return new Answer(LinkCard.joined(one), effects);
    }

    static boolean tooMany(Person person, Person other) {
        return person.names().size() + other.names().size() > MOST_ACCOUNTS;
    }

    /** The account that is named, or else the one that asks, becomes a person of its own. */
    Answer unlink(Asker asker, Map<String, String> options, Tx tx) {
        Person person = asker.person();
        String named = options.getOrDefault(ACCOUNT, "").strip().toLowerCase(Locale.ROOT);
        List<AuthorId> meant = person.accounts().stream()
                .filter(account -> named.isEmpty()
                        ? account.equals(asker.account())
                        : account.platform().value().equals(named)
                                || account.toString().equals(named))
                .toList();
        if (person.names().size() < 2) {
            return refused(Phrase.of("members.unlink-alone"));
        }
        if (meant.size() != 1) {
            return new Answer(LinkCard.which(person, meant), List.of());
        }
        AuthorId account = meant.getFirst();
        MemberId own = members.part(tx.write(), person.member(), account, tx.now());
        return new Answer(
                Document.of(Phrase.of("members.unlinked", LinkCard.place(account), LinkCard.name(person, account))),
                List.of(new Tell(new MembersParted(person.member(), own, account))));
    }

    void forget(Person person, Tx tx) {
        person.accounts().forEach(account -> links.forget(tx.write(), account));
    }

    private static Answer refused(Phrase why) {
        return Answer.of(Document.of(why));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
