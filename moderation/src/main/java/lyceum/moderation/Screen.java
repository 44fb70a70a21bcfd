package lyceum.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Scorer;
import lyceum.kernel.person.Speaker;
import lyceum.moderation.policy.Outcome;
import lyceum.moderation.policy.Policy;
import lyceum.moderation.rules.Post;
import org.jspecify.annotations.Nullable;

/**
 * Judges every message by a policy and the community's own words, before its turn and on any thread: its text, the addresses
 * hidden behind it, and the names of its files.
 */
public final class Screen implements Scorer<Signals> {
    /** The view of an address that is not to be read in the text. */
    static final String ADDRESS = "address";

    static final String FILE = "file";
    private static final Set<String> FOR_ADDRESSES = Set.of("words", "watched", "phishing", "invites", "links");
    private static final Set<String> FOR_NAMES = Set.of("words", "watched");
    private final Policy policy;
    private final WordLists words;
    private final Once<Rulebook> rulebook;
    private final Queue<Engines> idle = new ConcurrentLinkedQueue<>();

    /** Engines that serve one thread at a time. */
    private record Engines(Engine texts, Engine addresses, Engine names) {}

    public Screen(Policy policy, WordLists words, Engine.Limit limit) {
        this.policy = policy;
        this.words = words;
        this.rulebook = new Once<>(() -> new Rulebook(limit));
    }

    /** Reads what the rules know, which takes a moment; else the first message waits for it. */
    public void load() {
        idle.add(engines());
    }

    @Override
    public Class<Signals> type() {
        return Signals.class;
    }

    @Override
    public @Nullable Signals score(Event event) {
        return switch (event) {
            case MessagePosted posted -> judge(posted, posted.text(), posted.attachments());
            case MessageEdited edited -> judge(edited, edited.text(), edited.attachments());
            default -> null;
        };
    }

    private Signals judge(Talk talk, Text text, List<Attachment> attachments) {
        Engines known = idle.poll();
        Engines engines = known == null ? engines() : known;
        List<Signal> found = new ArrayList<>();
        List<String> files = attachments.stream().map(Attachment::name).toList();
        add(engines.texts.judge(post(talk, text.plain(), files)), null, found);
        for (Span span : text.spans()) {
            if (span.mark() instanceof Mark.Link(String url) && !text.plain().contains(url)) {
                add(engines.addresses.judge(post(talk, url, List.of())), ADDRESS, found);
            }
        }
        files.forEach(file -> add(engines.names.judge(post(talk, file, List.of())), FILE, found));
        idle.add(engines);
        return new Signals(found);
    }

    private Engines engines() {
        Rulebook rules = rulebook.get();
        return new Engines(
                rules.gate(policy, words, name -> !Shelf.REMEMBERING.contains(name)),
                rules.gate(policy, words, FOR_ADDRESSES::contains),
                rules.gate(policy, words, FOR_NAMES::contains));
    }

    private static Post post(Talk talk, String text, List<String> files) {
        Speaker speaker = talk.speaker();
        Set<String> roles =
                speaker == null ? Set.of() : Set.of(speaker.standing().name().toLowerCase(Locale.ROOT));
        String platform = talk.message().room().platform().value();
        return Post.of(
                text,
                speaker == null ? "" : speaker.id().toString(),
                talk.message().room().toString(),
                new Post.Standing(roles, platform, java.time.Instant.EPOCH),
                files);
    }

    private void add(Judgement judgement, @Nullable String view, List<Signal> found) {
        for (lyceum.moderation.rules.Signal signal : judgement.signals()) {
            Outcome outcome = policy.outcome(signal);
            if (outcome != Outcome.PASS && found.stream().noneMatch(known -> same(known, signal))) {
                found.add(new Signal(
                        signal.rule(),
                        view == null ? signal.view() : view,
                        signal.start(),
                        signal.end(),
                        outcome == Outcome.REMOVE ? Severity.REMOVE : Severity.HOLD,
                        signal.evidence()));
            }
        }
    }

    /** What two lists object to is told once, by the first. */
    private static boolean same(Signal known, lyceum.moderation.rules.Signal signal) {
        return signal.view().equals(known.view())
                && signal.start() == known.start()
                && signal.end() == known.end()
                && signal.evidence().equals(known.evidence());
    }
}
