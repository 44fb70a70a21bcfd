package lyceum.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.platform.Outcome;
import org.jspecify.annotations.Nullable;

/** What the hub says on Twitch, as requests of Helix. */
final class Speech {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration SAME_WORDS = Duration.ofSeconds(30);
    /** How long a line whose answer is missing may take to come back by the chat. */
    private static final Duration ECHO = Duration.ofSeconds(2);
    /** How often a later part of an answer is tried: trying the whole again would repeat what stands. */
    private static final int PATIENT_TRIES = 60;

    private static final int SERVER_FAILS = 500;

    private final Scribe scribe;
    private final Helix helix;
    private final Pacing pacing;
    private final Notebook notebook;
    private final Echoes echoes;

    Speech(Scribe scribe, Helix helix, Pacing pacing, Notebook notebook, Echoes echoes) {
        this.scribe = scribe;
        this.helix = helix;
        this.pacing = pacing;
        this.notebook = notebook;
        this.echoes = echoes;
    }

    List<Post> fit(Post post) {
        List<Text> pieces = scribe.pieces(post.document(), post.language(), post.voice());
        if (pieces.size() == 1) {
            return List.of(post);
        }
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            MessageId replyTo = i == 0 ? post.replyTo() : null;
            Document part = piece(pieces.get(i), last ? post.document() : null);
            posts.add(post.withDocument(part).answering(replyTo));
        }
        return List.copyOf(posts);
    }

    Outcome post(Place place, Post post) {
        String line = scribe.line(post.document(), post.language(), post.voice());
        String replyTo = post.replyTo() == null ? null : post.replyTo().value();
        return say(place, line, replyTo, post.document().choices());
    }

    /** Everybody sees an answer: Twitch has no other way that is open to every program. */
    Outcome respond(Place place, Respond respond) {
        List<Text> pieces = scribe.pieces(respond.document(), respond.language(), null);
        List<MessageId> standing = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            Document part = piece(pieces.get(i), last ? respond.document() : null);
            String line = scribe.line(part, respond.language(), null);
            Outcome outcome = say(place, line, respond.reply().value(), part.choices());
            for (int tries = 0; i > 0 && tries < PATIENT_TRIES && outcome instanceof Outcome.Later later; tries++) {
                pause(later.delay());
                outcome = say(place, line, respond.reply().value(), part.choices());
            }
            if (i > 0 && outcome instanceof Outcome.Later later) {
                return new Outcome.Refused(Phrase.of(
                        "twitch.only-parts",
                        Text.of(Integer.toString(i)),
                        Text.of(Integer.toString(pieces.size())),
                        later.reason()));
            }
            if (!(outcome instanceof Outcome.Done done)) {
                return outcome;
            }
            standing.addAll(done.messages());
        }
        return new Outcome.Done(standing);
    }

    Outcome delete(Place place, Delete delete) {
        Duration wait = pacing.silence();
        if (!wait.isZero()) {
            return new Outcome.Later(wait, Phrase.of("twitch.asks-to-wait"));
        }
        Reply reply = helix.delete(
                "/moderation/chat",
                Map.of(
                        "broadcaster_id", place.broadcaster(),
                        "moderator_id", place.self().id(),
                        "message_id", delete.message().value()));
        notebook.gone(delete.message().value());
        return switch (reply) {
            case Reply.Ok _ -> Outcome.Done.of();
            case Reply.No no when no.status() == 404 -> Outcome.Done.of();
            case Reply.No no -> refused(no);
            case Reply.Unsent(Say why) -> new Outcome.Later(SOON, why);
            case Reply.Lost(int _, Say why) -> new Outcome.Later(SOON, why);
        };
    }

    private Outcome say(Place place, String line, @Nullable String replyTo, List<Choice> choices) {
        Duration wait = pacing.ask();
        if (!wait.isZero()) {
            return new Outcome.Later(wait, Phrase.of("twitch.no-more"));
        }
        ObjectNode body = Helix.JSON
                .createObjectNode()
                .put("broadcaster_id", place.broadcaster())
                .put("sender_id", place.self().id())
                .put("message", line);
        if (replyTo != null) {
            body.put("reply_parent_message_id", replyTo);
        }
        pacing.speaking();
        Echoes.Waiting echo = echoes.expect(line);
        Outcome outcome = outcome(helix.post("/chat/messages", body), echo, place);
        if (outcome instanceof Outcome.Done(List<MessageId> messages) && !messages.isEmpty() && !choices.isEmpty()) {
            notebook.offered(
                    messages.getFirst().value(),
                    choices.stream().map(Choice::id).toList());
        }
        return outcome;
    }

    private Outcome outcome(Reply reply, Echoes.Waiting echo, Place place) {
        switch (reply) {
            case Reply.Ok(JsonNode body) -> {
                JsonNode sent = body.path("data").path(0);
                String id = sent.path("message_id").asText("");
                return sent.path("is_sent").asBoolean() && !id.isEmpty()
                        ? Outcome.Done.of(place.ids().message(id))
                        : dropped(sent.path("drop_reason"));
            }
            case Reply.No no -> {
                return refused(no);
            }
            case Reply.Unsent(Say why) -> {
                return new Outcome.Later(SOON, why);
            }
            case Reply.Lost(int status, Say why) -> {
                String id = echo.await(ECHO);
                if (id != null) {
                    return Outcome.Done.of(place.ids().message(id));
                }
                if (status >= SERVER_FAILS) {
                    return new Outcome.Later(SOON, why);
                }
                throw new UncheckedIOException(new IOException(Phrases.english(why)));
            }
        }
    }

    private static Outcome dropped(JsonNode reason) {
        String code = reason.path("code").asText("");
        Say words = Words.dropped(code, reason.path("message").asText(""));
        return switch (code) {
            case "msg_duplicate" -> new Outcome.Later(SAME_WORDS, words);
            case "msg_slowmode", "msg_ratelimit", "rate_limit_exceeded" ->
                new Outcome.Later(SOON.multipliedBy(3), words);
            default -> new Outcome.Refused(words);
        };
    }

    private Outcome refused(Reply.No no) {
        if (no.status() == 429) {
            pacing.silence(no.pause());
            return new Outcome.Later(no.pause(), Phrase.of("twitch.asks-to-wait"));
        }
        Say words = Words.refused(no);
        return no.status() == 401 ? new Outcome.Barred(words) : new Outcome.Refused(words);
    }

    private static Document piece(Text text, @Nullable Document last) {
        return new Document(Document.of(text).blocks(), last == null ? List.of() : last.choices());
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("stopped between two parts of an answer"));
        }
    }
}
