package lyceum.web.console;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.document.Document;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import org.jspecify.annotations.Nullable;

/** Who is signed in, by the hash of what their browser carries. Any thread. */
final class Sessions {
    static final Duration VALID = Duration.ofHours(12);

    private final SecureRandom chance = new SecureRandom();
    private final Map<String, Session> open = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /** Signs somebody in; what comes back is for their browser alone. */
    String open(Speaker speaker, Language language) {
        open.values().removeIf(session -> !alive(session));
        String token = Tokens.fresh(chance);
        open.put(Tokens.hash(token), new Session(speaker, clock.instant().plus(VALID), Tokens.fresh(chance), language));
        return token;
    }

    Optional<Session> find(String token) {
        return Optional.ofNullable(open.get(Tokens.hash(token))).filter(this::alive);
    }

    void close(String token) {
        open.remove(Tokens.hash(token));
    }

    boolean alive(Session session) {
        return clock.instant().isBefore(session.until());
    }

    /** One visit, from signing in to signing out. */
    static final class Session {
        private final Speaker speaker;
        private final Instant until;
        private final String seal;
        private volatile Language language;
        private volatile @Nullable Document answer;

        Session(Speaker speaker, Instant until, String seal, Language language) {
            this.speaker = speaker;
            this.until = until;
            this.seal = seal;
            this.language = language;
        }

        /** Who acts, speaking the language that they chose here. */
        Speaker speaker() {
            return new Speaker(
                    speaker.id(), speaker.name(), speaker.avatar(), speaker.standing(), speaker.bot(), language);
        }

        Instant until() {
            return until;
        }

        String seal() {
            return seal;
        }

        Language language() {
            return language;
        }

        void speak(Language other) {
            language = other;
        }

        /** What the next page shall tell. */
        void tell(Document told) {
            answer = told;
        }

        /** What is to be told, once. */
        Optional<Document> told() {
            Document told = answer;
            answer = null;
            return Optional.ofNullable(told);
        }
    }
}
